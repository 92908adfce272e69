import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'queue',
    `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; const c = new SQSClient({});`,
    `await c.send(new SendMessageCommand({ QueueUrl: event.queryStringParameters.q, MessageBody: 'x' }))`,
    'resource QueueUrl',
  ],
  [
    'secret',
    `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'; const c = new SecretsManagerClient({});`,
    'await c.send(new GetSecretValueCommand({ SecretId: event.queryStringParameters.q }))',
    'resource SecretId',
  ],
  [
    'ssm',
    `import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm'; const c = new SSMClient({});`,
    'await c.send(new GetParameterCommand({ Name: event.queryStringParameters.q }))',
    'resource Name',
  ],
  [
    'sfn',
    `import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'; const c = new SFNClient({});`,
    'await c.send(new StartExecutionCommand({ stateMachineArn: event.queryStringParameters.q }))',
    'resource stateMachineArn',
  ],
  [
    'kms',
    `import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms'; const c = new KMSClient({});`,
    'await c.send(new DecryptCommand({ KeyId: event.queryStringParameters.q }))',
    'resource KeyId',
  ],
  [
    'sts',
    `import { STSClient, AssumeRoleCommand } from '@aws-sdk/client-sts'; const c = new STSClient({});`,
    'await c.send(new AssumeRoleCommand({ RoleArn: event.queryStringParameters.q }))',
    'resource RoleArn',
  ],
  [
    'bus',
    `import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'; const c = new EventBridgeClient({});`,
    'await c.send(new PutEventsCommand({ Entries: [{ EventBusName: event.queryStringParameters.q }] }))',
    'resource EventBusName',
  ],
  [
    'v2 lambda',
    `import AWS from 'aws-sdk'; const c = new AWS.Lambda();`,
    'await c.invoke({ FunctionName: event.queryStringParameters.q }).promise()',
    'resource FunctionName',
  ],
  [
    'allow list',
    `import AWS from 'aws-sdk'; const c = new AWS.Lambda();`,
    `const f = event.queryStringParameters.q; if (!['a','b'].includes(f)) return; await c.invoke({ FunctionName: f }).promise()`,
    '',
  ],
  [
    's3 event bucket',
    `import AWS from 'aws-sdk'; const c = new AWS.S3();`,
    'const r = event.Records[0].s3; await c.getObject({ Bucket: r.bucket.name, Key: r.object.key }).promise()',
    '',
  ],
  [
    's3 event through sqs',
    `import AWS from 'aws-sdk'; const c = new AWS.S3();`,
    'const r = JSON.parse(event.Records[0].body).Records[0].s3; await c.getObject({ Bucket: r.bucket.name, Key: r.object.key }).promise()',
    '',
  ],
  [
    's3 event through eventbridge',
    `import AWS from 'aws-sdk'; const c = new AWS.S3();`,
    'await c.getObject({ Bucket: event.detail.bucket.name, Key: event.detail.object.key }).promise()',
    '',
  ],
  [
    'azure container',
    `import { BlobServiceClient } from '@azure/storage-blob'; const s = BlobServiceClient.fromConnectionString('x');`,
    `await s.getContainerClient(event.queryStringParameters.q).getBlockBlobClient('a').download()`,
    'resource Container',
  ],
  [
    'azure queue',
    `import { QueueServiceClient } from '@azure/storage-queue'; const s = QueueServiceClient.fromConnectionString('x');`,
    `await s.getQueueClient(event.queryStringParameters.q).sendMessage('a')`,
    'resource Queue',
  ],
  [
    'gcp bucket',
    `import { Storage } from '@google-cloud/storage'; const s = new Storage();`,
    `await s.bucket(event.queryStringParameters.q).file('a').download()`,
    'resource Bucket',
  ],
  [
    'gcp topic',
    `import { PubSub } from '@google-cloud/pubsub'; const s = new PubSub();`,
    'await s.topic(event.queryStringParameters.q).publishMessage({ data: 1 })',
    'resource Topic',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  [
    'resource bucket',
    `import boto3
s3 = boto3.resource("s3")`,
    's3.Bucket(event["queryStringParameters"]["q"]).download_file("a", "/tmp/a")',
    'resource Bucket',
  ],
  [
    'resource table',
    `import boto3
db = boto3.resource("dynamodb")`,
    'db.Table(event["queryStringParameters"]["q"]).scan()',
    'resource TableName',
  ],
  [
    'resource object',
    `import boto3
s3 = boto3.resource("s3")`,
    's3.Object(event["queryStringParameters"]["q"], "a").get()',
    'resource Bucket',
  ],
  [
    'client positional',
    `import boto3
s3 = boto3.client("s3")`,
    's3.upload_file("/tmp/a", event["queryStringParameters"]["q"], "k")',
    'resource Bucket',
  ],
  [
    'client named',
    `import boto3
s3 = boto3.client("s3")`,
    's3.get_object(Bucket=event["queryStringParameters"]["q"], Key="a")',
    'resource Bucket',
  ],
  [
    'gcp bucket',
    `from google.cloud import storage
s = storage.Client()`,
    's.bucket(event["queryStringParameters"]["q"]).blob("a").download_as_bytes()',
    'resource Bucket',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
