import { libraryCalls } from './sinks/libraries.data.js';
import { pythonCalls } from './sinks/python.data.js';
import type { SinkRow } from './sinks/sink-row.js';
import { storeCalls } from './sinks/stores.data.js';

/*
 * Calls in which text of others does harm. Names as the libraries document them: nodejs.org/api (child_process, vm, fs, http,
 * v8), node-postgres.com, github.com/mysqljs/mysql and sidorares/node-mysql2, knexjs.org, sequelize.org, typeorm.io,
 * prisma.io/docs, mongodb.github.io/node-mongodb-native, mongoosejs.com, axios-http.com, github.com/sindresorhus/got,
 * undici.nodejs.org, pptr.dev, npmjs.com pages of the template engines and parsers. 2026-11-26.
 */
const own = /^$/;
const files = /^(?:fs|fs\/promises|fs\.promises|fs-extra|graceful-fs)$/;
const pg =
  /^(?:pg(?:-pool|-promise)?|pg-native|@neondatabase\/serverless|mysql2?(?:\/promise)?|promise-mysql|serverless-mysql|mariadb|mssql|sqlite3?|better-sqlite3|@planetscale\/database|tedious|oracledb|snowflake-sdk|@libsql\/client|sequelize|typeorm|data-api-client|aurora-data-api|psycopg2?|pymysql|MySQLdb|mysql\.connector|pymssql|pyodbc|cx_Oracle|asyncpg|sqlalchemy|records)\b/;
const mongo = /^(?:mongodb|mongoose)\b.*(?:\.collection\(\)|\.model\(\)|\.Model)?$/;
const agents =
  /^(?:axios(?:\.create\(\))?|got|superagent|needle|request(?:-promise(?:-native)?)?|phin|ky|undici|node-fetch|urllib)$/;

const code: readonly SinkRow[] = [
  { danger: 'code', of: own, names: ['eval', 'Function'], argument: 'every' },
  { danger: 'code', of: own, names: ['require', 'import'], argument: 0, detail: 'module' },
  { danger: 'code', of: own, names: ['setTimeout', 'setInterval'], argument: 0, isWhole: true, confidence: 'medium' },
  {
    danger: 'code',
    of: /^vm2?(?:\.(?:VM|NodeVM)\(\))?$/,
    names: ['runInContext', 'runInNewContext', 'runInThisContext', 'compileFunction', 'Script', 'run'],
    argument: 0,
  },
  {
    danger: 'code',
    of: /^mathjs(?:\.create\(\))?(?:\.parser\(\))?$/,
    names: ['evaluate', 'eval'],
    argument: 0,
    confidence: 'medium',
  },
  {
    danger: 'code',
    of: /^(?:builtins|__builtin__|code\.Interactive(?:Interpreter|Console)\(\))?$/,
    names: ['exec', 'compile', '__import__', 'runcode', 'runsource'],
    argument: 0,
  },
  // docs: numexpr.readthedocs.io, pandas.pydata.org (eval). 2026-11-26.
  { danger: 'code', of: /^numexpr$/, names: ['evaluate'], argument: 0, confidence: 'medium' },
  { danger: 'code', of: /^pandas$/, names: ['eval'], argument: 0, confidence: 'medium' },
  { danger: 'code', of: /^importlib$/, names: ['import_module'], argument: 0, detail: 'module' },
];

/** Archives whose entries say where they are unpacked: npmjs.com/package/adm-zip, docs.python.org (tarfile, zipfile). 2026-11-26. */
const archives: readonly SinkRow[] = [
  {
    danger: 'path',
    of: /^adm-zip\(\)$/,
    names: ['extractAllTo', 'extractAllToAsync'],
    argument: 'receiver',
    confidence: 'medium',
  },
];

