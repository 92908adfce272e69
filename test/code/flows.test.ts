import { expect, test } from '@jest/globals';
import { flowsIn } from '../support/flows.js';

test.each([
  [
    'a query parameter in a shell command',
    `const { exec } = require('child_process'); exports.handler = async (event) => { exec('ls ' + event.queryStringParameters.dir); };`,
    ['command: event.queryStringParameters.dir > exec'],
  ],
  [
    'a parsed body field that is evaluated',
    `export const handler = async (event) => { const body = JSON.parse(event.body); return eval(body.code); };`,
    ['code: event.body.code > eval'],
  ],
  [
    'a key in each record',
    `import { execSync } from 'node:child_process'; export async function handler({ Records }) { for (const r of Records) { const key = decodeURIComponent(r.s3.object.key); execSync(\`convert \${key}\`); } }`,
    ['command: event.Records[].s3.object.key > execSync'],
  ],
  [
    'SQL by template',
    `import { Pool } from 'pg'; const pool = new Pool(); export const handler = async (event) => { const { id } = event.pathParameters; const c = await pool.connect(); return c.query(\`select * from t where id = '\${id}'\`); };`,
    ['sql: event.pathParameters.id > c.query'],
  ],
  [
    'SQL with a bound parameter',
    `import { Pool } from 'pg'; const pool = new Pool(); export const handler = async (event) => pool.query('select * from t where id = $1', [event.pathParameters.id]);`,
    [],
  ],
  [
    'a number',
    `const mysql = require('mysql2/promise'); exports.handler = async (event) => { const db = await mysql.createConnection({}); const id = parseInt(event.pathParameters.id, 10); return db.query('select * from t where id = ' + id); };`,
    [],
  ],
  [
    'an allow list that returns early',
    `const { exec } = require('child_process'); exports.handler = async (event) => { const c = event.queryStringParameters.c; if (!['a', 'b'].includes(c)) { return { statusCode: 400 }; } exec('run ' + c); };`,
    [],
  ],
  [
    'an allow list that is too late',
    `const { exec } = require('child_process'); exports.handler = async (event) => { const c = event.queryStringParameters.c; exec('run ' + c); if (!['a', 'b'].includes(c)) { return { statusCode: 400 }; } };`,
    ['command: event.queryStringParameters.c > exec'],
  ],
  [
    'a narrow pattern in a function of its own',
    `const { exec } = require('child_process'); function ok(id) { if (!/^[a-z]+$/.test(id)) return false; return true; } exports.handler = async (event) => { const id = event.body; if (!ok(id)) throw new Error('no'); exec('run ' + id); };`,
    [],
  ],
  [
    'across a function',
    `const { exec } = require('child_process'); const run = (cmd) => exec(cmd); exports.handler = async (event) => run(event.body);`,
    ['command: event.body > exec (medium)'],
  ],
  [
    'behind middy',
    `import middy from '@middy/core'; import fs from 'fs'; const base = async (event) => fs.readFileSync('/tmp/' + event.pathParameters.name); export const handler = middy(base).use(x());`,
    ['path: event.pathParameters.name > fs.readFileSync'],
  ],
  [
    'basename',
    `import fs from 'fs'; import path from 'path'; export const handler = async (event) => fs.readFileSync('/tmp/' + path.basename(event.pathParameters.name));`,
    [],
  ],
  [
    'a path with a fixed host',
    `export const handler = async (event) => fetch(\`https://api.example.com/v1/\${event.pathParameters.id}\`);`,
    [],
  ],
  [
    'a host',
    `import axios from 'axios'; export const handler = async (event) => axios.get(event.queryStringParameters.url);`,
    ['url: event.queryStringParameters.url > axios.get'],
  ],
  [
    'an express route',
    `const serverless = require('serverless-http'); const express = require('express'); const app = express(); app.get('/', (req, res) => { res.send('<h1>' + req.query.name + '</h1>'); }); module.exports.handler = serverless(app);`,
    ['html: req.query.name > res.send'],
  ],
  [
    'an error in the answer',
    `export const handler = async (event) => { try { return await work(); } catch (err) { return { statusCode: 500, body: JSON.stringify({ stack: err.stack }) }; } };`,
    ['error stack: err.stack > the response'],
  ],
  [
    'TLS',
    `const https = require('https'); const agent = new https.Agent({ rejectUnauthorized: false }); exports.handler = async () => agent;`,
    ['tls rejectUnauthorized: rejectUnauthorized: false'],
  ],
  [
    'event log',
    `exports.handler = async (event) => { console.log('event', JSON.stringify(event)); };`,
    ['log event: event > console.log'],
  ],
  [
    'table name',
    `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'; const c = DynamoDBDocumentClient.from(new DynamoDBClient({})); export const handler = async (event) => c.send(new GetCommand({ TableName: event.queryStringParameters.table, Key: { id: 1 } }));`,
    ['resource TableName: event.queryStringParameters.table > GetCommand'],
  ],
  [
    'a class',
    `const { exec } = require('child_process'); class Runner { constructor(prefix) { this.prefix = prefix; } run(name) { exec(this.prefix + name); } } const r = new Runner('x '); exports.handler = async (event) => r.run(event.body);`,
    ['command: event.body > exec (medium)'],
  ],
  [
    'a path parameter in a query, which is always a text',
    `import { MongoClient } from 'mongodb'; const c = new MongoClient('x'); export const handler = async (event) => c.db().collection('a').findOne({ id: event.pathParameters.id });`,
    [],
  ],
  [
    'a field of a parsed body in a query',
    `import { MongoClient } from 'mongodb'; const c = new MongoClient('x'); export const handler = async (event) => c.db().collection('a').findOne({ id: JSON.parse(event.body).id });`,
    ['query: event.body.id > c.db().collection().findOne'],
  ],
  [
    'parameters of a query that the caller sends whole',
    `const AWS = require('aws-sdk'); const db = new AWS.DynamoDB.DocumentClient(); exports.handler = (event) => { db.query(event.body.params, () => {}); };`,
    ['query: event.body.params > db.query'],
  ],
  [
    'one of two functions that a file exports under one name',
    `exports.handler = async (event) => eval(event.body); exports.handler = async (event) => 1;`,
    ['code: event.body > eval'],
  ],
])('%s', (_, text, expected) => expect(flowsIn(text)).toEqual(expected));

