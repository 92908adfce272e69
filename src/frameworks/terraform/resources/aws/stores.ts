/* eslint max-lines: ['error', 200] -- one entry for each kind of store */
import { argument, block, blocks, companion, document, type Fields, group, type ResourceTable } from '../field.js';
import { eachOf, withKeyRules } from './api-forms.js';

/** Access control lists by the words of Terraform. */
export const accessWords = {
  private: 'Private',
  'public-read': 'PublicRead',
  'public-read-write': 'PublicReadWrite',
  'authenticated-read': 'AuthenticatedRead',
  'aws-exec-read': 'AwsExecRead',
  'bucket-owner-read': 'BucketOwnerRead',
  'bucket-owner-full-control': 'BucketOwnerFullControl',
  'log-delivery-write': 'LogDeliveryWrite',
};

/** Key rules of a notification, which the API keeps in a list of names and values. */
const keyRules = {
  FilterPrefix: argument('filter_prefix'),
  FilterSuffix: argument('filter_suffix'),
};
const inRules = { as: eachOf(withKeyRules) };

/** What the resource and the module of the registry say of a queue in the same words. */
export const queueFields: Fields = {
  QueueName: argument('name'),
  FifoQueue: argument('fifo_queue'),
  VisibilityTimeout: argument('visibility_timeout_seconds'),
  MessageRetentionPeriod: argument('message_retention_seconds'),
  SqsManagedSseEnabled: argument('sqs_managed_sse_enabled'),
  KmsMasterKeyId: argument('kms_master_key_id'),
  RedrivePolicy: document('redrive_policy'),
};

const encryptionRule: Fields = {
  ServerSideEncryptionByDefault: block('apply_server_side_encryption_by_default', {
    SSEAlgorithm: argument('sse_algorithm'),
    KMSMasterKeyID: argument('kms_master_key_id'),
  }),
};

/** Rules of a bucket, and those that stood in it once. */
const rule: Fields = {
  Status: argument('status'),
  Expiration: block('expiration', { Days: argument('days') }),
  NoncurrentVersionExpiration: block('noncurrent_version_expiration', { NoncurrentDays: argument('noncurrent_days') }),
  AbortIncompleteMultipartUpload: block('abort_incomplete_multipart_upload', {
    DaysAfterInitiation: argument('days_after_initiation'),
  }),
};
const olderRule: Fields = {
  Status: argument('enabled', { words: { true: 'Enabled', false: 'Disabled' } }),
  Expiration: block('expiration', { Days: argument('days') }),
  NoncurrentVersionExpiration: block('noncurrent_version_expiration', { NoncurrentDays: argument('days') }),
  AbortIncompleteMultipartUpload: argument('abort_incomplete_multipart_upload_days'),
};

const website = { IndexDocument: argument('index_document') };
const acl = argument('acl', { words: accessWords });
const grants = blocks(
  'grant',
  { Permission: argument('permission'), Grantee: block('grantee', { Uri: argument('uri') }) },
  { within: 'access_control_policy' },
);

/** What a list of its own says about who may use a bucket. */
export const accessFields: Fields = { AccessControl: acl, Grants: grants };

