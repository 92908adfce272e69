/**
 * What the CDK's `grant*` methods allow, by the class that has them. Source: aws-cdk-lib 2.276.0: the policies that its synthesis
 * writes for each of these methods, made and read 2026-11-27. What it says of keys that nobody gave is left out.
 */
export interface GrantActions {
  readonly actions: readonly string[];
  /** What follows the resource's ARN, beside the ARN itself. */
  readonly inside?: string;
  /** What it is about in place of the resource itself. */
  readonly on?: 'inside' | 'stream' | 'executions' | 'connections' | 'everything';
  /** The rest, about something else. */
  readonly besides?: readonly GrantActions[];
  /** What it allows with the key that was given for the resource. */
  readonly withKey?: readonly string[];
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
}

function of(service: string, ...names: readonly string[]): readonly string[] {
  return names.map((name) => `${service}:${name}`);
}

const decrypts = of('kms', 'Decrypt');
const encrypts = of('kms', 'Encrypt', 'ReEncrypt*', 'GenerateDataKey*');
const reads = of('kms', 'Decrypt', 'DescribeKey');
const writes = [...reads, ...encrypts];

const readData = of(
  'dynamodb',
  ...['BatchGetItem', 'GetRecords', 'GetShardIterator', 'Query', 'GetItem', 'Scan', 'ConditionCheckItem'],
);
const writeData = of('dynamodb', 'BatchWriteItem', 'PutItem', 'UpdateItem', 'DeleteItem');
const describe = 'dynamodb:DescribeTable';
const listStreams: GrantActions = { actions: ['dynamodb:ListStreams'], on: 'everything' };
const streamReads = of('dynamodb', 'DescribeStream', 'GetRecords', 'GetShardIterator');

const table: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantReadData', { actions: [...readData, describe], withKey: reads }],
  ['grantWriteData', { actions: [...writeData, describe], withKey: writes }],
  ['grantReadWriteData', { actions: [...readData, ...writeData, describe], withKey: writes }],
  ['grantFullAccess', { actions: ['dynamodb:*'], withKey: writes }],
  ['grantStreamRead', { actions: streamReads, on: 'stream', besides: [listStreams] }],
  ['grantTableListStreams', listStreams],
]);

const readObjects = of('s3', 'GetObject*', 'GetBucket*', 'List*');
const deleteObjects = of('s3', 'DeleteObject*');
const putObjects = of(
  's3',
  ...['PutObject', 'PutObjectLegalHold', 'PutObjectRetention', 'PutObjectTagging', 'PutObjectVersionTagging', 'Abort*'],
);
const inside = '/*';
const encryptsObjects = [...encrypts, ...decrypts];

const bucket: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantRead', { actions: readObjects, inside, withKey: reads }],
  ['grantWrite', { actions: [...deleteObjects, ...putObjects], inside, withKey: encryptsObjects }],
  ['grantReadWrite', { actions: [...readObjects, ...deleteObjects, ...putObjects], inside, withKey: writes }],
  ['grantPut', { actions: putObjects, inside, on: 'inside', withKey: encryptsObjects }],
  ['grantPutAcl', { actions: of('s3', 'PutObjectAcl', 'PutObjectVersionAcl'), inside, on: 'inside' }],
  ['grantDelete', { actions: deleteObjects, inside, on: 'inside' }],
]);

const aboutQueue = of('sqs', 'GetQueueAttributes', 'GetQueueUrl');
const consumes = of('sqs', 'ReceiveMessage', 'ChangeMessageVisibility', 'GetQueueUrl', 'DeleteMessage');

const queue: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantSendMessages', { actions: ['sqs:SendMessage', ...aboutQueue], withKey: [...decrypts, ...encrypts] }],
  ['grantConsumeMessages', { actions: [...consumes, 'sqs:GetQueueAttributes'], withKey: decrypts }],
  ['grantPurge', { actions: ['sqs:PurgeQueue', ...aboutQueue] }],
]);

const topic: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantPublish', { actions: ['sns:Publish'], withKey: of('kms', 'Decrypt', 'GenerateDataKey*') }],
  ['grantSubscribe', { actions: ['sns:Subscribe'] }],
]);

const readStream = of(
  'kinesis',
  ...['DescribeStreamSummary', 'GetRecords', 'GetShardIterator', 'ListShards', 'SubscribeToShard', 'DescribeStream'],
  ...['ListStreams', 'DescribeStreamConsumer'],
);
const writeStream = of('kinesis', 'ListShards', 'PutRecord', 'PutRecords');

const stream: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantRead', { actions: readStream, withKey: decrypts }],
  ['grantWrite', { actions: writeStream, withKey: encrypts }],
  ['grantReadWrite', { actions: [...readStream, ...writeStream], withKey: [...decrypts, ...encrypts] }],
]);

const key: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantDecrypt', { actions: decrypts }],
  ['grantEncrypt', { actions: encrypts }],
  ['grantEncryptDecrypt', { actions: [...decrypts, ...encrypts] }],
  ['grantSign', { actions: of('kms', 'Sign') }],
  ['grantVerify', { actions: of('kms', 'Verify') }],
  ['grantSignVerify', { actions: of('kms', 'Sign', 'Verify') }],
  ['grantGenerateMac', { actions: of('kms', 'GenerateMac') }],
  ['grantVerifyMac', { actions: of('kms', 'VerifyMac') }],
]);

