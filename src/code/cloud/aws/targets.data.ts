/*
 * Fields by which operations name the one resource that they act on, by the prefix of the service's actions. An operation that names
 * several, or none, has no such field and leaves open what it is about. Source: docs.aws.amazon.com, API reference of each service.
 * 2026-11-26.
 */
export const targetFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['dynamodb', ['TableName']],
  ['s3', ['Bucket']],
  ['sqs', ['QueueUrl']],
  ['sns', ['TopicArn', 'TargetArn']],
  ['kinesis', ['StreamName', 'StreamARN']],
  ['firehose', ['DeliveryStreamName']],
  ['secretsmanager', ['SecretId']],
  ['states', ['stateMachineArn']],
]);