const commands: readonly SinkRow[] = [
  { danger: 'command', of: /^paramiko\b/, names: ['exec_command'], argument: 0, fields: ['command'] },
  { danger: 'command', of: /^child_process$/, names: ['exec', 'execSync'], argument: 0 },
  {
    danger: 'command',
    of: /^child_process$/,
    names: ['spawn', 'spawnSync', 'execFile', 'execFileSync'],
    argument: 'every',
    option: ['shell', true],
  },
  {
    danger: 'command',
    of: /^child_process$/,
    names: ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'fork'],
    argument: 0,
    detail: 'program',
  },
  { danger: 'command', of: /^(?:execa|zx)$/, names: ['execaCommand', 'execaCommandSync', 'command'], argument: 0 },
  { danger: 'command', of: /^shelljs$/, names: ['exec'], argument: 0 },
  { danger: 'command', of: /^os$/, names: ['system', 'popen'], argument: 0 },
  {
    danger: 'command',
    of: /^subprocess$/,
    names: ['run', 'call', 'check_call', 'check_output', 'Popen'],
    argument: 0,
    option: ['shell', true],
  },
  { danger: 'command', of: /^(?:subprocess|commands)$/, names: ['getoutput', 'getstatusoutput'], argument: 0 },
  { danger: 'command', of: /^asyncio$/, names: ['create_subprocess_shell'], argument: 0 },
  { danger: 'command', of: /^asyncio\b/, names: ['subprocess_shell'], argument: 1 },
  {
    danger: 'command',
    of: /^asyncio\b/,
    names: ['subprocess_exec', 'create_subprocess_exec'],
    argument: 'every',
    detail: 'argument',
    confidence: 'medium',
  },
  {
    danger: 'command',
    of: /^os$/,
    names: [
      'spawnl',
      'spawnle',
      'spawnlp',
      'spawnv',
      'spawnve',
      'spawnvp',
      'execl',
      'execle',
      'execlp',
      'execv',
      'execve',
      'execvp',
      'posix_spawn',
    ],
    argument: 'every',
    detail: 'argument',
    confidence: 'medium',
  },
];

