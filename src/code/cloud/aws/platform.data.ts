import type { TriggerKind } from '../../../model/trigger.js';

/*
 * What the platform does with a function's role by itself, and what is used without a call that can be seen. Sources: AWS Lambda
 * Developer Guide (execution role, event source mappings, VPC, destinations, X-Ray, EFS), service authorisation reference (actions of
 * data planes that signed requests use). 2026-11-26. As patterns of actions.
 */

/** Of every function. */
export const platformActions: readonly string[] = [
  'logs:*',
  'xray:*',
  'cloudwatch:PutMetricData',
  'ec2:*NetworkInterface*',
  'ec2:*PrivateIpAddresses',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ec2:GetSecurityGroupsForVpc',
  'elasticfilesystem:Client*',
  'lambda:*Durable*',
  'kms:*',
  'iam:PassRole',
  'iam:CreateServiceLinkedRole',
  'ecr:*',
];

/** Used by drivers and by requests that are signed by hand: no operation of an SDK stands for them. */
export const unseenActions: readonly string[] = [
  'rds-db:*',
  'dsql:*',
  'elasticache:Connect',
  'memorydb:Connect',
  'execute-api:Invoke',
  'appsync:GraphQL',
  'es:ESHttp*',
  'aoss:APIAccessAll',
  'kafka-cluster:*',
  'lambda:InvokeFunctionUrl',
  'iot:Connect',
  'iot:Publish',
  'iot:Receive',
  'iot:Subscribe',
  'neptune-db:*',
  'cassandra:*',
  'redshift*:GetClusterCredentials*',
  'redshift-serverless:GetCredentials',
  's3express:*',
  's3-object-lambda:*',
  'transcribe:Start*Stream*',
  'docdb-elastic:*',
  'dax:*',
];

/** Of functions that are started by these. */
export const triggerActions: Readonly<Partial<Record<TriggerKind, readonly string[]>>> = {
  queue: [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage*',
    'sqs:GetQueue*',
    'sqs:ChangeMessageVisibility*',
    'mq:*',
    'secretsmanager:GetSecretValue',
  ],
  stream: [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    'kinesis:Describe*',
    'kinesis:Get*',
    'kinesis:List*',
    'kinesis:SubscribeToShard',
    'rds:*',
    'secretsmanager:GetSecretValue',
  ],
  kafka: ['kafka:*', 'secretsmanager:GetSecretValue', 'ec2:*'],
  other: ['*'],
};

/** Of functions that say where failed events go. */
export const destinationActions: readonly string[] = [
  'sqs:SendMessage',
  'sns:Publish',
  'lambda:InvokeFunction',
  'events:PutEvents',
  's3:PutObject',
  's3:ListBucket',
];

/** Layers whose extensions call nothing but logs, metrics and traces. */
export const quietLayers =
  /:layer:(?:AWSLambdaPowertools\w*|LambdaInsightsExtension[\w-]*|aws-otel-[\w-]+|AWSOpenTelemetry\w*|Datadog-[\w-]+|SentryNode\w+|NewRelic\w+):\d+$/;
