import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { mended } from '../support/mended.js';

beforeAll(preparePython);

const key = 'event.pathParameters.id';
const js = (imports: string, body: string) => `${imports}\nexport const handler = async (event) => {\n  ${body}\n};\n`;
const py = (imports: string, body: string) =>
  `${imports}\ndef handler(event, context):\n    key = event["body"]\n    ${body}\n`;

const sqlite = "import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('a.db');";
const better = "import Database from 'better-sqlite3';\nconst db = new Database('a.db');";
const mssql = "import sql from 'mssql';";
const data =
  "import { RDSDataClient, ExecuteStatementCommand } from '@aws-sdk/client-rds-data';\nconst client = new RDSDataClient({});";
const python = 'import sqlite3\ndb = sqlite3.connect("a.db")';
const boto = 'import boto3\nclient = boto3.client("rds-data")';

test.each([
  [
    'sqlite3',
    js(sqlite, `return db.all(\`select * from t where id = \${${key}}\`);`),
    js(sqlite, `return db.all('select * from t where id = ?', [${key}]);`),
  ],
  [
    'sqlite3 with a callback',
    js(sqlite, `return db.all(\`select * from t where id = \${${key}}\`, (error, rows) => rows);`),
    undefined,
  ],
  ['sqlite3 runs several statements', js(sqlite, `db.exec(\`delete from t where id = \${${key}}\`);`), undefined],
  [
    'better-sqlite3',
    js(better, `return db.prepare(\`select * from t where id = \${${key}}\`).get();`),
    js(better, `return db.prepare('select * from t where id = ?').get(${key});`),
  ],
  [
    'a prepared statement that is kept',
    js(better, `const found = db.prepare(\`select * from t where id = \${${key}}\`);\n  return found.get();`),
    undefined,
  ],
  [
    'mssql',
    js(mssql, `return new sql.Request().query(\`select * from t where id = '\${${key}}' and b = \${${key}}\`);`),
    js(
      mssql,
      `return new sql.Request().input('p1', ${key}).input('p2', ${key}).query('select * from t where id = @p1 and b = @p2');`,
    ),
  ],
  [
    'mssql with a value of its own',
    js(mssql, `return new sql.Request().query(\`select * from t where a = @a and id = \${${key}}\`);`),
    undefined,
  ],
  ['mssql without a request', js(mssql, `return sql.query(\`select * from t where id = \${${key}}\`);`), undefined],
  [
    'the Data API',
    js(
      data,
      `return client.send(new ExecuteStatementCommand({ resourceArn: process.env.DB, sql: \`select * from t where name = '\${${key}}'\` }));`,
    ),
    js(
      data,
      `return client.send(new ExecuteStatementCommand({ resourceArn: process.env.DB, sql: 'select * from t where name = :p1', parameters: [{ name: 'p1', value: { stringValue: ${key} } }] }));`,
    ),
  ],
  [
    'the Data API, a value of which the type is not known',
    js(data, `return client.send(new ExecuteStatementCommand({ sql: \`select * from t where id = \${${key}}\` }));`),
    undefined,
  ],
  [
    'the Data API, which is given parameters',
    js(
      data,
      `return client.send(new ExecuteStatementCommand({ sql: \`select * from t where name = '\${${key}}'\`, parameters: [] }));`,
    ),
    undefined,
  ],
])('%s', async (_, before, after) => expect(await mended('src/app.js', before)).toBe(after));

test.each([
  [
    'sqlite3 of Python',
    py(python, 'return db.execute(f"select * from t where id = {key}").fetchall()'),
    py(python, 'return db.execute("select * from t where id = ?", (key,)).fetchall()'),
  ],
  [
    'the Data API by boto3',
    py(boto, 'return client.execute_statement(resourceArn="a", sql=f"select * from t where name = \'{key}\'")'),
    py(
      boto,
      'return client.execute_statement(resourceArn="a", sql="select * from t where name = :p1", parameters=[{"name": "p1", "value": {"stringValue": key}}])',
    ),
  ],
])('%s', async (_, before, after) => expect(await mended('src/app.py', before)).toBe(after));
