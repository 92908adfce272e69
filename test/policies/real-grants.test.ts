import { beforeAll, expect, test } from '@jest/globals';
import { adviseNothing, contextOf } from '../../src/judgement/judge.js';
import { preparePython } from '../../src/languages/python/parse.js';
import unused from '../../src/policies/over-privileged-permissions/unused-grant/policy.js';
import { inspectCode } from '../../src/policies/run.js';
import { defaultSettings } from '../../src/settings/defaults.js';
import { readCode } from '../support/read-code.js';

/*
 * Roles of the examples of Serverless Framework (github.com/serverless/examples), read by hand on 2026-11-26: what a statement
 * grants, what each function calls, and what is left over. Only these facts are theirs; the code is written here.
 */

beforeAll(preparePython);

const context = contextOf({
  policies: [unused],
  settings: defaultSettings(),
  date: '2026-11-26',
  advise: adviseNothing,
});

type Style =
  | 'document'
  | 'typed document'
  | 'commands'
  | 'client'
  | 'boto3 client'
  | 'boto3 table'
  | 'kinesis'
  | 'vision'
  | 'none';

/** A function as it calls: the name of the method or command. */
const writing: Readonly<Record<Style, (calls: readonly string[]) => string>> = {
  document: (calls) =>
    `const AWS = require('aws-sdk');\nconst table = new AWS.DynamoDB.DocumentClient();
module.exports.handler = (event, context, callback) => {
${calls.map((name) => `  table.${name}({ TableName: process.env.TABLE }, (error, found) => callback(null, { statusCode: error ? 500 : 200, body: JSON.stringify(found) }));`).join('\n')}
};\n`,
  'typed document': (calls) =>
    `import { DynamoDB } from 'aws-sdk';\nconst table = new DynamoDB.DocumentClient();
export const handler = async (event: { body: string }) => {
${calls.map((name) => `  await table.${name}({ TableName: process.env.TABLE! } as never).promise();`).join('\n')}
};\n`,
  commands: (calls) =>
    `const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand, PutCommand } = require('@aws-sdk/lib-dynamodb');
const express = require('express');\nconst serverless = require('serverless-http');
const table = DynamoDBDocumentClient.from(new DynamoDBClient());\nconst app = express();
app.post('/', async (req, res) => {
${calls.map((name) => `  await table.send(new ${name}({ TableName: process.env.TABLE, Key: { id: req.params.id } }));`).join('\n')}
  res.json({});\n});\nexports.handler = serverless(app);\n`,
  client: (calls) =>
    `const AWS = require('aws-sdk');\nconst s3 = new AWS.S3();
module.exports.handler = (event) => Promise.all([${calls.map((name) => `s3.${name}({ Bucket: process.env.BUCKET, Key: event.key, Body: 'x' }).promise()`).join(', ')}]);\n`,
  'boto3 client': (calls) =>
    `import os\nimport boto3\nfrom flask import Flask, jsonify, request\napp = Flask(__name__)\nclient = boto3.client('dynamodb')
if os.environ.get('IS_OFFLINE'):\n    client = boto3.client('dynamodb', region_name='localhost', endpoint_url='http://localhost:8000')
@app.route('/users', methods=['POST'])\ndef handler():
${calls.map((name) => `    client.${name}(TableName=os.environ['TABLE'], Key={'id': {'S': request.json.get('id')}})`).join('\n')}
    return jsonify({})\n`,
  'boto3 table': (calls) =>
    `import json\nimport os\nimport boto3\ndynamodb = boto3.resource('dynamodb')
def handler(event, context):\n    table = dynamodb.Table(os.environ['TABLE'])
${calls.map((name) => `    table.${name}()`).join('\n')}\n    return {'statusCode': 200}\n`,
  kinesis: (calls) =>
    `import { Kinesis } from 'aws-sdk';\nconst kinesis = new Kinesis();
export const handler = async (event: { body: string }) => {
${calls.map((name) => `  await kinesis.${name}({ Data: event.body, PartitionKey: '1', StreamName: process.env.STREAM! }).promise();`).join('\n')}
};\n`,
  vision: (calls) =>
    `const AWS = require('aws-sdk');\nconst vision = new AWS.Rekognition();
module.exports.handler = (event) => new Promise((resolve) => {
${calls.map((name) => `  vision.${name}({ Image: { S3Object: { Bucket: event.bucket, Name: event.name } } }, (error, data) => resolve(data));`).join('\n')}
});\n`,
  none: () =>
    `module.exports.handler = (event, context, callback) => {\n  console.log('done');\n  callback(null);\n};\n`,
};