const databases: readonly SinkRow[] = [
  {
    danger: 'sql',
    of: pg,
    names: [
      'query',
      'execute',
      'prepare',
      'run',
      'all',
      'exec',
      'unsafe',
      'batch',
      'executemany',
      'executescript',
      'fetch',
      'fetchrow',
    ],
    argument: 0,
    fields: ['sql', 'text', 'query'],
  },
  {
    danger: 'sql',
    of: /^knex\b/,
    names: ['raw', 'whereRaw', 'orderByRaw', 'havingRaw', 'joinRaw', 'selectRaw', 'groupByRaw'],
    argument: 0,
  },
  { danger: 'sql', of: /^sequelize\b/, names: ['literal'], argument: 0 },
  { danger: 'sql', of: /\.PrismaClient\(\)$/, names: ['$queryRawUnsafe', '$executeRawUnsafe'], argument: 0 },
  {
    danger: 'sql',
    of: /^@aws-sdk\/client-rds-data$/,
    names: ['ExecuteStatementCommand', 'BatchExecuteStatementCommand'],
    argument: 0,
    fields: ['sql'],
  },
  {
    danger: 'sql',
    of: /^@aws-sdk\/client-athena$/,
    names: ['StartQueryExecutionCommand'],
    argument: 0,
    fields: ['QueryString'],
  },
  {
    danger: 'sql',
    of: /^@aws-sdk\/client-redshift-data$/,
    names: ['ExecuteStatementCommand'],
    argument: 0,
    fields: ['Sql'],
  },
  {
    danger: 'sql',
    of: /^(?:aws-sdk\.|@aws-sdk\/client-rds-data\.)?RDSData(?:Service)?\(\)$/,
    names: ['executeStatement', 'batchExecuteStatement'],
    argument: 0,
    fields: ['sql'],
  },
  { danger: 'sql', of: /(?:^|\.)Athena\(\)$/, names: ['startQueryExecution'], argument: 0, fields: ['QueryString'] },
  { danger: 'sql', of: /\.BigQuery\(\)/, names: ['query', 'createQueryJob'], argument: 0, fields: ['query'] },
  { danger: 'sql', of: /^@azure\/cosmos\b.*\.items$/, names: ['query'], argument: 0, fields: ['query'] },
  {
    danger: 'query',
    of: mongo,
    names: [
      'find',
      'findOne',
      'findOneAndUpdate',
      'findOneAndDelete',
      'findOneAndReplace',
      'updateOne',
      'updateMany',
      'deleteOne',
      'deleteMany',
      'replaceOne',
      'aggregate',
      'countDocuments',
      'count',
      'distinct',
    ],
    argument: 0,
  },
  {
    danger: 'query',
    of: /^(?:aws-sdk\.DynamoDB\.DocumentClient\(\)|aws-sdk\.DynamoDB\(\)|@aws-sdk\/lib-dynamodb\.DynamoDBDocument\b.*|@aws-sdk\/client-dynamodb\.DynamoDB\(\))$/,
    names: ['query', 'scan', 'get', 'delete', 'update'],
    argument: 0,
    isWhole: true,
  },
  {
    danger: 'query',
    of: /^(?:aws-sdk\.DynamoDB\.DocumentClient\(\)|aws-sdk\.DynamoDB\(\)|@aws-sdk\/(?:lib|client)-dynamodb\b.*)$/,
    names: ['query', 'scan', 'update', 'QueryCommand', 'ScanCommand', 'UpdateCommand', 'UpdateItemCommand'],
    argument: 0,
    fields: [
      'KeyConditionExpression',
      'FilterExpression',
      'UpdateExpression',
      'ConditionExpression',
      'ProjectionExpression',
    ],
    detail: 'expression',
  },
  {
    danger: 'item',
    of: /^(?:aws-sdk\.DynamoDB\.DocumentClient\(\)|@aws-sdk\/lib-dynamodb\b.*)$/,
    names: ['put', 'PutCommand'],
    argument: 0,
    fields: ['Item'],
    isWhole: true,
  },
  { danger: 'item', of: mongo, names: ['insertOne', 'insertMany', 'create'], argument: 0, isWhole: true },
  { danger: 'item', of: /^@azure\/cosmos\b.*\.items$/, names: ['create', 'upsert'], argument: 0, isWhole: true },
  {
    danger: 'item',
    of: /^(?:firebase-admin|@google-cloud\/firestore)\b.*\.(?:doc|collection)\(\)$/,
    names: ['set', 'add', 'create'],
    argument: 0,
    isWhole: true,
  },
  { danger: 'sql', of: /^sqlalchemy$/, names: ['text'], argument: 0 },
  {
    danger: 'sql',
    of: /^boto3\.client\((?:rds-data|athena|redshift-data)\)$/,
    names: ['execute_statement', 'batch_execute_statement', 'start_query_execution'],
    argument: 99,
    fields: ['sql', 'Sql', 'QueryString'],
  },
  {
    danger: 'query',
    of: /^boto3\.resource\(dynamodb\)\.Table\(\)$/,
    names: ['query', 'scan', 'get_item', 'delete_item', 'update_item'],
    argument: 0,
    isWhole: true,
  },
  {
    danger: 'query',
    of: /^boto3\.(?:resource\(dynamodb\)\.Table\(\)|client\(dynamodb\))$/,
    names: ['query', 'scan', 'update_item'],
    argument: 99,
    fields: ['FilterExpression', 'KeyConditionExpression', 'UpdateExpression'],
    detail: 'expression',
  },
  {
    danger: 'item',
    of: /^boto3\.resource\(dynamodb\)\.Table\(\)$/,
    names: ['put_item'],
    argument: 99,
    fields: ['Item'],
    isWhole: true,
  },
  {
    danger: 'query',
    of: /^(?:py)?mongo(?:client)?\b|^pymongo\b/,
    names: [
      'find',
      'find_one',
      'update_one',
      'update_many',
      'delete_one',
      'delete_many',
      'aggregate',
      'find_one_and_update',
    ],
    argument: 0,
  },
  { danger: 'item', of: /^pymongo\b/, names: ['insert_one', 'insert_many'], argument: 0, isWhole: true },
  {
    danger: 'query',
    of: /^@aws-sdk\/(?:lib|client)-dynamodb$/,
    names: ['QueryCommand', 'ScanCommand', 'GetCommand', 'DeleteCommand', 'UpdateCommand'],
    argument: 0,
    isWhole: true,
  },
  {
    danger: 'query',
    of: /^boto3\.(?:resource\(dynamodb\)\.Table\(\)|client\(dynamodb\))$/,
    names: ['query', 'scan'],
    argument: 99,
    fields: ['QueryFilter', 'ScanFilter'],
    isWhole: true,
  },
];

const fileSinks: readonly SinkRow[] = [
  {
    danger: 'path',
    of: files,
    names:
      'readFile readFileSync writeFile writeFileSync appendFile appendFileSync createReadStream createWriteStream unlink unlinkSync rm rmSync readdir readdirSync mkdir mkdirSync open openSync access stat statSync copyFile copyFileSync rename renameSync outputFile remove'.split(
        ' ',
      ),
    argument: 0,
  },
  { danger: 'path', of: /^express\.res$/, names: ['sendFile', 'download'], argument: 0 },
  { danger: 'path', of: own, names: ['open'], argument: 0 },
];