/** What holds or passes on data. */
export const storeTables: Readonly<Record<string, ResourceTable>> = {
  aws_sqs_queue: {
    type: 'AWS::SQS::Queue',
    fields: {
      ...queueFields,
      RedrivePolicy: document('redrive_policy', {
        orElse: companion('aws_sqs_queue_redrive_policy', 'queue_url', { value: document('redrive_policy') }),
      }),
    },
    policy: { type: 'AWS::SQS::QueuePolicy', target: 'Queues', document: 'PolicyDocument', field: document('policy') },
  },
  aws_sqs_queue_policy: {
    type: 'AWS::SQS::QueuePolicy',
    fields: { Queues: argument('queue_url'), PolicyDocument: document('policy') },
  },
  aws_sns_topic: {
    type: 'AWS::SNS::Topic',
    fields: {
      TopicName: argument('name'),
      KmsMasterKeyId: argument('kms_master_key_id'),
    },
    policy: { type: 'AWS::SNS::TopicPolicy', target: 'Topics', document: 'PolicyDocument', field: document('policy') },
  },
  aws_sns_topic_policy: {
    type: 'AWS::SNS::TopicPolicy',
    fields: { Topics: argument('arn'), PolicyDocument: document('policy') },
  },
  aws_sns_topic_subscription: {
    type: 'AWS::SNS::Subscription',
    fields: {
      TopicArn: argument('topic_arn'),
      Protocol: argument('protocol'),
      Endpoint: argument('endpoint'),
      FilterPolicy: document('filter_policy'),
      RedrivePolicy: document('redrive_policy'),
    },
  },
  aws_kinesis_stream: {
    type: 'AWS::Kinesis::Stream',
    fields: {
      Name: argument('name'),
      StreamEncryption: group({ EncryptionType: argument('encryption_type'), KeyId: argument('kms_key_id') }),
    },
  },
  aws_kinesis_resource_policy: {
    type: 'AWS::Kinesis::ResourcePolicy',
    fields: { ResourceArn: argument('resource_arn'), ResourcePolicy: document('policy') },
  },
  aws_kinesis_firehose_delivery_stream: {
    type: 'AWS::KinesisFirehose::DeliveryStream',
    fields: {
      DeliveryStreamName: argument('name'),
      KinesisStreamSourceConfiguration: block('kinesis_source_configuration', {
        KinesisStreamARN: argument('kinesis_stream_arn'),
      }),
      ExtendedS3DestinationConfiguration: block('extended_s3_configuration', { BucketARN: argument('bucket_arn') }),
    },
  },
  aws_dynamodb_table: {
    type: 'AWS::DynamoDB::Table',
    fields: {
      TableName: argument('name'),
      TimeToLiveSpecification: block('ttl', { Enabled: argument('enabled') }),
      PointInTimeRecoverySpecification: block('point_in_time_recovery', {
        PointInTimeRecoveryEnabled: argument('enabled'),
      }),
      SSESpecification: block('server_side_encryption', {
        SSEEnabled: argument('enabled'),
        KMSMasterKeyId: argument('kms_key_arn'),
      }),
      ResourcePolicy: companion('aws_dynamodb_resource_policy', 'resource_arn', {
        fields: { PolicyDocument: document('policy') },
      }),
    },
  },
  aws_s3_bucket: {
    type: 'AWS::S3::Bucket',
    fields: {
      BucketName: argument('bucket'),
      AccessControl: { ...acl, orElse: companion('aws_s3_bucket_acl', 'bucket', { value: acl }) },
      Grants: blocks(
        'grant',
        { Permission: argument('permissions'), Uri: argument('uri') },
        { besides: [companion('aws_s3_bucket_acl', 'bucket', { value: grants })] },
      ),
      WebsiteConfiguration: block('website', website, {
        orElse: companion('aws_s3_bucket_website_configuration', 'bucket', { fields: website }),
      }),
      ObjectLockEnabled: argument('object_lock_enabled'),
      'BucketEncryption.ServerSideEncryptionConfiguration': blocks('rule', encryptionRule, {
        within: 'server_side_encryption_configuration',
        besides: [
          companion('aws_s3_bucket_server_side_encryption_configuration', 'bucket', {
            value: blocks('rule', encryptionRule),
          }),
        ],
      }),
      'LifecycleConfiguration.Rules': blocks('lifecycle_rule', olderRule, {
        besides: [companion('aws_s3_bucket_lifecycle_configuration', 'bucket', { value: blocks('rule', rule) })],
      }),
      PublicAccessBlockConfiguration: companion('aws_s3_bucket_public_access_block', 'bucket', {
        fields: {
          BlockPublicAcls: argument('block_public_acls'),
          BlockPublicPolicy: argument('block_public_policy'),
          IgnorePublicAcls: argument('ignore_public_acls'),
          RestrictPublicBuckets: argument('restrict_public_buckets'),
        },
      }),
      NotificationConfiguration: companion('aws_s3_bucket_notification', 'bucket', {
        fields: {
          LambdaConfigurations: blocks(
            'lambda_function',
            { Function: argument('lambda_function_arn'), ...keyRules },
            inRules,
          ),
          QueueConfigurations: blocks('queue', { Queue: argument('queue_arn'), ...keyRules }, inRules),
          TopicConfigurations: blocks('topic', { Topic: argument('topic_arn'), ...keyRules }, inRules),
        },
      }),
    },
    policy: { type: 'AWS::S3::BucketPolicy', target: 'Bucket', document: 'PolicyDocument', field: document('policy') },
  },
  aws_s3_bucket_policy: {
    type: 'AWS::S3::BucketPolicy',
    fields: { Bucket: argument('bucket'), PolicyDocument: document('policy') },
  },
};