const sqs = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; const sqs = new SQSClient({});`;
const sent = 'sqs.send(new SendMessageCommand({ QueueUrl: process.env.Q, MessageBody: b.text }))';

test.each([
  [
    'a body that nothing looks at',
    `const b = JSON.parse(event.body); await ${sent};`,
    ['input text: event.body.text > SendMessageCommand (medium)'],
  ],
  [
    'a field that is asked for',
    `const b = JSON.parse(event.body); if (!b.text) return { statusCode: 400 }; await ${sent};`,
    [],
  ],
  [
    'a body that is asked for',
    `if (!event.body) return { statusCode: 400 }; const b = JSON.parse(event.body); await ${sent};`,
    ['input text: event.body.text > SendMessageCommand (medium)'],
  ],
  ['a function that says that it checks', `const b = JSON.parse(event.body); checkOrder(b); await ${sent};`, []],
  [
    'a type that is tested',
    `const b = JSON.parse(event.body); if (typeof b.text !== 'string') throw new Error(); await ${sent};`,
    [],
  ],
  [
    'a body that is answered',
    `const b = JSON.parse(event.body); return { statusCode: 200, body: JSON.stringify(b) };`,
    [],
  ],
  ['a path', `const b = { text: event.pathParameters.id }; await ${sent};`, []],
])('validation: %s', (_, body, expected) =>
  expect(flowsIn(`${sqs} export const handler = async (event) => { ${body} };`)).toEqual(expected),
);

test('a library for schemas is taken to be used', () => {
  const text = `${sqs} import Ajv from 'ajv'; export const handler = async (event) => { const b = JSON.parse(event.body); await ${sent}; };`;
  expect(flowsIn(text)).toEqual([]);
});

test.each([
  [
    'a name that is asked for first',
    `let user; export const handler = async (event) => { if (!user) user = event.body; return 1; };`,
    ['state kept: event.body > user'],
  ],
  [
    'a name that is given what it has',
    `let user; export const handler = async (event) => { user = user ?? event.body; return 1; };`,
    ['state kept: event.body > user'],
  ],
  [
    'a name that is given what it lacks',
    `let user; export const handler = async (event) => { user ||= event.body; return 1; };`,
    ['state kept: event.body > user'],
  ],
  [
    'a name that every call gives a value',
    `let user; export const handler = async (event) => { user = event.body; return 1; };`,
    ['state shared: event.body > user'],
  ],
  [
    'a name of the handler',
    `export const handler = async (event) => { let user; if (!user) user = event.body; return 1; };`,
    [],
  ],
  [
    'a client',
    `import { S3 } from 'aws-sdk'; let s3; export const handler = async (event) => { if (!s3) s3 = new S3(); return 1; };`,
    [],
  ],
  [
    'a cache by a key',
    `const cache = {}; export const handler = async (event) => { cache[event.pathParameters.id] ??= await load(); return 1; };`,
    [],
  ],
  [
    'a file that is asked for first',
    `import fs from 'fs'; export const handler = async (event) => { if (!fs.existsSync('/tmp/user')) fs.writeFileSync('/tmp/user', event.body); return 1; };`,
    ['state file: event.body > fs.writeFileSync'],
  ],
  [
    'keys of a logger',
    `import { Logger } from '@aws-lambda-powertools/logger'; const logger = new Logger(); export const handler = async (event) => { logger.appendKeys({ user: event.headers.user }); };`,
    ['state logger: event.headers.user > logger.appendKeys'],
  ],
  [
    'keys of a logger that are taken away',
    `import { Logger } from '@aws-lambda-powertools/logger'; const logger = new Logger(); export const handler = async (event) => { logger.appendKeys({ user: event.headers.user }); logger.resetKeys(); };`,
    [],
  ],
])('what lasts: %s', (_, text, expected) => expect(flowsIn(text)).toEqual(expected));