const allOfTables = 'Query Scan GetItem PutItem UpdateItem DeleteItem'.split(' ').map((name) => `dynamodb:${name}`);
const crud = ['put', 'scan', 'get', 'update', 'delete'];
const boto = ['put_item', 'scan', 'get_item', 'update_item', 'delete_item'];

/** Each function by its calls, one after the other. */
type Row = readonly [
  example: string,
  style: Style,
  functions: readonly (readonly string[])[],
  granted: readonly string[],
  spare: readonly string[],
];

const each = (names: readonly string[]) => names.map((name) => [name]);
const rows: readonly Row[] = [
  [
    'aws-node-express-dynamodb-api',
    'commands',
    [['GetCommand', 'PutCommand']],
    allOfTables,
    ['Query', 'Scan', 'UpdateItem', 'DeleteItem'],
  ],
  [
    'aws-node-fetch-file-and-store-in-s3',
    'client',
    [['putObject']],
    ['s3:PutObject', 's3:PutObjectAcl'],
    ['PutObjectAcl'],
  ],
  [
    'aws-node-http-api-typescript-dynamodb',
    'typed document',
    each(crud.slice(0, 4)),
    allOfTables,
    ['Query', 'DeleteItem'],
  ],
  [
    'aws-node-typescript-rest-api-with-dynamodb',
    'typed document',
    each(crud.slice(0, 4)),
    allOfTables,
    ['Query', 'DeleteItem'],
  ],
  [
    'aws-python-flask-dynamodb-api',
    'boto3 client',
    [['get_item', 'put_item']],
    allOfTables,
    ['Query', 'Scan', 'UpdateItem', 'DeleteItem'],
  ],
  ['aws-node-http-api-dynamodb', 'document', each(crud), allOfTables, ['Query']],
  ['aws-node-rest-api-with-dynamodb', 'document', each(crud), allOfTables, ['Query']],
  ['aws-python-http-api-with-dynamodb', 'boto3 table', each(boto), allOfTables, ['Query']],
  [
    'aws-node-typescript-kinesis',
    'kinesis',
    [['putRecord'], []],
    ['kinesis:PutRecord', 'kinesis:PutRecords'],
    ['PutRecords'],
  ],
  ['aws-node-upload-to-s3-and-postprocess', 'none', [[]], ['s3:*'], ['*']],
  ['aws-node-rekognition-analysis-s3-image', 'vision', [['detectLabels']], ['s3:*', 'rekognition:*'], ['*']],
];

test.each(rows)('%s', async (...[, style, functions, granted, spare]) => {
  const isPython = style.startsWith('boto3');
  const ending = isPython ? 'py' : style === 'typed document' || style === 'kinesis' ? 'ts' : 'js';
  const files = Object.fromEntries(functions.map((calls, index) => [`f${index}.${ending}`, writing[style](calls)]));
  const problems = (await readCode({ 'serverless.yml': template(functions.length, granted), ...files })).flatMap(
    (code) => inspectCode(code, [unused], context).problems.map(({ problem }) => problem),
  );
  const [named = ''] = problems.map(({ message }) => message.slice(0, message.search(/; (?:its|their) code|, which/)));
  expect([...named.matchAll(/`\w+:([\w*]+)`/g)].map(([, action]) => action)).toEqual(spare);
  expect(problems).toHaveLength(1);
});

test('twenty functions and ten roles', () => {
  expect(rows.flatMap(([, , functions]) => functions).length).toBeGreaterThanOrEqual(20);
  expect(rows.length).toBeGreaterThanOrEqual(10);
});

function template(functions: number, granted: readonly string[]): string {
  const list = Array.from({ length: functions }, (_, index) => {
    return `  f${index}:\n    handler: f${index}.handler\n    events:\n      - http: POST /f${index}\n`;
  });
  return `service: example
provider:
  name: aws
  iam:
    role:
      statements:
        - Effect: Allow
          Action: [${granted.map((action) => `'${action}'`).join(', ')}]
          Resource: '*'
functions:
${list.join('')}`;
}
