/*
 * Methods that are not operations of an API by their names. Sources: boto3 1.44.8 (resources-1.json), awslabs/iam-policy-autopilot
 * 8f09822 (boto3_utilities_mapping.json, js_v3_libraries.json), aws-sdk 2 (DocumentClient, S3), botocore 1.44.8 (waiters-2.json). 2026-11-26.
 */

type Methods = ReadonlyMap<string, readonly string[]>;

const upload: readonly string[] = ['PutObject', 'CreateMultipartUpload', 'UploadPart', 'CompleteMultipartUpload'];

/** Of clients, beside their operations: by prefix, then by method as it is written. */
export const clientMethods: ReadonlyMap<string, Methods> = new Map<string, Methods>([
  [
    's3',
    new Map([
      ['upload', ['Upload']],
      ['upload_file', upload],
      ['upload_fileobj', upload],
      ['download_file', ['GetObject', 'HeadObject']],
      ['download_fileobj', ['GetObject', 'HeadObject']],
      ['copy', ['CopyObject']],
      ['createPresignedPost', ['PutObject']],
      ['generate_presigned_post', ['PutObject']],
    ]),
  ],
]);

/** Of the clients that take plain values for DynamoDB: `DocumentClient` of version 2, `DynamoDBDocument` of version 3. */
export const documentMethods: Methods = new Map([
  ['get', ['GetItem']],
  ['put', ['PutItem']],
  ['update', ['UpdateItem']],
  ['delete', ['DeleteItem']],
  ['query', ['Query']],
  ['scan', ['Scan']],
  ['batchGet', ['BatchGetItem']],
  ['batchWrite', ['BatchWriteItem']],
  ['transactGet', ['TransactGetItems']],
  ['transactWrite', ['TransactWriteItems']],
  ['executeStatement', ['ExecuteStatement']],
  ['batchExecuteStatement', ['BatchExecuteStatement']],
  ['executeTransaction', ['ExecuteTransaction']],
]);

/** Commands of `@aws-sdk/lib-dynamodb`, without `Command`. */
export const documentCommands: Methods = new Map([
  ['Get', ['GetItem']],
  ['Put', ['PutItem']],
  ['Update', ['UpdateItem']],
  ['Delete', ['DeleteItem']],
  ['Query', ['Query']],
  ['Scan', ['Scan']],
  ['BatchGet', ['BatchGetItem']],
  ['BatchWrite', ['BatchWriteItem']],
  ['TransactGet', ['TransactGetItems']],
  ['TransactWrite', ['TransactWriteItems']],
  ['ExecuteStatement', ['ExecuteStatement']],
  ['BatchExecuteStatement', ['BatchExecuteStatement']],
  ['ExecuteTransaction', ['ExecuteTransaction']],
]);