const secret: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantRead', { actions: of('secretsmanager', 'GetSecretValue', 'DescribeSecret') }],
  ['grantWrite', { actions: of('secretsmanager', 'PutSecretValue', 'UpdateSecret', 'UpdateSecretVersionStage') }],
]);

const parameter: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantRead', { actions: of('ssm', 'DescribeParameters', 'GetParameters', 'GetParameter', 'GetParameterHistory') }],
  ['grantWrite', { actions: ['ssm:PutParameter'] }],
]);

const readExecutions = of('states', 'DescribeExecution', 'DescribeStateMachineForExecution', 'GetExecutionHistory');
const readMachines = of('states', 'ListActivities', 'DescribeStateMachine', 'DescribeActivity');
const machine: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantStartExecution', { actions: of('states', 'StartExecution') }],
  ['grantStartSyncExecution', { actions: of('states', 'StartSyncExecution') }],
  ['grantRedriveExecution', { actions: of('states', 'RedriveExecution'), on: 'executions' }],
  ['grantTaskResponse', { actions: of('states', 'SendTaskSuccess', 'SendTaskFailure', 'SendTaskHeartbeat') }],
  [
    'grantRead',
    {
      actions: of('states', 'ListExecutions', 'ListStateMachines'),
      besides: [
        { actions: readExecutions, on: 'executions' },
        { actions: readMachines, on: 'everything' },
      ],
    },
  ],
]);

const invoke = ['lambda:InvokeFunction'];
const fn: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantInvoke', { actions: invoke, inside: ':*' }],
  ['grantInvokeLatestVersion', { actions: invoke, inside: ':$LATEST' }],
  [
    'grantInvokeUrl',
    {
      actions: ['lambda:InvokeFunctionUrl'],
      condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'AWS_IAM' } },
      besides: [{ actions: invoke, condition: { Bool: { 'lambda:InvokedViaFunctionUrl': true } } }],
    },
  ],
]);

const readLogs = of(
  'logs',
  ...['FilterLogEvents', 'GetLogEvents', 'GetLogGroupFields', 'DescribeLogGroups', 'DescribeLogStreams'],
);
const logs: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantRead', { actions: readLogs }],
  ['grantWrite', { actions: of('logs', 'CreateLogStream', 'PutLogEvents') }],
]);

const signIn: GrantActions = { actions: ['ecr:GetAuthorizationToken'], on: 'everything' };
const pull = of('ecr', 'BatchCheckLayerAvailability', 'GetDownloadUrlForLayer', 'BatchGetImage');
const push = of('ecr', 'CompleteLayerUpload', 'UploadLayerPart', 'InitiateLayerUpload', 'PutImage');
const repository: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>([
  ['grantPull', { actions: pull, besides: [signIn] }],
  ['grantPush', { actions: [...push, 'ecr:BatchCheckLayerAvailability'], besides: [signIn] }],
  ['grantPullPush', { actions: [...pull, ...push], besides: [signIn] }],
  ['grantRead', { actions: of('ecr', 'DescribeRepositories', 'DescribeImages') }],
]);

const functionClasses = ['Function', 'DockerImageFunction', 'SingletonFunction', 'Alias', 'Version'];
const buses: ReadonlyMap<string, GrantActions> = new Map([
  ['grantPutEventsTo', { actions: ['events:PutEvents'] }],
  ['grantAllPutEvents', { actions: ['events:PutEvents'] }],
]);

const agents: ReadonlyMap<string, GrantActions> = new Map<string, GrantActions>(
  ['grantInvoke', 'grantInvokeRuntime'].map((method) => [
    method,
    { actions: ['bedrock-agentcore:InvokeAgentRuntime'], inside: '/*' },
  ]),
);

export const grantActions: ReadonlyMap<string, ReadonlyMap<string, GrantActions>> = new Map<
  string,
  ReadonlyMap<string, GrantActions>
>([
  ['aws-dynamodb.Table', table],
  ['aws-dynamodb.TableV2', table],
  ['aws-s3.Bucket', bucket],
  ['aws-sqs.Queue', queue],
  ['aws-sns.Topic', topic],
  ['aws-kinesis.Stream', stream],
  ['aws-secretsmanager.Secret', secret],
  ['aws-ssm.StringParameter', parameter],
  ['aws-kms.Key', key],
  ['aws-events.EventBus', buses],
  ['aws-stepfunctions.StateMachine', machine],
  ['aws-bedrockagentcore.Runtime', agents],
  ['aws-logs.LogGroup', logs],
  ['aws-ecr.Repository', repository],
  ...functionClasses.map((name) => [`aws-lambda.${name}`, fn] as const),
  ['aws-lambda-nodejs.NodejsFunction', fn],
  ['aws-lambda-python.PythonFunction', fn],
  ['aws-lambda-go.GoFunction', fn],
  [
    'aws-kinesisfirehose.DeliveryStream',
    new Map([['grantPutRecords', { actions: of('firehose', 'PutRecord', 'PutRecordBatch') }]]),
  ],
  [
    'aws-iam.Role',
    new Map([
      ['grantAssumeRole', { actions: ['sts:AssumeRole'] }],
      ['grantPassRole', { actions: ['iam:PassRole'] }],
    ]),
  ],
  [
    'aws-apigatewayv2.WebSocketApi',
    new Map<string, GrantActions>([
      ['grantManageConnections', { actions: ['execute-api:ManageConnections'], on: 'connections' }],
    ]),
  ],
]);
