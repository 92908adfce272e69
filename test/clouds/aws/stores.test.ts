import { describe, expect, test } from '@jest/globals';
import { changed, modelOf, said, write } from './modelling.js';

const store = (type: string, properties: string) => `
It:
  Type: ${type}
  Properties:
    Tags: []
${properties.replace(/^/gm, '    ')}
`;

const itOf = (type: string, properties: string) =>
  modelOf(store(type, properties)).stores.find(({ id }) => id === 'It');

describe('encryption', () => {
  test.each([
    ['a queue that says nothing', 'AWS::SQS::Queue', '', 'absent'],
    ['a queue without', 'AWS::SQS::Queue', 'SqsManagedSseEnabled: false', false],
    ['a queue with a key', 'AWS::SQS::Queue', 'SqsManagedSseEnabled: false\nKmsMasterKeyId: alias/x', true],
    ['a topic', 'AWS::SNS::Topic', '', 'absent'],
    ['a topic with a key', 'AWS::SNS::Topic', 'KmsMasterKeyId: !Ref Key', true],
    ['a stream', 'AWS::Kinesis::Stream', '', 'absent'],
    ['a stream with a key', 'AWS::Kinesis::Stream', 'StreamEncryption: { EncryptionType: KMS, KeyId: x }', true],
    ['a delivery stream', 'AWS::KinesisFirehose::DeliveryStream', 'DeliveryStreamType: DirectPut', 'absent'],
    [
      'a delivery stream that reads another stream',
      'AWS::KinesisFirehose::DeliveryStream',
      'DeliveryStreamType: KinesisStreamAsSource',
      true,
    ],
    [
      'a delivery stream of an unknown type',
      'AWS::KinesisFirehose::DeliveryStream',
      'DeliveryStreamType: !ImportValue x',
      'unknown',
    ],
    ['a file system without', 'AWS::EFS::FileSystem', 'Encrypted: false', false],
    ['a database', 'AWS::RDS::DBInstance', 'StorageEncrypted: true', true],
    ['a database that its cluster encrypts or not', 'AWS::RDS::DBInstance', 'DBClusterIdentifier: orders', 'none'],
    ['a cache that cannot be', 'AWS::ElastiCache::CacheCluster', '', 'absent'],
    ['a parameter', 'AWS::SSM::Parameter', '', 'none'],
    ['a cache', 'AWS::DAX::Cluster', '', 'absent'],
    ['a search domain', 'AWS::OpenSearchService::Domain', 'EncryptionAtRestOptions: { Enabled: true }', true],
    ['a bucket', 'AWS::S3::Bucket', '', 'absent'],
    ['unknown', 'AWS::SQS::Queue', 'SqsManagedSseEnabled: !ImportValue x', 'unknown'],
  ])('%s', (_, type, properties, expected) => {
    expect(said(itOf(type, properties)?.encrypted)).toBe(expected);
  });

  test.each([
    ['AWS::SQS::Queue', 'SqsManagedSseEnabled: false', ['SqsManagedSseEnabled: true']],
    ['AWS::Kinesis::Stream', '', ['StreamEncryption:', 'EncryptionType: KMS', 'KeyId: alias/aws/kinesis']],
  ])('%s is written', (type, properties, expected) => {
    expect(changed(store(type, properties), write(itOf(type, properties)?.encrypted, true))).toEqual(expected);
  });
});

test.each([
  ['nothing said', '', 'absent'],
  ['rotated', 'EnableKeyRotation: true', true],
  ['asymmetric: cannot be', 'KeySpec: RSA_2048', true],
  ['for signatures: cannot be', 'KeyUsage: SIGN_VERIFY', true],
  ['for encryption, as keys are', 'KeySpec: SYMMETRIC_DEFAULT\nKeyUsage: ENCRYPT_DECRYPT', 'absent'],
  ['of material from elsewhere: cannot be', 'Origin: EXTERNAL', true],
  ['of a kind that only deployment knows', 'KeySpec: !ImportValue x', 'unknown'],
  ['of an unknown kind for signatures', 'KeySpec: !ImportValue x\nKeyUsage: SIGN_VERIFY', true],
])('keys, %s', (_, properties, expected) => {
  expect(said(itOf('AWS::KMS::Key', properties)?.keyRotation)).toBe(expected);
});

describe('queues', () => {
  test.each([
    ['a map', 'RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }'],
    ['text', `RedrivePolicy: !Sub '{"deadLetterTargetArn":"\${Dead.Arn}","maxReceiveCount":"3"}'`],
  ])('redrive as %s', (_, properties) => {
    expect(said(itOf('AWS::SQS::Queue', properties)?.redrive)).toEqual({ target: 'Dead', maximumReceives: 3 });
  });

  test('a new dead-letter queue is of the same kind', () => {
    const text = store('AWS::SQS::Queue', 'FifoQueue: true');
    const lines = changed(text, write(itOf('AWS::SQS::Queue', 'FifoQueue: true')?.redrive, 'new')) ?? [];
    expect(lines.slice(0, 4)).toEqual([
      'RedrivePolicy:',
      'deadLetterTargetArn: !GetAtt ItDlq.Arn',
      'maxReceiveCount: 5',
      'ItDlq:',
    ]);
    expect(lines).toContain('MessageRetentionPeriod: 1209600');
  });
});

