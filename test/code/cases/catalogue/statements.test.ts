import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'pg client',
    `import { Client } from 'pg'; const c = new Client();`,
    `await c.query('select * from t where a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'pg object',
    `import { Client } from 'pg'; const c = new Client();`,
    `await c.query({ text: 'select * from t where a = ' + event.queryStringParameters.q, values: [] })`,
    'sql',
  ],
  [
    'mssql',
    `import sql from 'mssql';`,
    `const pool = await sql.connect({}); await pool.request().query('select * from t where a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'sqlite3',
    `import sqlite3 from 'sqlite3'; const db = new sqlite3.Database('x');`,
    `db.all('select * from t where a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'better-sqlite3',
    `import Database from 'better-sqlite3'; const db = new Database('x');`,
    `db.prepare('select * from t where a = ' + event.queryStringParameters.q).all()`,
    'sql',
  ],
  [
    'knex raw',
    `import knex from 'knex'; const db = knex({});`,
    `await db('t').whereRaw('a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'sequelize literal',
    `import { Sequelize } from 'sequelize';`,
    `Sequelize.literal('a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'sequelize instance literal',
    `import { Sequelize } from 'sequelize'; const s = new Sequelize('x');`,
    `s.literal('a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'typeorm query',
    `import { DataSource } from 'typeorm'; const ds = new DataSource({});`,
    `await ds.query('select * from t where a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'typeorm where',
    `import { DataSource } from 'typeorm'; const ds = new DataSource({});`,
    `await ds.getRepository('U').createQueryBuilder('u').where('u.a = ' + event.queryStringParameters.q).getMany()`,
    'sql',
  ],
  [
    'typeorm where bound',
    `import { DataSource } from 'typeorm'; const ds = new DataSource({});`,
    `await ds.getRepository('U').createQueryBuilder('u').where('u.a = :a', { a: event.queryStringParameters.q }).getMany()`,
    '',
  ],
  [
    'typeorm find where',
    `import { DataSource } from 'typeorm'; const ds = new DataSource({});`,
    `await ds.getRepository('U').find({ where: { a: event.queryStringParameters.q } })`,
    '',
  ],
  [
    'prisma exec',
    `import { PrismaClient } from '@prisma/client'; const p = new PrismaClient();`,
    `await p.$executeRawUnsafe('delete from t where a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'rds data v2',
    `import AWS from 'aws-sdk'; const c = new AWS.RDSDataService();`,
    `await c.executeStatement({ sql: 'select * from t where a = ' + event.queryStringParameters.q }).promise()`,
    'sql',
  ],
  [
    'athena v2',
    `import AWS from 'aws-sdk'; const c = new AWS.Athena();`,
    `await c.startQueryExecution({ QueryString: 'select * from t where a = ' + event.queryStringParameters.q }).promise()`,
    'sql',
  ],
  [
    'athena v3 client',
    `import { Athena } from '@aws-sdk/client-athena'; const c = new Athena({});`,
    `await c.startQueryExecution({ QueryString: 'select * from t where a = ' + event.queryStringParameters.q })`,
    'sql',
  ],
  [
    'redshift-data',
    `import { RedshiftDataClient, ExecuteStatementCommand } from '@aws-sdk/client-redshift-data'; const c = new RedshiftDataClient({});`,
    `await c.send(new ExecuteStatementCommand({ Sql: 'select * from t where a = ' + event.queryStringParameters.q }))`,
    'sql',
  ],
  [
    'bigquery',
    `import { BigQuery } from '@google-cloud/bigquery'; const c = new BigQuery();`,
    `await c.query({ query: 'select * from t where a = ' + event.queryStringParameters.q })`,
    'sql',
  ],
  [
    'bigquery params',
    `import { BigQuery } from '@google-cloud/bigquery'; const c = new BigQuery();`,
    `await c.query({ query: 'select * from t where a = @a', params: { a: event.queryStringParameters.q } })`,
    '',
  ],
  [
    'spanner',
    `import { Spanner } from '@google-cloud/spanner'; const db = new Spanner().instance('i').database('d');`,
    `await db.run({ sql: 'select * from t where a = ' + event.queryStringParameters.q })`,
    'sql',
  ],
  [
    'spanner params',
    `import { Spanner } from '@google-cloud/spanner'; const db = new Spanner().instance('i').database('d');`,
    `await db.run({ sql: 'select * from t where a = @a', params: { a: event.queryStringParameters.q } })`,
    '',
  ],
  [
    'partiql',
    `import { DynamoDBClient, ExecuteStatementCommand } from '@aws-sdk/client-dynamodb'; const c = new DynamoDBClient({});`,
    `await c.send(new ExecuteStatementCommand({ Statement: "select * from t where a = '" + event.queryStringParameters.q + "'" }))`,
    'query PartiQL',
  ],
  [
    'partiql batch',
    `import { DynamoDBClient, BatchExecuteStatementCommand } from '@aws-sdk/client-dynamodb'; const c = new DynamoDBClient({});`,
    `await c.send(new BatchExecuteStatementCommand({ Statements: [{ Statement: "select * from t where a = '" + event.queryStringParameters.q + "'" }] }))`,
    'query PartiQL',
  ],
  [
    'cosmos fetch',
    `import { CosmosClient } from '@azure/cosmos'; const c = new CosmosClient({}).database('d').container('c');`,
    `await c.items.query({ query: 'select * from c where c.a = ' + event.queryStringParameters.q }).fetchAll()`,
    'sql',
  ],
  [
    'slonik',
    `import { sql, createPool } from 'slonik'; const pool = await createPool('x');`,
    'await pool.query(sql`select * from t where a = ${event.queryStringParameters.q}`)',
    '',
  ],
  [
    'postgres.js',
    `import postgres from 'postgres'; const sql = postgres('x');`,
    'await sql`select * from t where a = ${event.queryStringParameters.q}`',
    '',
  ],
  [
    'postgres.js unsafe',
    `import postgres from 'postgres'; const sql = postgres('x');`,
    `await sql.unsafe('select * from t where a = ' + event.queryStringParameters.q)`,
    'sql',
  ],
  [
    'joined columns',
    `import { Client } from 'pg'; const c = new Client();`,
    `const cols = ['a', 'b'].join(', '); await c.query('select ' + cols + ' from t where a = $1', [event.queryStringParameters.q])`,
    '',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  [
    'executemany',
    `import psycopg2
cur = psycopg2.connect("").cursor()`,
    'cur.executemany("insert into t values (" + event["queryStringParameters"]["q"] + ")", [])',
    'sql',
  ],
  [
    'pymssql',
    `import pymssql
cur = pymssql.connect().cursor()`,
    `cur.execute("select * from t where a = '%s'" % event["queryStringParameters"]["q"])`,
    'sql',
  ],
  [
    'psycopg 3',
    `import psycopg
conn = psycopg.connect("")`,
    'conn.execute("select * from t where a = " + event["queryStringParameters"]["q"])',
    'sql',
  ],
  [
    'psycopg sql.Identifier',
    `import psycopg2
from psycopg2 import sql
cur = psycopg2.connect("").cursor()`,
    'cur.execute(sql.SQL("select * from {}").format(sql.Identifier(event["queryStringParameters"]["q"])))',
    '',
  ],
  [
    'sqlite3',
    `import sqlite3
cur = sqlite3.connect("x").cursor()`,
    `cur.execute("select * from t where a = '{}'".format(event["queryStringParameters"]["q"]))`,
    'sql',
  ],
  [
    'sqlalchemy session',
    `from sqlalchemy import text, create_engine
engine = create_engine("x")`,
    `with engine.connect() as c:
    c.execute(text(f"select * from t where a = {event['queryStringParameters']['q']}"))`,
    'sql',
  ],
  [
    'sqlalchemy bound',
    `from sqlalchemy import text, create_engine
engine = create_engine("x")`,
    `with engine.connect() as c:
    c.execute(text("select * from t where a = :a"), {"a": event["queryStringParameters"]["q"]})`,
    '',
  ],
  [
    'redshift-data',
    `import boto3
c = boto3.client("redshift-data")`,
    'c.execute_statement(Sql="select * from t where a = " + event["queryStringParameters"]["q"])',
    'sql',
  ],
  [
    'bigquery',
    `from google.cloud import bigquery
c = bigquery.Client()`,
    'c.query("select * from t where a = " + event["queryStringParameters"]["q"])',
    'sql',
  ],
  [
    'bigquery wait',
    `from google.cloud import bigquery
c = bigquery.Client()`,
    `c.query_and_wait(f"select * from t where a = {event['queryStringParameters']['q']}")`,
    'sql',
  ],
  [
    'spanner',
    `from google.cloud import spanner
db = spanner.Client().instance("i").database("d")`,
    `with db.snapshot() as s:
    s.execute_sql("select * from t where a = " + event["queryStringParameters"]["q"])`,
    'sql',
  ],
  [
    'spanner params',
    `from google.cloud import spanner
db = spanner.Client().instance("i").database("d")`,
    `with db.snapshot() as s:
    s.execute_sql("select * from t where a = @a", params={"a": event["queryStringParameters"]["q"]})`,
    '',
  ],
  [
    'cosmos',
    `from azure.cosmos import CosmosClient
c = CosmosClient("u", "k").get_database_client("d").get_container_client("c")`,
    'list(c.query_items(query="select * from c where c.a = " + event["queryStringParameters"]["q"]))',
    'sql',
  ],
  [
    'cosmos params',
    `from azure.cosmos import CosmosClient
c = CosmosClient("u", "k").get_database_client("d").get_container_client("c")`,
    'list(c.query_items(query="select * from c where c.a = @a", parameters=[{"name": "@a", "value": event["queryStringParameters"]["q"]}]))',
    '',
  ],
  [
    'partiql',
    `import boto3
c = boto3.client("dynamodb")`,
    `c.execute_statement(Statement="select * from t where a = '" + event["queryStringParameters"]["q"] + "'")`,
    'query PartiQL',
  ],
  [
    'aurora mysql',
    `import mysql.connector
cur = mysql.connector.connect().cursor()`,
    'cur.execute("select * from t where a = " + event["queryStringParameters"]["q"])',
    'sql',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));
