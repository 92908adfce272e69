/*
 * How the SDKs of AWS call services, where that is not the prefix of their actions. Sources: awslabs/iam-policy-autopilot
 * 8f09822 of 2026-08-20 (service-configuration.json, Apache-2.0), botocore 1.44.8, aws-sdk 2 (class names). 2026-11-26.
 */

/** Prefix of actions by the names that SDKs use: of botocore, of `@aws-sdk/client-...`, of the classes of version 2. */
export const prefixes: ReadonlyMap<string, string> = new Map([
  ['apigatewaymanagementapi', 'execute-api'],
  ['apigatewayv2', 'apigateway'],
  ['api-gateway', 'apigateway'],
  ['appconfigdata', 'appconfig'],
  ['application-auto-scaling', 'application-autoscaling'],
  ['auto-scaling', 'autoscaling'],
  ['bedrock-agent', 'bedrock'],
  ['bedrock-agent-runtime', 'bedrock'],
  ['bedrock-agentcore-control', 'bedrock-agentcore'],
  ['bedrock-runtime', 'bedrock'],
  ['cloudcontrol', 'cloudformation'],
  ['cloudwatch-logs', 'logs'],
  ['cognito-identity-provider', 'cognito-idp'],
  ['cognitoidentityserviceprovider', 'cognito-idp'],
  ['config-service', 'config'],
  ['connectparticipant', 'execute-api'],
  ['database-migration-service', 'dms'],
  ['docdb', 'rds'],
  ['dynamodb-streams', 'dynamodb'],
  ['dynamodbstreams', 'dynamodb'],
  ['efs', 'elasticfilesystem'],
  ['elastic-load-balancing', 'elasticloadbalancing'],
  ['elastic-load-balancing-v2', 'elasticloadbalancing'],
  ['elasticsearch-service', 'es'],
  ['elb', 'elasticloadbalancing'],
  ['elbv2', 'elasticloadbalancing'],
  ['emr', 'elasticmapreduce'],
  ['eventbridge', 'events'],
  ['cloudwatchevents', 'events'],
  ['iot-data', 'iot'],
  ['iot-data-plane', 'iot'],
  ['iotdata', 'iot'],
  ['kinesis-analytics', 'kinesisanalytics'],
  ['kinesis-analytics-v2', 'kinesisanalytics'],
  ['kinesisanalyticsv2', 'kinesisanalytics'],
  ['keyspaces', 'cassandra'],
  ['lex-models', 'lex'],
  ['lex-models-v2', 'lex'],
  ['lex-runtime', 'lex'],
  ['lex-runtime-service', 'lex'],
  ['lex-runtime-v2', 'lex'],
  ['lexv2-models', 'lex'],
  ['lexv2-runtime', 'lex'],
  ['location', 'geo'],
  ['mwaa', 'airflow'],
  ['neptune', 'rds'],
  ['neptunedata', 'neptune-db'],
  ['opensearch', 'es'],
  ['opensearchserverless', 'aoss'],
  ['personalize-events', 'personalize'],
  ['personalize-runtime', 'personalize'],
  ['pinpoint', 'mobiletargeting'],
  ['resource-groups-tagging-api', 'tag'],
  ['resourcegroupstaggingapi', 'tag'],
  ['route-53', 'route53'],
  ['s3-control', 's3'],
  ['s3control', 's3'],
  ['sagemaker-featurestore-runtime', 'sagemaker'],
  ['sagemaker-runtime', 'sagemaker'],
  ['secrets-manager', 'secretsmanager'],
  ['service-catalog', 'servicecatalog'],
  ['sesv2', 'ses'],
  ['sfn', 'states'],
  ['sso-admin', 'sso'],
  ['stepfunctions', 'states'],
  ['storage-gateway', 'storagegateway'],
  ['timestream-query', 'timestream'],
  ['timestream-write', 'timestream'],
  ['transcribeservice', 'transcribe'],
  ['transcribe-streaming', 'transcribe'],
  ['rdsdataservice', 'rds-data'],
  ['lex-model-building-service', 'lex'],
]);

/**
 * Services that only do what they are asked: a call needs no permission of another service, apart from keys. All others may
 * read and write elsewhere with the caller's permissions (Rekognition reads S3, Athena reads Glue and S3).
 */
export const plainServices: ReadonlySet<string> = new Set(
  'dynamodb s3 sqs sns ssm secretsmanager kms lambda states events kinesis firehose ses cognito-idp cognito-identity sts logs cloudwatch execute-api xray iot appconfig bedrock comprehend translate iam scheduler geo servicediscovery mobiletargeting wafv2 ecr tag config cloudtrail organizations'.split(
    ' ',
  ),
);

/** What other services may do with the caller's permissions, as patterns: they read and write data, pass roles, start functions. */
export const forwarded: readonly string[] =
  's3 kms secretsmanager sns lambda iam logs cloudwatch kinesis firehose glue athena lakeformation ec2 ecr elasticloadbalancing rds redshift rds-data redshift-data sagemaker codecommit codebuild ssm'
    .split(' ')
    .map((service) => `${service}:*`);

/** These build whatever a template or a definition says. */
export const buildingServices: ReadonlySet<string> = new Set(
  'cloudformation servicecatalog serverlessrepo elasticbeanstalk amplify autoscaling'.split(' '),
);
