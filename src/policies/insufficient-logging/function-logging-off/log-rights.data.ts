/**
 * AWS managed policies and built-in roles that let a function write its logs.
 * Compiled 2026-11-25 from the AWS Managed Policy Reference (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/).
 */
export const grantsLogs: ReadonlySet<string> = new Set([
  'AWSLambdaBasicExecutionRole',
  'AWSLambdaBasicDurableExecutionRolePolicy',
  'AWSLambdaVPCAccessExecutionRole',
  'AWSLambdaKinesisExecutionRole',
  'AWSLambdaDynamoDBExecutionRole',
  'AWSLambdaSQSQueueExecutionRole',
  'AWSLambdaMSKExecutionRole',
  'AWSLambdaExecute',
  'CloudWatchLogsFullAccess',
  'CloudWatchFullAccess',
  'CloudWatchFullAccessV2',
  'PowerUserAccess',
  'AdministratorAccess',
]);

/** AWS managed policies that are known to grant no right to write logs. Any other name leaves the question open. */
export const grantsNoLogs: ReadonlySet<string> = new Set([
  'AWSXRayDaemonWriteAccess',
  'AWSXrayWriteOnlyAccess',
  'AmazonS3ReadOnlyAccess',
  'AmazonS3FullAccess',
  'AmazonSQSFullAccess',
  'AmazonSNSFullAccess',
  'AmazonSESFullAccess',
  'AmazonDynamoDBReadOnlyAccess',
  'AWSLambdaRole',
]);
