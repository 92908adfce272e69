/**
 * What people say that actions do, by action; the resource follows. Source: descriptions of the AWS service authorisation
 * reference, read 2026-11-26.
 */
const words: Readonly<Record<string, string>> = {
  'read items from': 'dynamodb: GetItem BatchGetItem Query Scan PartiQLSelect',
  'write items to': 'dynamodb: PutItem UpdateItem BatchWriteItem PartiQLInsert PartiQLUpdate',
  'delete items from': 'dynamodb: DeleteItem PartiQLDelete',
  'delete table': 'dynamodb: DeleteTable',
  read: 's3: GetObject GetObjectVersion',
  write: 's3: PutObject',
  delete: 's3: DeleteObject DeleteObjectVersion',
  'list the objects in': 's3: ListBucket ListBucketVersions',
  'send messages to': 'sqs: SendMessage',
  'receive messages from': 'sqs: ReceiveMessage',
  'delete messages from': 'sqs: DeleteMessage PurgeQueue',
  'publish to': 'sns: Publish',
  'subscribe to': 'sns: Subscribe',
  invoke: 'lambda: InvokeFunction InvokeFunctionUrl InvokeAsync',
  'read the value of': 'secretsmanager: GetSecretValue BatchGetSecretValue',
  'read the value of ': 'ssm: GetParameter GetParameters GetParametersByPath GetParameterHistory',
  'decrypt with': 'kms: Decrypt',
  'encrypt with':
    'kms: Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyWithoutPlaintext GenerateDataKeyPairWithoutPlaintext ReEncryptFrom ReEncryptTo',
  'sign with': 'kms: Sign GenerateMac',
  'verify with': 'kms: Verify VerifyMac',
  'start executions of': 'states: StartExecution StartSyncExecution',
  'start builds of': 'codebuild: StartBuild StartBuildBatch',
  tag: 'ec2: CreateTags',
  'run tasks of': 'ecs: RunTask StartTask',
  'run queries in': 'athena: StartQueryExecution',
  'run SQL on': 'rds-data: ExecuteStatement BatchExecuteStatement',
  'send GraphQL requests to': 'appsync: GraphQL',
  'send messages through': 'execute-api: ManageConnections',
  'change the code of': 'lambda: UpdateFunctionCode',
  'invoke ': 'bedrock: InvokeModel InvokeModelWithResponseStream InvokeAgent InvokeInlineAgent InvokeFlow',
  'invoke  ': 'sagemaker: InvokeEndpoint InvokeEndpointAsync InvokeEndpointWithResponseStream',
  'put events on': 'events: PutEvents',
  'put records to': 'kinesis: PutRecord PutRecords',
  'read records from': 'kinesis: GetRecords GetShardIterator SubscribeToShard',
  'put records to ': 'firehose: PutRecord PutRecordBatch',
  'send e-mail as': 'ses: SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail',
  pass: 'iam: PassRole',
  assume: 'sts: AssumeRole AssumeRoleWithWebIdentity AssumeRoleWithSAML',
  'tag sessions of': 'sts: TagSession',
  'get federated credentials for': 'sts: GetFederationToken',
  call: 'execute-api: Invoke',
};

/** By action in lower case: `dynamodb:deleteitem`. */
export const verbs: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([verb, actions]) => {
    const [service = '', ...names] = actions.split(' ');
    return names.map((name) => [`${service}${name}`.toLowerCase(), verb.trim()] as const);
  }),
);
