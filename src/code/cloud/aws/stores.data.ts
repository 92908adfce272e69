/*
 * Operations that put something into a store or take it out, and the fields that say where and what. Source:
 * docs.aws.amazon.com, API reference of each service; boto3 and the clients of JavaScript take the same names. 2026-11-26.
 */

export interface StoreOperation {
  /** Prefix and operation in lower case. */
  readonly operation: string;
  /** Fields that name the store; of entries in a list where the name begins with one: `Entries.EventBusName`. */
  readonly target: readonly string[];
  /** Fields that are stored. */
  readonly payload: readonly string[];
}

export const writes: readonly StoreOperation[] = [
  { operation: 'sqs:sendmessage', target: ['QueueUrl'], payload: ['MessageBody', 'MessageAttributes'] },
  { operation: 'sqs:sendmessagebatch', target: ['QueueUrl'], payload: ['Entries'] },
  { operation: 'sns:publish', target: ['TopicArn', 'TargetArn'], payload: ['Message', 'Subject', 'MessageAttributes'] },
  { operation: 'sns:publishbatch', target: ['TopicArn'], payload: ['PublishBatchRequestEntries'] },
  { operation: 'events:putevents', target: ['Entries.EventBusName'], payload: ['Entries.Detail'] },
  { operation: 'kinesis:putrecord', target: ['StreamName', 'StreamARN'], payload: ['Data'] },
  { operation: 'kinesis:putrecords', target: ['StreamName', 'StreamARN'], payload: ['Records'] },
  { operation: 'firehose:putrecord', target: ['DeliveryStreamName'], payload: ['Record'] },
  { operation: 'dynamodb:putitem', target: ['TableName'], payload: ['Item'] },
  {
    operation: 'dynamodb:updateitem',
    target: ['TableName'],
    payload: ['ExpressionAttributeValues', 'AttributeUpdates'],
  },
  { operation: 's3:putobject', target: ['Bucket'], payload: ['Body', 'Key', 'Metadata'] },
  { operation: 's3:upload', target: ['Bucket'], payload: ['Body', 'Key', 'Metadata'] },
  { operation: 'secretsmanager:putsecretvalue', target: ['SecretId'], payload: ['SecretString'] },
  { operation: 'secretsmanager:updatesecret', target: ['SecretId'], payload: ['SecretString'] },
  { operation: 'ssm:putparameter', target: ['Name'], payload: ['Value'] },
  { operation: 'states:startexecution', target: ['stateMachineArn'], payload: ['input'] },
  { operation: 'states:startsyncexecution', target: ['stateMachineArn'], payload: ['input'] },
  { operation: 'lambda:invoke', target: ['FunctionName'], payload: ['Payload'] },
];

export const reads: readonly Omit<StoreOperation, 'payload'>[] = [
  { operation: 'dynamodb:getitem', target: ['TableName'] },
  { operation: 'dynamodb:query', target: ['TableName'] },
  { operation: 'dynamodb:scan', target: ['TableName'] },
  { operation: 's3:getobject', target: ['Bucket'] },
  { operation: 'sqs:receivemessage', target: ['QueueUrl'] },
  { operation: 'secretsmanager:getsecretvalue', target: ['SecretId'] },
  { operation: 'ssm:getparameter', target: ['Name'] },
];

/** What the constructors of boto3's resources are given first, as the field that it stands for. */
export const resourceNames: Readonly<Record<string, string>> = {
  Table: 'TableName',
  Bucket: 'Bucket',
  Object: 'Bucket',
  Queue: 'QueueUrl',
  Topic: 'TopicArn',
};