const answers: readonly SinkRow[] = [
  {
    danger: 'html',
    of: /^express\.res(?:\.(?:status|type|set|header)\(\))*$/,
    names: ['send', 'end', 'write'],
    argument: 0,
  },
  { danger: 'html', of: /^hono\.context$/, names: ['html'], argument: 0 },
  {
    danger: 'redirect',
    of: /^(?:express\.res|hono\.context)(?:\.status\(\))?$/,
    names: ['redirect', 'location'],
    argument: 0,
  },
  {
    danger: 'error',
    of: /^express\.res(?:\.(?:status|type|set|header)\(\))*$/,
    names: ['send', 'json', 'end'],
    argument: 0,
  },
  { danger: 'error', of: /^hono\.context$/, names: ['json', 'text', 'body', 'html'], argument: 0 },
];

const requests: readonly SinkRow[] = [
  {
    danger: 'url',
    of: own,
    names: [
      'fetch',
      'axios',
      'got',
      'request',
      'request-promise',
      'request-promise-native',
      'node-fetch',
      'cross-fetch',
      'isomorphic-fetch',
      'superagent',
      'ky',
      'phin',
      'needle',
    ],
    argument: 0,
    fields: ['url', 'uri', 'baseURL', 'host', 'hostname'],
  },
  {
    danger: 'url',
    of: agents,
    names: ['get', 'post', 'put', 'patch', 'delete', 'head', 'request', 'fetch', 'stream'],
    argument: 0,
    fields: ['url', 'uri', 'baseURL', 'host', 'hostname'],
  },
  {
    danger: 'url',
    of: /^https?$|^follow-redirects\.https?$/,
    names: ['get', 'request'],
    argument: 0,
    fields: ['host', 'hostname'],
  },
  { danger: 'url', of: /^(?:puppeteer|playwright|chrome-aws-lambda)\b.*\.newPage\(\)$/, names: ['goto'], argument: 0 },
  {
    danger: 'url',
    of: /^urllib\.request$/,
    names: ['urlopen', 'Request', 'urlretrieve'],
    argument: 0,
    fields: ['url'],
  },
];

const parsers: readonly SinkRow[] = [
  { danger: 'deserialise', of: /^node-serialize$/, names: ['unserialize'], argument: 0 },
  { danger: 'deserialise', of: /^v8$/, names: ['deserialize'], argument: 0 },
  {
    danger: 'deserialise',
    of: /^(?:_?pickle|cPickle|dill|cloudpickle|marshal|jsonpickle)$/,
    names: ['loads', 'load', 'decode'],
    argument: 0,
  },
  { danger: 'xml', of: /^libxmljs2?$/, names: ['parseXml', 'parseXmlString'], argument: 0, option: ['noent', true] },
  { danger: 'merge', of: own, names: ['lodash/merge', 'lodash/mergeWith', 'lodash/defaultsDeep'], argument: 'every' },
  {
    danger: 'merge',
    of: /^(?:lodash|deepmerge|merge-deep|defaults-deep)$/,
    names: ['merge', 'mergeWith', 'defaultsDeep'],
    argument: 'every',
    confidence: 'medium',
  },
  {
    danger: 'deserialise',
    of: /^yaml$/,
    names: ['load', 'load_all', 'unsafe_load', 'full_load'],
    argument: 0,
    without: /Safe|BaseLoader/,
  },
  { danger: 'deserialise', of: /^shelve$/, names: ['open'], argument: 0 },
  { danger: 'deserialise', of: /^pandas$/, names: ['read_pickle'], argument: 0 },
];

const templates: readonly SinkRow[] = [
  {
    danger: 'template',
    of: /^(?:ejs|pug|nunjucks|handlebars|mustache|dot|eta|liquidjs|swig|lodash|underscore)\b/,
    names: ['render', 'compile', 'renderString', 'template', 'precompile'],
    argument: 0,
  },
  {
    danger: 'template',
    of: /^jinja2(?:\.Environment\(\))?$|^flask$|^mako\.template$/,
    names: ['Template', 'from_string', 'render_template_string'],
    argument: 0,
  },
];

export const sinks: readonly SinkRow[] = [
  ...code,
  ...archives,
  ...commands,
  ...databases,
  ...fileSinks,
  ...answers,
  ...requests,
  ...parsers,
  ...templates,
  ...storeCalls,
  ...libraryCalls,
  ...pythonCalls,
];