describe('buckets', () => {
  const on = 'BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true';
  test.each([
    ['private by default', '', ['absent', 'absent', 'absent']],
    ['readable', 'AccessControl: PublicRead', ['read', 'absent', 'absent']],
    ['writable', 'AccessControl: PublicReadWrite', ['write', 'absent', 'absent']],
    ['guarded', `PublicAccessBlockConfiguration: { ${on}, RestrictPublicBuckets: true }`, ['absent', true, 'absent']],
    [
      'one guard off',
      `PublicAccessBlockConfiguration: { ${on}, RestrictPublicBuckets: false }`,
      ['absent', false, 'absent'],
    ],
    ['a website', 'WebsiteConfiguration: { IndexDocument: a }', ['absent', 'absent', true]],
  ])('%s', (_, properties, expected) => {
    const access = itOf('AWS::S3::Bucket', properties)?.publicAccess;
    expect([said(access?.acl), said(access?.blocked), said(access?.website)]).toEqual(expected);
  });

  test('all four guards are written', () => {
    const edits = write(itOf('AWS::S3::Bucket', '')?.publicAccess?.blocked, true);
    expect(changed(store('AWS::S3::Bucket', ''), edits)?.filter((line) => line.endsWith('true'))).toHaveLength(4);
  });
});

test.each([
  [
    'a bucket to a queue',
    'A: { Type: AWS::S3::Bucket, Properties: { NotificationConfiguration: { QueueConfigurations: [{ Queue: !GetAtt Q.Arn }] } } }',
  ],
  [
    'a bucket to a queue by what the CDK makes',
    'A: { Type: AWS::S3::Bucket }\nN: { Type: Custom::S3BucketNotifications, Properties: { BucketName: !Ref A, NotificationConfiguration: { QueueConfigurations: [{ Events: [s3:ObjectCreated:*], QueueArn: !GetAtt Q.Arn }] } } }',
  ],
  [
    'a topic to a queue',
    'A: { Type: AWS::SNS::Topic }\nS: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref A, Endpoint: !GetAtt Q.Arn } }',
  ],
  [
    'a bus to a queue',
    'A: { Type: AWS::Events::EventBus }\nR: { Type: AWS::Events::Rule, Properties: { EventBusName: !Ref A, Targets: [{ Arn: !GetAtt Q.Arn }] } }',
  ],
  [
    'a pipe',
    'A: { Type: AWS::Kinesis::Stream }\nP: { Type: AWS::Pipes::Pipe, Properties: { Source: !GetAtt A.Arn, Target: !GetAtt Q.Arn } }',
  ],
])('%s leads on', (_, resources) => {
  const { stores } = modelOf(`Q: { Type: AWS::SQS::Queue }\n${resources}`);
  expect(stores.find(({ id }) => id === 'A')?.leadsTo).toEqual(['Q']);
});

test('a grant names tables by their ARN and their indexes', () => {
  expect(itOf('AWS::DynamoDB::Table', '')?.arn).toEqual({
    self: { refersTo: 'It', attribute: 'arn' },
    inside: { joined: [{ refersTo: 'It', attribute: 'arn' }, '/index/*'] },
  });
});

describe('the policy that denies requests without TLS', () => {
  test.each([
    ['a queue', 'AWS::SQS::Queue', 'Queues:\n        - !Ref It'],
    ['a topic', 'AWS::SNS::Topic', 'Topics:\n        - !Ref It'],
    ['a bucket', 'AWS::S3::Bucket', 'Bucket: !Ref It'],
  ])('names %s as CloudFormation asks for it: by URL, ARN or name', (_, type, expected) => {
    const edits = itOf(type, '')?.refusesCleartext;
    expect(
      edits?.kind === 'absent'
        ? edits
            .write(true)
            ?.map(({ text }) => text)
            .join('')
        : edits?.kind,
    ).toContain(expected);
  });
});

const tlsOnly = (bucket: string) => `P:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: ${bucket}
    PolicyDocument:
      Statement: { Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: false } } }
`;

test.each([
  ['points at it', '!Ref It', 'known'],
  ['names it, its reference lost', 'It', 'known'],
  ['names another', 'Other', 'absent'],
])('requests without TLS to a bucket, where the policy %s', (_, bucket, expected) => {
  const { stores } = modelOf(`It: { Type: AWS::S3::Bucket }\n${tlsOnly(bucket)}`);
  expect(stores.find(({ id }) => id === 'It')?.refusesCleartext?.kind).toBe(expected);
});