/** Of boto3's resources, whatever class has them. `''`: what reading an attribute may load. */
export const resourceMethods: ReadonlyMap<string, Methods> = new Map<string, Methods>([
  [
    'dynamodb',
    new Map([
      ['batch_get_item', ['BatchGetItem']],
      ['batch_write_item', ['BatchWriteItem']],
      ['batch_writer', ['BatchWriteItem']],
      ['create_table', ['CreateTable']],
      ['delete', ['DeleteTable']],
      ['delete_item', ['DeleteItem']],
      ['get_item', ['GetItem']],
      ['put_item', ['PutItem']],
      ['query', ['Query']],
      ['scan', ['Scan']],
      ['tables', ['ListTables']],
      ['update', ['UpdateTable']],
      ['update_item', ['UpdateItem']],
      ['', ['DescribeTable']],
    ]),
  ],
  [
    's3',
    new Map([
      ['abort', ['AbortMultipartUpload']],
      ['buckets', ['ListBuckets']],
      ['complete', ['CompleteMultipartUpload']],
      ['copy', ['CopyObject']],
      ['copy_from', ['CopyObject', 'UploadPartCopy']],
      ['create', ['CreateBucket']],
      ['create_bucket', ['CreateBucket']],
      ['delete', ['DeleteObject', 'DeleteBucket']],
      ['delete_objects', ['DeleteObjects']],
      ['download_file', ['GetObject', 'HeadObject']],
      ['download_fileobj', ['GetObject', 'HeadObject']],
      ['get', ['GetObject']],
      ['head', ['HeadObject']],
      ['initiate_multipart_upload', ['CreateMultipartUpload']],
      ['multipart_uploads', ['ListMultipartUploads']],
      ['object_versions', ['ListObjectVersions']],
      ['objects', ['ListObjects']],
      ['parts', ['ListParts']],
      ['put', ['PutObject', 'PutObjectAcl', 'PutBucketTagging', 'PutBucketPolicy']],
      ['put_object', ['PutObject']],
      ['restore_object', ['RestoreObject']],
      ['upload', ['UploadPart']],
      ['upload_file', upload],
      ['upload_fileobj', upload],
      ['', ['HeadObject', 'ListBuckets', 'GetObjectAcl', 'GetBucketAcl', 'GetBucketPolicy', 'GetBucketVersioning']],
    ]),
  ],
  [
    'sqs',
    new Map([
      ['change_message_visibility_batch', ['ChangeMessageVisibilityBatch']],
      ['change_visibility', ['ChangeMessageVisibility']],
      ['create_queue', ['CreateQueue']],
      ['delete', ['DeleteMessage', 'DeleteMessageBatch', 'DeleteQueue']],
      ['delete_messages', ['DeleteMessageBatch']],
      ['get_queue_by_name', ['GetQueueUrl']],
      ['purge', ['PurgeQueue']],
      ['queues', ['ListQueues']],
      ['receive_messages', ['ReceiveMessage']],
      ['send_message', ['SendMessage']],
      ['send_messages', ['SendMessageBatch']],
      ['set_attributes', ['SetQueueAttributes']],
      ['', ['GetQueueAttributes']],
    ]),
  ],
  [
    'sns',
    new Map([
      ['confirm_subscription', ['ConfirmSubscription']],
      ['create_platform_endpoint', ['CreatePlatformEndpoint']],
      ['create_topic', ['CreateTopic']],
      ['delete', ['DeleteTopic', 'Unsubscribe']],
      ['publish', ['Publish']],
      ['set_attributes', ['SetTopicAttributes', 'SetSubscriptionAttributes']],
      ['subscribe', ['Subscribe']],
      ['subscriptions', ['ListSubscriptions', 'ListSubscriptionsByTopic']],
      ['topics', ['ListTopics']],
      ['', ['GetTopicAttributes', 'GetSubscriptionAttributes']],
    ]),
  ],
]);

/** What waiters ask again and again, by the name of the waiter without case and lines. */
export const waiters: Methods = new Map([
  ['bucketexists', ['HeadBucket']],
  ['bucketnotexists', ['HeadBucket']],
  ['objectexists', ['HeadObject']],
  ['objectnotexists', ['HeadObject']],
  ['tableexists', ['DescribeTable']],
  ['tablenotexists', ['DescribeTable']],
  ['functionactive', ['GetFunctionConfiguration']],
  ['functionactivev2', ['GetFunction']],
  ['functionexists', ['GetFunction']],
  ['functionupdated', ['GetFunctionConfiguration']],
  ['functionupdatedv2', ['GetFunction']],
  ['streamexists', ['DescribeStream']],
  ['streamnotexists', ['DescribeStream']],
  ['taskstopped', ['DescribeTasks']],
  ['tasksrunning', ['DescribeTasks']],
  ['tasksstopped', ['DescribeTasks']],
  ['servicesstable', ['DescribeServices']],
  ['stackcreatecomplete', ['DescribeStacks']],
  ['stackupdatecomplete', ['DescribeStacks']],
  ['stackdeletecomplete', ['DescribeStacks']],
]);
