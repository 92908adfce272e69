import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import { dangersIn, pythonDangers } from '../../support/dangers.js';

beforeAll(preparePython);

const run = `import { execSync } from 'node:child_process';`;

test.each([
  [
    'records of a log group',
    `import zlib from 'node:zlib'; ${run}`,
    `execSync(JSON.parse(zlib.gunzipSync(Buffer.from(event.awslogs.data, 'base64')).toString()).message)`,
    'command',
  ],
  ['attributes of a user', run, `execSync(event.request.userAttributes.name)`, 'command'],
  ['arguments of a resolver', run, `execSync(event.arguments.name)`, 'command'],
  ['a mail', run, `execSync(event.Records[0].ses.mail.commonHeaders.subject)`, 'command'],
  ['records of Kafka', run, `execSync(Buffer.from(event.records['t-0'][0].value, 'base64').toString())`, 'command'],
  ['cookies', run, `execSync(event.cookies[0])`, 'command'],
  ['headers of several values', run, `execSync(event.multiValueHeaders.x[0])`, 'command'],
  ['a new image of a row', run, `execSync(event.Records[0].dynamodb.NewImage.name.S)`, 'command'],
  ['the name of a bucket', run, `execSync('ls ' + event.Records[0].s3.bucket.name)`, ''],
  ['variables of a stage', run, `execSync(event.stageVariables.name)`, ''],
  ['a number', run, `const n = Number(event.pathParameters.n); execSync('ls ' + n)`, ''],
  ['a whole number', run, `execSync('ls ' + parseInt(event.pathParameters.n, 10))`, ''],
  [
    'an identifier that is checked',
    `import { validate } from 'uuid'; ${run}`,
    `const { id } = event.pathParameters; if (!validate(id)) return; execSync('ls ' + id)`,
    '',
  ],
  [
    'one of a list',
    run,
    `const { id } = event.pathParameters; if (!['a', 'b'].includes(id)) return; execSync('ls ' + id)`,
    '',
  ],
  [
    'a list that is looked at after',
    run,
    `const { id } = event.pathParameters; execSync('ls ' + id); if (!['a'].includes(id)) return;`,
    'command',
  ],
  [
    'a pattern with both ends',
    run,
    `const { id } = event.pathParameters; if (!/^[a-z]+$/.test(id)) return; execSync('ls ' + id)`,
    '',
  ],
  [
    'a pattern without an end',
    run,
    `const { id } = event.pathParameters; if (!/^[a-z]+/.test(id)) return; execSync('ls ' + id)`,
    'command',
  ],
  [
    'an object that a schema takes apart',
    `import { z } from 'zod'; import mongoose from 'mongoose'; const Users = mongoose.model('User', {}); const schema = z.object({ name: z.string() });`,
    `return Users.find(schema.parse(JSON.parse(event.body)))`,
    '',
  ],
  [
    'a text that a schema lets through',
    `import { z } from 'zod'; ${run} const schema = z.object({ name: z.string() });`,
    `execSync(schema.parse(JSON.parse(event.body)).name)`,
    'command',
  ],
  [
    'a page that is cleaned',
    `import DOMPurify from 'isomorphic-dompurify';`,
    `return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + DOMPurify.sanitize(event.queryStringParameters.q) + '</p>' }`,
    '',
  ],
  [
    'a host of a list',
    '',
    `const url = new URL(event.queryStringParameters.u); if (!['a.example'].includes(url.hostname)) return; await fetch(url)`,
    '',
  ],
  ['a host that anyone chooses', '', `await fetch(new URL(event.queryStringParameters.u))`, 'url'],
  ['a merge of what is sent', `import merge from 'lodash/merge';`, `merge({}, JSON.parse(event.body))`, 'merge'],
  ['a merge of lodash', `import _ from 'lodash';`, `_.merge({}, JSON.parse(event.body))`, 'merge'],
  ['a template of nunjucks', `import nunjucks from 'nunjucks';`, `nunjucks.renderString(event.body, {})`, 'template'],
  [
    'values of a template',
    `import nunjucks from 'nunjucks';`,
    `nunjucks.renderString('Hi {{ name }}', { name: event.body })`,
    '',
  ],
  [
    'a template of Handlebars',
    `import Handlebars from 'handlebars';`,
    `Handlebars.compile(event.body)({})`,
    'template',
  ],
  [
    'an archive that is unpacked',
    `import AdmZip from 'adm-zip';`,
    `new AdmZip(Buffer.from(event.body, 'base64')).extractAllTo('/tmp')`,
    'path',
  ],
  ['a command of execa', `import { execaCommand } from 'execa';`, `await execaCommand('ls ' + event.body)`, 'command'],
  [
    'PartiQL',
    `import { DynamoDBClient, ExecuteStatementCommand } from '@aws-sdk/client-dynamodb'; const db = new DynamoDBClient({});`,
    `await db.send(new ExecuteStatementCommand({ Statement: "select * from t where id = '" + event.pathParameters.id + "'" }))`,
    'query',
  ],
  [
    'a statement of Athena',
    `import { AthenaClient, StartQueryExecutionCommand } from '@aws-sdk/client-athena'; const athena = new AthenaClient({});`,
    `await athena.send(new StartQueryExecutionCommand({ QueryString: 'select * from t where a = ' + event.pathParameters.id }))`,
    'sql',
  ],
  [
    'a statement of the Data API',
    `import { RDSDataClient, ExecuteStatementCommand } from '@aws-sdk/client-rds-data'; const db = new RDSDataClient({});`,
    `await db.send(new ExecuteStatementCommand({ sql: 'select * from t where a = ' + event.pathParameters.id }))`,
    'sql',
  ],
  [
    'parameters of the Data API',
    `import { RDSDataClient, ExecuteStatementCommand } from '@aws-sdk/client-rds-data'; const db = new RDSDataClient({});`,
    `await db.send(new ExecuteStatementCommand({ sql: 'select * from t where a = :a', parameters: [{ name: 'a', value: { stringValue: event.pathParameters.id } }] }))`,
    '',
  ],
  [
    'a document of Firestore',
    `import { Firestore } from '@google-cloud/firestore'; const db = new Firestore();`,
    `await db.collection('a').doc('b').set(JSON.parse(event.body))`,
    'item',
  ],
  [
    'a statement of Cosmos',
    `import { CosmosClient } from '@azure/cosmos'; const items = new CosmosClient('c').database('d').container('c').items;`,
    `items.query('select * from c where c.a = ' + event.pathParameters.id)`,
    'sql',
  ],
])('%s', (_, imports, body, dangers) => expect(dangersIn(imports, body)).toBe(dangers));

