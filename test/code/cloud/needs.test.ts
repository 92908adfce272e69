import { beforeAll, describe, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import { actionsIn, needsIn } from '../../support/cloud-needs.js';

beforeAll(preparePython);

const ddb = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));`;

const scripts: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a command of version 3',
    `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
     const sqs = new SQSClient({});
     export const handler = () => sqs.send(new SendMessageCommand({ QueueUrl: 'x' }));`,
    ['sqs:SendMessage'],
  ],
  ['a document command', `${ddb} export const handler = () => client.send(new GetCommand({}));`, ['dynamodb:GetItem']],
  [
    'who one is, which needs no permission but is asked for all the same',
    `import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
     export const handler = () => new STSClient({}).send(new GetCallerIdentityCommand({}));`,
    ['sts:GetCallerIdentity'],
  ],
  ['an imported command that nothing makes', `${ddb} export const handler = () => 1;`, []],
  [
    'commands taken out of a required module',
    `const { S3Client, HeadObjectCommand, ListObjectsV2Command } = require('@aws-sdk/client-s3');
     const s3 = new S3Client();
     exports.handler = () => s3.send(new HeadObjectCommand({}));`,
    ['s3:GetObject'],
  ],
  [
    'a command in a function that nothing calls',
    `${ddb} function spare() { return client.send(new PutCommand({})); } export const handler = () => 1;`,
    ['dynamodb:PutItem'],
  ],
  [
    'a paginator and a waiter',
    `import { S3Client, paginateListObjectsV2, waitUntilObjectExists } from '@aws-sdk/client-s3';
     export const handler = async () => { for await (const p of paginateListObjectsV2({}, {})) await waitUntilObjectExists({}, p); };`,
    ['s3:GetObject', 's3:ListBucket'],
  ],
  [
    'a client with methods of version 3',
    `import { SNS } from '@aws-sdk/client-sns'; const sns = new SNS();
     export const handler = () => sns.publishBatch({ TopicArn: process.env.T });`,
    ['sns:Publish'],
  ],
  [
    'a document client of version 2',
    `const AWS = require('aws-sdk'); const table = new AWS.DynamoDB.DocumentClient();
     exports.handler = (event) => table.update({ Key: event.headers.get('x') }).promise();`,
    ['dynamodb:UpdateItem'],
  ],
  [
    'a service by its own path, traced',
    `import SSM from 'aws-sdk/clients/ssm'; import * as tracing from 'aws-xray-sdk';
     const ssm = tracing.captureAWSClient(new SSM());
     export const handler = () => ssm.getParametersByPath({ Path: '/a' }).promise();`,
    ['ssm:GetParametersByPath'],
  ],
  [
    'a signed address of version 2',
    `const S3 = require('aws-sdk/clients/s3'); const s3 = new S3();
     exports.handler = () => s3.getSignedUrlPromise('getObject', {});`,
    ['s3:GetObject'],
  ],
  [
    'an upload in parts',
    `import { S3 } from '@aws-sdk/client-s3'; import { Upload } from '@aws-sdk/lib-storage';
     export const handler = (e) => new Upload({ client: new S3({}), params: {} }).done();`,
    [],
  ],
  [
    'a method that is passed on',
    `const AWS = require('aws-sdk'); const { promisify } = require('util'); const lambda = new AWS.Lambda();
     const invoke = promisify(lambda.invoke).bind(lambda); exports.handler = () => invoke({});`,
    ['lambda:InvokeFunction'],
  ],
  [
    'a model of Bedrock',
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
     export const handler = () => new BedrockRuntimeClient({}).send(new ConverseCommand({}));`,
    ['bedrock:InvokeModel'],
  ],
];

