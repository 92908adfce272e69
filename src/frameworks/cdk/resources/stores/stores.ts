/* eslint max-lines: ['error', 200] -- one entry for each kind of store */
import { type Construct, propertiesOf } from '../../constructs/construct.js';
import { given, isOpen } from '../../constructs/given-properties.js';
import { has, put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { arn, member, presence, type Row, row, seconds, translated } from '../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../synthesis/synthesis.js';
import { map, scalar } from '../../values/made-value.js';
import { inserter } from '../../writing/inserter.js';
import { defaultRetention, retention } from '../functions/function-logs.js';
import { addBucketPolicy } from './bucket-policy.js';
import { clientRows } from './pool-clients.js';
import {
  blockPublicAccess,
  isThere,
  keyOfBucket,
  lifecycleRules,
  madeKey,
  redrive,
  streamEncryption,
} from './store-kinds.js';
import { addTlsPolicy } from './tls-policies.js';
import { putDefaults } from './usual-properties.js';

interface Store {
  readonly type: string;
  readonly rows: readonly Row[];
}

const stores = new Map<string, Store>([
  [
    'aws-sqs.Queue',
    {
      type: 'AWS::SQS::Queue',
      rows: [
        row('queueName', 'QueueName'),
        row('fifo', 'FifoQueue'),
        row('visibilityTimeout', 'VisibilityTimeout', seconds),
        row('deadLetterQueue', 'RedrivePolicy', redrive),
        row('encryptionMasterKey', 'KmsMasterKeyId', arn),
        row(
          'encryption',
          'SqsManagedSseEnabled',
          translated('aws-sqs', 'QueueEncryption', { SQS_MANAGED: true, UNENCRYPTED: false }),
        ),
      ],
    },
  ],
  [
    'aws-sns.Topic',
    { type: 'AWS::SNS::Topic', rows: [row('topicName', 'TopicName'), row('masterKey', 'KmsMasterKeyId', arn)] },
  ],
  [
    'aws-dynamodb.Table',
    {
      type: 'AWS::DynamoDB::Table',
      rows: [
        row('tableName', 'TableName'),
        row('encryption', 'SSESpecification.KMSMasterKeyId', madeKey),
        row('encryptionKey', 'SSESpecification.KMSMasterKeyId', arn),
        row('timeToLiveAttribute', 'TimeToLiveSpecification.Enabled', isThere),
        row('pointInTimeRecovery', 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
        row(
          'pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled',
          'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
        ),
      ],
    },
  ],
  [
    'aws-dynamodb.TableV2',
    {
      type: 'AWS::DynamoDB::GlobalTable',
      rows: [row('tableName', 'TableName'), row('timeToLiveAttribute', 'TimeToLiveSpecification.Enabled', isThere)],
    },
  ],
  [
    'aws-s3.Bucket',
    {
      type: 'AWS::S3::Bucket',
      rows: [
        row('bucketName', 'BucketName'),
        row('accessControl', 'AccessControl', member('aws-s3', 'BucketAccessControl')),
        row('blockPublicAccess', 'PublicAccessBlockConfiguration', blockPublicAccess),
        row('publicReadAccess', 'PublicReadAccess'),
        row('websiteIndexDocument', 'WebsiteConfiguration', presence),
        row('lifecycleRules', 'LifecycleConfiguration', lifecycleRules),
        row('objectLockEnabled', 'ObjectLockEnabled'),
        row('encryption', 'BucketEncryption', keyOfBucket),
        row('encryptionKey', 'BucketEncryption', presence),
      ],
    },
  ],
  [
    'aws-kinesis.Stream',
    {
      type: 'AWS::Kinesis::Stream',
      rows: [
        row('streamName', 'Name'),
        { ...row('encryption', 'StreamEncryption', streamEncryption), usual: 'MANAGED' },
      ],
    },
  ],
  [
    'aws-kms.Key',
    {
      type: 'AWS::KMS::Key',
      rows: [row('enableKeyRotation', 'EnableKeyRotation'), row('keySpec', 'KeySpec'), row('policy', 'KeyPolicy')],
    },
  ],
  [
    'aws-secretsmanager.Secret',
    { type: 'AWS::SecretsManager::Secret', rows: [row('secretName', 'Name'), row('encryptionKey', 'KmsKeyId', arn)] },
  ],
  ['aws-ssm.StringParameter', { type: 'AWS::SSM::Parameter', rows: [row('parameterName', 'Name')] }],
  ['aws-events.EventBus', { type: 'AWS::Events::EventBus', rows: [row('eventBusName', 'Name')] }],
  [
    'aws-logs.LogGroup',
    {
      type: 'AWS::Logs::LogGroup',
      rows: [
        row('logGroupName', 'LogGroupName'),
        row('encryptionKey', 'KmsKeyId', arn),
        { ...row('retention', 'RetentionInDays', retention), usual: defaultRetention },
      ],
    },
  ],
  [
    'aws-cognito.UserPool',
    {
      type: 'AWS::Cognito::UserPool',
      rows: [
        row('userPoolName', 'UserPoolName'),
        row('mfa', 'MfaConfiguration', member('aws-cognito', 'Mfa')),
        row('passwordPolicy.minLength', 'Policies.PasswordPolicy.MinimumLength'),
      ],
    },
  ],
  ['aws-efs.FileSystem', { type: 'AWS::EFS::FileSystem', rows: [row('encrypted', 'Encrypted')] }],
  [
    'aws-rds.DatabaseInstance',
    {
      type: 'AWS::RDS::DBInstance',
      rows: [
        row('storageEncryptionKey', 'StorageEncrypted', isThere),
        row('storageEncrypted', 'StorageEncrypted'),
        row('publiclyAccessible', 'PubliclyAccessible'),
      ],
    },
  ],
  ['aws-cognito.UserPoolClient', { type: 'AWS::Cognito::UserPoolClient', rows: clientRows }],
  ['aws-lambda.Alias', { type: 'AWS::Lambda::Alias', rows: [row('version', 'FunctionName')] }],
  ['aws-lambda.Version', { type: 'AWS::Lambda::Version', rows: [row('lambda', 'FunctionName')] }],
  ['aws-lambda.LayerVersion', { type: 'AWS::Lambda::LayerVersion', rows: [row('layerVersionName', 'LayerName')] }],
]);

export function isStore(type: string): boolean {
  return stores.has(type);
}

/** Constructs that are one resource each. */
export function addStore(synthesis: Synthesis, construct: Construct): void {
  const store = stores.get(construct.type);
  if (store === undefined) return;
  const { call } = construct;
  const draft = addDraft(synthesis, construct, store.type);
  const own = { ...draft, insert: inserter(synthesis, call, store.rows) };
  synthesis.drafts.set(draft.id, own);
  fill(synthesis, own, construct, store.rows);
  if (construct.type === 'aws-logs.LogGroup' && !given(call, 'retention') && !isOpen(call)) {
    put(own, ['RetentionInDays'], scalar(own.at, defaultRetention));
  }
  if (construct.type === 'aws-kinesis.Stream' && !given(call, 'encryption') && !isOpen(call))
    put(own, ['StreamEncryption'], map(own.at, { EncryptionType: scalar(own.at, 'KMS') }));
  if (construct.type === 'aws-sqs.Queue' && own.properties.entries.has('KmsMasterKeyId') === false)
    hasManagedKey(own, synthesis, construct);
  if (construct.type === 'aws-s3.Bucket') addBucketPolicy(synthesis, construct);
  addTlsPolicy(synthesis, construct);
  putDefaults(own, construct);
  if (construct.type === 'aws-cognito.UserPool')
    put(own, ['EnabledMfas'], { kind: 'unknown', at: own.at, because: 'made by the construct' });
}

/** `QueueEncryption.KMS` makes a key. */
function hasManagedKey(draft: Parameters<typeof put>[0], _synthesis: Synthesis, { call }: Construct): void {
  const properties = propertiesOf(call);
  if (typeof properties === 'string' || has(draft, 'SqsManagedSseEnabled')) return;
  const encryption = properties.entries.find(({ key }) => key === 'encryption');
  if (encryption) put(draft, ['KmsMasterKeyId'], { kind: 'unknown', at: encryption.keyAt, because: 'computed' });
}
