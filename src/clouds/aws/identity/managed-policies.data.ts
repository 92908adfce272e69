/**
 * AWS managed policies for functions whose ARN has the path `service-role/`; SAM accepts them without it.
 * Source: AWS managed policy reference and the AWS Serverless Application Model translator 1.110.0, read on 2026-11-25.
 */
export const serviceRolePolicies: ReadonlySet<string> = new Set([
  'AWSLambdaBasicExecutionRole',
  'AWSLambdaBasicDurableExecutionRolePolicy',
  'AWSLambdaDynamoDBExecutionRole',
  'AWSLambdaENIManagementAccess',
  'AWSLambdaKinesisExecutionRole',
  'AWSLambdaMSKExecutionRole',
  'AWSLambdaRole',
  'AWSLambdaSQSQueueExecutionRole',
  'AWSLambdaVPCAccessExecutionRole',
]);