test.each([
  [
    'records of a log group',
    'import base64, gzip, json, os',
    `os.system(json.loads(gzip.decompress(base64.b64decode(event["awslogs"]["data"])))["message"])`,
    'command',
  ],
  ['a number', 'import os', `os.system("ls " + str(int(event["body"])))`, ''],
  ['an identifier', 'import os, uuid', `os.system("ls " + str(uuid.UUID(event["body"])))`, ''],
  [
    'one of a set',
    'import os',
    `name = event["body"]\nif name not in {"a", "b"}:\n    return\nos.system("ls " + name)`,
    '',
  ],
  [
    'a model',
    'import os\nfrom pydantic import BaseModel\nclass Order(BaseModel):\n    name: str',
    `os.system(Order.model_validate_json(event["body"]).name)`,
    'command',
  ],
  ['an expression of numexpr', 'import numexpr', `numexpr.evaluate(event["body"])`, 'code'],
  ['a query of pandas', 'import pandas as pd', `pd.eval(event["body"])`, 'code'],
  ['a template of mako', 'from mako.template import Template', `Template(event["body"]).render()`, 'template'],
  [
    'an archive',
    'import io, base64, tarfile',
    `tarfile.open(fileobj=io.BytesIO(base64.b64decode(event["body"]))).extractall("/tmp")`,
    'path',
  ],
  [
    'an archive whose entries are looked at',
    'import io, base64, tarfile',
    `tarfile.open(fileobj=io.BytesIO(base64.b64decode(event["body"]))).extractall("/tmp", filter="data")`,
    '',
  ],
  [
    'a command over a network',
    'import paramiko',
    `client = paramiko.SSHClient()\nclient.exec_command("ls " + event["body"])`,
    'command',
  ],
  ['objects of dill', 'import dill', `dill.loads(event["body"])`, 'deserialise'],
  ['objects of jsonpickle', 'import jsonpickle', `jsonpickle.decode(event["body"])`, 'deserialise'],
  ['objects of YAML', 'import yaml', `yaml.unsafe_load(event["body"])`, 'deserialise'],
  ['values of YAML', 'import yaml', `yaml.safe_load(event["body"])`, ''],
  [
    'a statement of Athena',
    'import boto3\nathena = boto3.client("athena")',
    `athena.start_query_execution(QueryString="select * from t where a = " + event["body"])`,
    'sql',
  ],
  [
    'a statement of the Data API',
    'import boto3\ndb = boto3.client("rds-data")',
    `db.execute_statement(sql="select * from t where a = " + event["body"])`,
    'sql',
  ],
  [
    'a whole item',
    'import json, boto3\ntable = boto3.resource("dynamodb").Table("t")',
    `table.put_item(Item=json.loads(event["body"]))`,
    'item',
  ],
  [
    'fields of an item',
    'import json, boto3\ntable = boto3.resource("dynamodb").Table("t")',
    `table.put_item(Item={"name": str(json.loads(event["body"])["name"])})`,
    '',
  ],
])('Python: %s', (_, imports, body, dangers) => expect(pythonDangers(imports, body)).toBe(dangers));
