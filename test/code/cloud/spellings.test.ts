import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import { needsIn } from '../../support/cloud-needs.js';

beforeAll(preparePython);

/** Ways to spell a call of an SDK, and what each needs; what it only may need has a question mark. */
const rows: readonly (readonly [what: string, path: string, text: string, needs: readonly string[]])[] = [
  [
    'v2 aggregated with promise',
    'h.js',
    `const AWS = require('aws-sdk'); const s3 = new AWS.S3(); exports.handler = () => s3.copyObject({}).promise();`,
    ['s3:GetObject', 's3:PutObject'],
  ],
  [
    'v2 managed upload',
    'h.js',
    `const S3 = require('aws-sdk/clients/s3'); const s3 = new S3(); exports.handler = () => s3.upload({}).promise();`,
    ['s3:PutObject'],
  ],
  [
    'v3 transact',
    'h.ts',
    `import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'; import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; const c = DynamoDBDocumentClient.from(new DynamoDBClient({})); export const handler = () => c.send(new TransactWriteCommand({ TransactItems: [{ Put: {} }] }));`,
    ['?dynamodb:PutItem'],
  ],
  [
    'v3 presigned',
    'h.ts',
    `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3'; import { getSignedUrl } from '@aws-sdk/s3-request-presigner'; const c = new S3Client({}); export const handler = () => getSignedUrl(c, new GetObjectCommand({}));`,
    ['s3:GetObject'],
  ],
  [
    'v3 send batch',
    'h.ts',
    `import { SQSClient, SendMessageBatchCommand } from '@aws-sdk/client-sqs'; const c = new SQSClient({}); export const handler = () => c.send(new SendMessageBatchCommand({}));`,
    ['sqs:SendMessage'],
  ],
  [
    'v3 publish batch',
    'h.ts',
    `import { SNSClient, PublishBatchCommand } from '@aws-sdk/client-sns'; const c = new SNSClient({}); export const handler = () => c.send(new PublishBatchCommand({}));`,
    ['sns:Publish'],
  ],
  [
    'v3 invoke',
    'h.ts',
    `import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda'; const c = new LambdaClient({}); export const handler = () => c.send(new InvokeCommand({}));`,
    ['lambda:InvokeFunction'],
  ],
  [
    'v3 head bucket',
    'h.ts',
    `import { S3Client, HeadBucketCommand } from '@aws-sdk/client-s3'; const c = new S3Client({}); export const handler = () => c.send(new HeadBucketCommand({}));`,
    ['s3:ListBucket'],
  ],
  [
    'v3 multipart',
    'h.ts',
    `import { S3Client, CreateMultipartUploadCommand } from '@aws-sdk/client-s3'; const c = new S3Client({}); export const handler = () => c.send(new CreateMultipartUploadCommand({}));`,
    ['s3:PutObject'],
  ],
  [
    'v3 partiql',
    'h.ts',
    `import { DynamoDBClient, ExecuteStatementCommand } from '@aws-sdk/client-dynamodb'; const c = new DynamoDBClient({}); export const handler = () => c.send(new ExecuteStatementCommand({}));`,
    ['?dynamodb:PartiQLSelect'],
  ],
  [
    'powertools secret',
    'h.ts',
    `import { getSecret } from '@aws-lambda-powertools/parameters/secrets'; export const handler = () => getSecret('a');`,
    ['?secretsmanager:GetSecretValue'],
  ],
  [
    'powertools parameter',
    'h.ts',
    `import { getParameter } from '@aws-lambda-powertools/parameters/ssm'; export const handler = () => getParameter('a');`,
    ['?ssm:GetParameter'],
  ],
  [
    'powertools idempotency',
    'h.ts',
    `import { makeIdempotent } from '@aws-lambda-powertools/idempotency'; import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb'; export const handler = makeIdempotent(async () => {}, { persistenceStore: new DynamoDBPersistenceLayer({ tableName: 't' }) });`,
    ['?dynamodb:PutItem'],
  ],
  [
    'boto3 session resource',
    'h.py',
    `import boto3
session = boto3.session.Session()
table = session.resource("dynamodb").Table("t")
def handler(event, context):
    table.put_item(Item={})
`,
    ['dynamodb:PutItem'],
  ],
  [
    'boto3 upload_file',
    'h.py',
    `import boto3
s3 = boto3.client("s3")
def handler(event, context):
    s3.upload_file("a", "b", "c")
`,
    ['s3:PutObject'],
  ],
  [
    'boto3 download bucket',
    'h.py',
    `import boto3
bucket = boto3.resource("s3").Bucket("b")
def handler(event, context):
    bucket.download_file("a", "b")
`,
    ['s3:GetObject'],
  ],
  [
    'boto3 waiter',
    'h.py',
    `import boto3
s3 = boto3.client("s3")
def handler(event, context):
    s3.get_waiter("object_exists").wait(Bucket="b", Key="k")
`,
    ['s3:GetObject'],
  ],
  [
    'boto3 presigned',
    'h.py',
    `import boto3
s3 = boto3.client("s3")
def handler(event, context):
    return s3.generate_presigned_url("get_object", Params={})
`,
    ['s3:GetObject'],
  ],
  [
    'python powertools',
    'h.py',
    `from aws_lambda_powertools.utilities import parameters
def handler(event, context):
    return parameters.get_secret("a")
`,
    ['?secretsmanager:GetSecretValue'],
  ],
  [
    'aioboto3',
    'h.py',
    `import aioboto3
async def go():
    async with aioboto3.Session().client("sqs") as sqs:
        await sqs.send_message(QueueUrl="q", MessageBody="m")
def handler(event, context):
    go()
`,
    ['sqs:SendMessage'],
  ],
];

test.each(rows)('%s', (_, path, text, needs) => {
  const { actions, perhaps, unsure } = needsIn(text, path);
  const found = [...[...actions.keys()], ...[...perhaps, ...actions.keys()].map((action) => `?${action}`)];
  expect(found).toEqual(expect.arrayContaining([...needs]));
  expect(unsure).toEqual([]);
});
