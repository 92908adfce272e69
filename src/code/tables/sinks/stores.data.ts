import type { SinkRow } from './sink-row.js';

/*
 * Calls of databases beside those of sinks.data.ts. Names: docs.aws.amazon.com/amazondynamodb (PartiQL), typeorm.io/docs/query-builder,
 * github.com/porsager/postgres, cloud.google.com/nodejs/docs/reference/{spanner,firestore} and /python/docs/reference/{bigquery,spanner,
 * firestore}, firebase.google.com/docs/reference/admin, learn.microsoft.com/python/api/azure-cosmos. 2026-11-27.
 */
const documents =
  /^(?:firebase-admin|@google-cloud\/firestore)\b.*\.(?:collection|collectionGroup|where|orderBy|limit)\(\)$/;
const pythonDocuments = /^(?:google\.cloud\.firestore|firebase_admin\.firestore)\b.*\.(?:document|collection)\(\)$/;
const table = /^boto3\.resource\(dynamodb\)\.Table\(\)$/;
const cosmos = /^azure\.cosmos(?:\.aio)?\b.*\(\)$/;

const partiql: readonly SinkRow[] = [
  {
    danger: 'query',
    of: /^@aws-sdk\/(?:client|lib)-dynamodb$/,
    names: ['ExecuteStatementCommand', 'BatchExecuteStatementCommand'],
    argument: 0,
    fields: ['Statement', 'Statements'],
    detail: 'PartiQL',
  },
  {
    danger: 'query',
    of: /^(?:aws-sdk\.DynamoDB(?:\.DocumentClient)?\(\)|@aws-sdk\/(?:client|lib)-dynamodb\.DynamoDB(?:Document)?\b.*\(\))$/,
    names: ['executeStatement', 'batchExecuteStatement'],
    argument: 0,
    fields: ['Statement', 'Statements'],
    detail: 'PartiQL',
  },
  {
    danger: 'query',
    of: /^boto3\.(?:client|resource)\(dynamodb\)(?:\.meta\.client)?$/,
    names: ['execute_statement', 'batch_execute_statement'],
    argument: 99,
    fields: ['Statement', 'Statements'],
    detail: 'PartiQL',
  },
];

const statements: readonly SinkRow[] = [
  {
    danger: 'sql',
    of: /^typeorm\b.*\.createQueryBuilder\(\)(?:\.\w+\(\))*$/,
    names: ['where', 'andWhere', 'orWhere', 'having', 'orderBy', 'addOrderBy', 'select', 'addSelect', 'groupBy'],
    argument: 0,
    confidence: 'medium',
  },
  { danger: 'sql', of: /^postgres\(\)$/, names: ['unsafe'], argument: 0 },
  {
    danger: 'sql',
    of: /^@google-cloud\/spanner\b.*\(\)$/,
    names: ['run', 'runStream', 'runUpdate', 'runPartitionedUpdate'],
    argument: 0,
    fields: ['sql'],
  },
  {
    danger: 'sql',
    of: /^google\.cloud\.spanner(?:_v1)?\b.*\(\)$/,
    names: ['execute_sql', 'execute_update', 'execute_partitioned_dml'],
    argument: 0,
    fields: ['sql', 'dml'],
  },
  {
    danger: 'sql',
    of: /^google\.cloud\.bigquery\.Client\(\)$/,
    names: ['query', 'query_and_wait'],
    argument: 0,
    fields: ['query'],
  },
  { danger: 'sql', of: cosmos, names: ['query_items'], argument: 0, fields: ['query'] },
];

const items: readonly SinkRow[] = [
  {
    danger: 'item',
    of: /^(?:aws-sdk\.DynamoDB\(\)|@aws-sdk\/client-dynamodb\b.*)$/,
    names: ['putItem', 'PutItemCommand'],
    argument: 0,
    fields: ['Item'],
    isWhole: true,
  },
  { danger: 'item', of: cosmos, names: ['create_item', 'upsert_item'], argument: 0, isWhole: true },
  { danger: 'item', of: cosmos, names: ['create_item', 'upsert_item'], argument: 99, fields: ['body'], isWhole: true },
  { danger: 'item', of: pythonDocuments, names: ['set', 'add', 'create', 'update'], argument: 0, isWhole: true },
  { danger: 'query', of: documents, names: ['where', 'orderBy'], argument: 0, detail: 'field', confidence: 'medium' },
  {
    danger: 'query',
    of: pythonDocuments,
    names: ['where', 'order_by'],
    argument: 0,
    fields: ['field_path'],
    detail: 'field',
    confidence: 'medium',
  },
  {
    danger: 'query',
    of: table,
    names: ['query', 'scan', 'update_item'],
    argument: 99,
    fields: ['FilterExpression', 'KeyConditionExpression', 'UpdateExpression', 'ProjectionExpression'],
    detail: 'expression',
  },
];

export const storeCalls: readonly SinkRow[] = [...partiql, ...statements, ...items];
