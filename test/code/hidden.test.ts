import { expect, test } from '@jest/globals';
import { adviseNothing, contextOf } from '../../src/judgement/judge.js';
import policy from '../../src/policies/coarse-granularity/oversized-or-swallowing-handler/policy.js';
import { inspectCode } from '../../src/policies/run.js';
import { defaultSettings } from '../../src/settings/defaults.js';
import { flowsIn } from '../support/flows.js';
import { readCode } from '../support/read-code.js';

const sdk = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; const sqs = new SQSClient({});
const send = (text) => sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: text }));
async function keep(text) { await send(text); }
const AWS = require('aws-sdk'); const s3 = new AWS.S3();`;

test.each<[string, string, readonly string[]]>([
  [
    'a command that is sent',
    `sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'x' }));`,
    ['dropped call: sqs.send'],
  ],
  ['a command that is awaited', `await sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'x' }));`, []],
  ['a command that is given back', `return sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'x' }));`, []],
  [
    'a command whose promise is kept',
    `const all = []; all.push(sqs.send(new SendMessageCommand({}))); await Promise.all(all);`,
    [],
  ],
  [
    'a promise of version 2',
    `s3.putObject({ Bucket: 'b', Key: 'k' }).promise();`,
    ['dropped call: s3.putObject().promise'],
  ],
  ['a callback of version 2', `s3.putObject({ Bucket: 'b', Key: 'k' }, (error) => console.log('done'));`, []],
  ['an asynchronous function', `keep('x');`, ['dropped call: keep']],
  ['an asynchronous function that is awaited', `await keep('x');`, []],
  ['one that is let go on purpose', `void keep('x');`, []],
  ['a function for each item', `[1, 2].forEach(async (item) => { await send(item); });`, ['dropped each: forEach']],
  [
    'a function for each item that is awaited',
    `await Promise.all([1, 2].map(async (item) => { await send(item); }));`,
    [],
  ],
  ['a request', `fetch('https://example.com', { method: 'POST' });`, ['dropped call: fetch']],
  ['a request that is awaited', `await fetch('https://example.com');`, []],
  [
    'a request with what is done after it',
    `fetch('https://example.com').then((answer) => answer.json()).catch(console.error);`,
    ['dropped call: fetch'],
  ],
  ['a request that is let go on purpose', `void fetch('https://example.com').catch(() => {});`, []],
  ['a file', `const fs = require('fs/promises'); fs.writeFile('/tmp/a', 'x');`, ['dropped call: fs.writeFile']],
  ['a file that is written at once', `const fs = require('fs'); fs.writeFileSync('/tmp/a', 'x');`, []],
  [
    'a document',
    `const { MongoClient } = require('mongodb'); new MongoClient('').db('a').collection('b').insertOne({ a: 1 });`,
    ['dropped call: MongoClient().db().collection().insertOne'],
  ],
  [
    'a statement with a function to call back',
    `const { Pool } = require('pg'); new Pool().query('select 1', (error) => { console.log('done'); });`,
    [],
  ],
  ['a plain function for each item', `[1, 2].forEach((item) => { console.log('x'); });`, []],
])('work that nothing waits for: %s', (_, body, expected) => {
  const flows = flowsIn(`${sdk} export const handler = async (event) => { ${body} };`);
  expect(flows.filter((flow) => flow.startsWith('dropped'))).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  [
    'ends early, with a write on its way',
    `context.callbackWaitsForEmptyEventLoop = false; s3.putObject({ Bucket: 'b', Key: 'k' }).promise(); callback(null, 'ok');`,
    ['dropped call: s3.putObject().promise'],
  ],
  [
    'ends early, after what was written',
    `context.callbackWaitsForEmptyEventLoop = false; s3.putObject({ Bucket: 'b', Key: 'k' }).promise().then(() => callback(null, 'ok'));`,
    [],
  ],
  ['ends when nothing is left to do', `s3.putObject({ Bucket: 'b', Key: 'k' }).promise(); callback(null, 'ok');`, []],
])('a handler that calls back: %s', (_, body, expected) => {
  const flows = flowsIn(`${sdk} export const handler = (event, context, callback) => { ${body} };`);
  expect(flows.filter((flow) => flow.startsWith('dropped'))).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  [
    'the text of an error',
    `run().catch((err) => callback(null, { statusCode: 500, body: err.message }));`,
    ['error message: error.message > the response'],
  ],
  [
    'an error, which is answered instead',
    `run().catch((err) => callback(err, { statusCode: 500, body: err.message }));`,
    [],
  ],
])('what a callback is given: %s', (_, body, expected) => {
  const flows = flowsIn(`export const handler = (event, context, callback) => { ${body} };`);
  expect(flows.filter((flow) => flow.startsWith('error'))).toEqual(expected);
});

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Take:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: .
      Handler: take.handler
      Runtime: nodejs22.x
`;
const lines = (count: number) => Array.from({ length: count }, (_, at) => `  count += ${at};`).join('\n');
const decisions = (count: number) =>
  Array.from({ length: count }, (_, at) => `  if (event.a === ${at}) count += 1;`).join('\n');
const handler = (body: string) => `let count = 0;\nexports.handler = async (event) => {\n${body}\n};\n`;

test.each<[string, string, readonly string[]]>([
  ['148 lines', handler(lines(148)), []],
  [
    '149 lines',
    handler(lines(149)),
    ['Handler `handler` of Take is 151 lines long, with a complexity of 1 (`take.js` line 2).'],
  ],
  ['19 decisions', handler(decisions(19)), []],
  [
    '20 decisions',
    handler(decisions(20)),
    ['Handler `handler` of Take is 22 lines long, with a complexity of 21 (`take.js` line 2).'],
  ],
  ['a long file with a short handler', `${handler('')}function other() {\n${lines(300)}\n}\n`, []],
])('size: %s', async (_, code, expected) => {
  const context = contextOf({
    policies: [policy],
    settings: defaultSettings(),
    date: '2026-11-26',
    advise: adviseNothing,
  });
  const read = await readCode({ 'template.yaml': template, 'take.js': code });
  const problems = read.flatMap((one) => inspectCode(one, [policy], context).problems);
  expect(problems.map(({ problem }) => problem.message)).toEqual(expected);
});
