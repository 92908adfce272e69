/**
 * What the CDK's `grant*` methods allow, by the class that has them.
 * Source: aws/aws-cdk, packages/aws-cdk-lib: aws-s3/lib/perms.ts, aws-dynamodb/lib/perms.ts, aws-kms/lib/private/perms.ts
 * (read 2026-11-25); the other services by the policies that their methods are documented to write.
 */
export interface GrantActions {
  readonly actions: readonly string[];
  /** What follows the resource's ARN, beside the ARN itself. */
  readonly inside?: string;
}

const readData = ['BatchGetItem', 'GetRecords', 'GetShardIterator', 'Query', 'GetItem', 'Scan', 'ConditionCheckItem'];
const writeData = ['BatchWriteItem', 'PutItem', 'UpdateItem', 'DeleteItem'];
const readObjects = ['s3:GetObject*', 's3:GetBucket*', 's3:List*'];
const deleteObjects = ['s3:DeleteObject*'];
const putObjects = [
  's3:PutObject',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutObjectTagging',
  's3:PutObjectVersionTagging',
  's3:Abort*',
];
const readStream = [
  'DescribeStreamSummary',
  'GetRecords',
  'GetShardIterator',
  'ListShards',
  'SubscribeToShard',
  'DescribeStream',
];
const writeStream = ['ListShards', 'PutRecord', 'PutRecords'];

function of(service: string, names: readonly string[]): readonly string[] {
  return names.map((name) => `${service}:${name}`);
}

const table: readonly (readonly [string, GrantActions])[] = [
  ['grantReadData', { actions: of('dynamodb', [...readData, 'DescribeTable']) }],
  ['grantWriteData', { actions: of('dynamodb', [...writeData, 'DescribeTable']) }],
  ['grantReadWriteData', { actions: of('dynamodb', [...readData, ...writeData, 'DescribeTable']) }],
  ['grantFullAccess', { actions: ['dynamodb:*'] }],
  ['grantStreamRead', { actions: of('dynamodb', ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']) }],
];
const bucket: readonly (readonly [string, GrantActions])[] = [
  ['grantRead', { actions: readObjects, inside: '/*' }],
  ['grantWrite', { actions: [...deleteObjects, ...putObjects], inside: '/*' }],
  ['grantReadWrite', { actions: [...readObjects, ...deleteObjects, ...putObjects], inside: '/*' }],
  ['grantPut', { actions: putObjects, inside: '/*' }],
  ['grantDelete', { actions: deleteObjects, inside: '/*' }],
];

export const grantActions: ReadonlyMap<string, ReadonlyMap<string, GrantActions>> = new Map([
  ['aws-dynamodb.Table', new Map(table)],
  ['aws-dynamodb.TableV2', new Map(table)],
  ['aws-s3.Bucket', new Map(bucket)],
  [
    'aws-sqs.Queue',
    new Map<string, GrantActions>([
      ['grantSendMessages', { actions: of('sqs', ['SendMessage', 'GetQueueAttributes', 'GetQueueUrl']) }],
      [
        'grantConsumeMessages',
        {
          actions: of('sqs', [
            'ReceiveMessage',
            'ChangeMessageVisibility',
            'GetQueueUrl',
            'DeleteMessage',
            'GetQueueAttributes',
          ]),
        },
      ],
      ['grantPurge', { actions: of('sqs', ['PurgeQueue', 'GetQueueAttributes', 'GetQueueUrl']) }],
    ]),
  ],
  ['aws-sns.Topic', new Map([['grantPublish', { actions: ['sns:Publish'] }]])],
  [
    'aws-kinesis.Stream',
    new Map([
      ['grantRead', { actions: of('kinesis', readStream) }],
      ['grantWrite', { actions: of('kinesis', writeStream) }],
      ['grantReadWrite', { actions: of('kinesis', [...readStream, ...writeStream]) }],
    ]),
  ],
  [
    'aws-secretsmanager.Secret',
    new Map([
      ['grantRead', { actions: of('secretsmanager', ['GetSecretValue', 'DescribeSecret']) }],
      ['grantWrite', { actions: of('secretsmanager', ['PutSecretValue', 'UpdateSecret']) }],
    ]),
  ],
  [
    'aws-ssm.StringParameter',
    new Map([
      [
        'grantRead',
        { actions: of('ssm', ['DescribeParameters', 'GetParameters', 'GetParameter', 'GetParameterHistory']) },
      ],
      ['grantWrite', { actions: ['ssm:PutParameter'] }],
    ]),
  ],
  [
    'aws-kms.Key',
    new Map([
      ['grantDecrypt', { actions: ['kms:Decrypt'] }],
      ['grantEncrypt', { actions: of('kms', ['Encrypt', 'ReEncrypt*', 'GenerateDataKey*']) }],
      ['grantEncryptDecrypt', { actions: of('kms', ['Decrypt', 'Encrypt', 'ReEncrypt*', 'GenerateDataKey*']) }],
    ]),
  ],
  ['aws-events.EventBus', new Map([['grantPutEventsTo', { actions: ['events:PutEvents'] }]])],
  [
    'aws-bedrockagentcore.Runtime',
    new Map<string, GrantActions>(
      ['grantInvoke', 'grantInvokeRuntime'].map((method) => [
        method,
        { actions: ['bedrock-agentcore:InvokeAgentRuntime'], inside: '/*' },
      ]),
    ),
  ],
  ['aws-stepfunctions.StateMachine', new Map([['grantStartExecution', { actions: ['states:StartExecution'] }]])],
  ...[
    'aws-lambda.Function',
    'aws-lambda-nodejs.NodejsFunction',
    'aws-lambda-python.PythonFunction',
    'aws-lambda-go.GoFunction',
    'aws-lambda.DockerImageFunction',
    'aws-lambda.SingletonFunction',
    'aws-lambda.Alias',
    'aws-lambda.Version',
  ].map(
    (name) =>
      [
        name,
        new Map<string, GrantActions>([['grantInvoke', { actions: ['lambda:InvokeFunction'], inside: ':*' }]]),
      ] as const,
  ),
]);
