import { beforeAll, expect, test } from '@jest/globals';
import { adviseNothing, contextOf } from '../../src/judgement/judge.js';
import { preparePython } from '../../src/languages/python/parse.js';
import wildcard from '../../src/policies/over-privileged-permissions/wildcard-resource/policy.js';
import { checkStack, refineProblems } from '../../src/policies/run.js';
import { defaultSettings } from '../../src/settings/defaults.js';
import { readCode } from '../support/read-code.js';

beforeAll(preparePython);

const context = contextOf({
  policies: [wildcard],
  settings: defaultSettings(),
  date: '2026-11-26',
  advise: adviseNothing,
});

const template = (runtime: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
  Lines:
    Type: AWS::DynamoDB::Table
  Take:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: .
      Handler: take.handler
      Runtime: ${runtime}
      Environment:
        Variables:
          LINES: !Ref Lines
          ELSEWHERE: !ImportValue table
      Policies:
        - Statement:
            - Effect: Allow
              Action: [dynamodb:GetItem, dynamodb:PutItem]
              Resource: '*'
${more}`;

const head = `const { DynamoDBClient, GetItemCommand, PutItemCommand } = require('@aws-sdk/client-dynamodb');
const { S3Client } = require('@aws-sdk/client-s3');
const client = new DynamoDBClient({});
`;
const lines = 'process.env.LINES';
const get = (table: string) => `await client.send(new GetItemCommand({ TableName: ${table}, Key: {} }));`;
const handler = (body: string) => `${head}exports.handler = async (event) => { ${body} };\n`;

test.each<[string, string, string, string]>([
  ['one table by a variable', handler(get(lines)), 'only Lines (`take.js` line 4)', '!GetAtt Lines.Arn'],
  ['one table by its name', handler(get(`'orders'`)), 'only Orders (`take.js` line 4)', '!GetAtt Orders.Arn'],
  [
    'a name that is kept',
    handler(`const TableName = ${lines}; ${get('TableName')}`),
    'only Lines (`take.js` line 4)',
    '!GetAtt Lines.Arn',
  ],
  [
    'both tables',
    handler(`${get(lines)} await client.send(new PutItemCommand({ TableName: 'orders', Item: {} }));`),
    'only Lines (`take.js` line 4) and Orders (`take.js` line 4)',
    '!GetAtt Lines.Arn !GetAtt Orders.Arn',
  ],
  ['a table of the caller', handler(get('event.table')), '', ''],
  ['a table that stands elsewhere', handler(`${get(lines)} ${get('process.env.ELSEWHERE')}`), '', ''],
  ['a call with what cannot be told', handler(`${get(lines)} await client.send(new PutItemCommand(event));`), '', ''],
  [
    'a call that another library makes',
    `require('@aws-lambda-powertools/idempotency/dynamodb'); ${handler(get(lines))}`,
    '',
    '',
  ],
])('%s', async (_, code, told, fixed) => {
  expect(await bound({ 'template.yaml': template('nodejs22.x'), 'take.js': code })).toEqual([told, fixed]);
});

const python = (body: string) => `import os\nimport boto3\ntable = boto3.resource('dynamodb').Table(os.environ['LINES'])
client = boto3.client('dynamodb')\ndef handler(event, context):\n    ${body}\n`;

test.each<[string, string, string, string]>([
  ['a resource of boto3', python('table.get_item(Key={})'), 'only Lines (`take.py` line 3)', '!GetAtt Lines.Arn'],
  [
    'a resource and a client',
    python(`client.get_item(TableName='orders', Key={})`),
    'only Lines (`take.py` line 3) and Orders (`take.py` line 6)',
    '!GetAtt Lines.Arn !GetAtt Orders.Arn',
  ],
  ['a paginator', python(`client.get_paginator('scan').paginate(TableName='orders')`), '', ''],
  ['many tables in one call', python(`client.batch_get_item(RequestItems=event['tables'])`), '', ''],
])('Python: %s', async (_, code, told, fixed) => {
  expect(await bound({ 'template.yaml': template('python3.13'), 'take.py': code })).toEqual([told, fixed]);
});

/** What the code is told to use, and what the fix writes. */
async function bound(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const [problem] = (await readCode(files)).flatMap((code) =>
    refineProblems(checkStack(code.stack, [wildcard], context).problems, code).map((one) => one.problem),
  );
  const [, told = ''] = /its code uses (.*)\.$/.exec(problem?.message ?? 'no problem: its code uses nothing.') ?? [];
  const written = problem?.fix?.edits.map(({ text }) => text.replaceAll(/[\s-]+/g, ' ').trim()).join(' ') ?? '';
  return [told, written];
}