const pythons: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a client of boto3',
    `import boto3\nsqs = boto3.client('sqs')\ndef handler(event, context):\n    sqs.send_message_batch(QueueUrl='x')\n`,
    ['sqs:SendMessage'],
  ],
  [
    'a table of boto3',
    `import boto3\ntable = boto3.resource('dynamodb').Table('t')\ndef handler(event, context):\n    name = event.get('name')\n    return table.get_item(Key={'id': name})\n`,
    ['dynamodb:GetItem'],
  ],
  [
    'a batch writer',
    `import boto3\ntable = boto3.resource('dynamodb').Table('t')\ndef handler(event, context):\n    with table.batch_writer() as batch:\n        batch.put_item(Item={})\n`,
    ['dynamodb:BatchWriteItem', 'dynamodb:PutItem'],
  ],
  [
    'a session of boto3',
    `import boto3\nsession = boto3.session.Session()\nclient = session.client(service_name='secretsmanager')\ndef handler(event, context):\n    return client.get_secret_value(SecretId='a')\n`,
    ['secretsmanager:GetSecretValue'],
  ],
  [
    'a paginator by name',
    `import boto3\ns3 = boto3.client('s3')\ndef handler(event, context):\n    for page in s3.get_paginator('list_objects_v2').paginate(Bucket='b'):\n        print(page)\n`,
    ['s3:ListBucket'],
  ],
  [
    'objects of a bucket, deleted',
    `import boto3\nbucket = boto3.resource('s3').Bucket('b')\ndef handler(event, context):\n    bucket.objects.filter(Prefix='a').delete()\n`,
    ['s3:DeleteBucket', 's3:DeleteObject', 's3:ListBucket'],
  ],
  [
    'a client that is made where it is used',
    `import boto3\ndef handler(event, context):\n    return boto3.client('stepfunctions').start_execution(stateMachineArn='a')\n`,
    ['states:StartExecution'],
  ],
];

describe('what is called for certain', () => {
  test.each(scripts)('%s', (_, text, actions) => {
    expect(actionsIn(text)).toEqual(actions);
    expect(needsIn(text).unsure).toEqual([]);
  });

  test.each(pythons)('Python: %s', (_, text, actions) => {
    expect(actionsIn(text, 'handler.py')).toEqual(actions);
    expect(needsIn(text, 'handler.py').unsure).toEqual([]);
  });
});

test('a client of another file is known where it is used', () => {
  const files = {
    'handler.js': `const { table } = require('./table'); exports.handler = () => table.query({});`,
    'table.js': `const AWS = require('aws-sdk'); exports.table = new AWS.DynamoDB.DocumentClient();`,
  };
  expect(actionsIn(files)).toEqual(['dynamodb:Query']);
});

const open: readonly (readonly [string, string])[] = [
  [
    'an operation of a name that is not known',
    `const AWS = require('aws-sdk'); const s3 = new AWS.S3(); exports.handler = (e) => s3[e.op]({}).promise();`,
  ],
  ['a library that nobody knows', `const x = require('@company/stores'); exports.handler = () => x.save();`],
  ['a module that is chosen', `exports.handler = (e) => require(process.env.MODULE)(e);`],
  [
    'another program',
    `const { execFile } = require('node:child_process'); exports.handler = () => execFile('aws', []);`,
  ],
  [
    'a service of which no actions are known',
    `const AWS = require('aws-sdk'); exports.handler = () => new AWS.Pricing().getProducts({}).promise();`,
  ],
  [
    'a waiter of a name that is not known',
    `const AWS = require('aws-sdk'); const s3 = new AWS.S3(); exports.handler = (e) => s3.waitFor(e.what, {}).promise();`,
  ],
];

test.each(open)('nothing is certain with %s', (_, text) => {
  expect(needsIn(text).unsure).not.toEqual([]);
});

test.each([
  [
    'a service that is chosen',
    `import boto3\ndef handler(event, context):\n    return boto3.client(event['service']).list_things()\n`,
  ],
  [
    'an attribute that is chosen',
    `import boto3\ns3 = boto3.client('s3')\ndef handler(event, context):\n    return getattr(s3, event['op'])()\n`,
  ],
  [
    'requests that are signed by hand',
    `import boto3\nfrom botocore.auth import SigV4Auth\ndef handler(event, context):\n    return SigV4Auth(None, 's3', 'x')\n`,
  ],
])('Python: nothing is certain with %s', (_, text) => {
  expect(needsIn(text, 'handler.py').unsure).not.toEqual([]);
});

test('what a field asks for, and what other services do with the permissions of the caller, may be needed', () => {
  const put = (fields: string) =>
    needsIn(`import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';
      export const handler = () => new S3Client({}).send(new PutObjectCommand({ ${fields} }));`).perhaps;
  expect(put(`ACL: 'private'`)).toContain('s3:PutObjectAcl');
  expect(put(`Body: ''`)).not.toContain('s3:PutObjectAcl');
  const { perhaps } = needsIn(`import { RekognitionClient, DetectLabelsCommand } from '@aws-sdk/client-rekognition';
    export const handler = () => new RekognitionClient({}).send(new DetectLabelsCommand({}));`);
  expect(perhaps).toContain('s3:*');
  expect(perhaps).not.toContain('rekognition:*');
});
