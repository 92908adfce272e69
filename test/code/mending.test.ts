import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { readCode } from '../support/read-code.js';

beforeAll(preparePython);

const template = (runtime: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: ${runtime}
      Events: { Orders: { Type: HttpApi, Properties: { Path: /orders, Method: post } } }
`;

/** The first mend of a handler, applied; undefined if there is none. */
async function mended(path: string, text: string): Promise<string | undefined> {
  const runtime = path.endsWith('.py') ? 'python3.13' : 'nodejs22.x';
  const [code] = await readCode({ 'template.yaml': template(runtime), [path]: text });
  const [mend] = code?.functions.flatMap(({ flows }) => flows.flatMap((flow) => flow.mend ?? [])) ?? [];
  const [edit] = mend?.edits ?? [];
  return edit && `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}`;
}

const js = (imports: string, body: string) => `${imports}\nexport const handler = async (event) => {\n  ${body}\n};\n`;
const py = (imports: string, body: string) => `${imports}\ndef handler(event, context):\n    ${body}\n`;
const pg = "import { Pool } from 'pg';\nconst db = new Pool();";
const psycopg = 'import psycopg2\ndb = psycopg2.connect("").cursor()';
const key = 'event.pathParameters.id';

type Row = readonly [what: string, path: string, before: string, after: string | undefined];

const rows: readonly Row[] = [
  [
    'a value in a statement',
    'src/app.js',
    js(pg, `return db.query(\`select * from t where id = '\${${key}}' and a = 1\`);`),
    js(pg, `return db.query('select * from t where id = $1 and a = 1', [${key}]);`),
  ],
  [
    'a name in a statement',
    'src/app.js',
    js(pg, `return db.query(\`select * from t order by \${${key}}\`);`),
    undefined,
  ],
  [
    'a column among others',
    'src/app.js',
    js(pg, `return db.query(\`select id, \${${key}} from t where a = 1\`);`),
    undefined,
  ],
  ['a whole list', 'src/app.js', js(pg, `return db.query(\`select * from t where id in (\${${key}})\`);`), undefined],
  [
    'values of a row',
    'src/app.js',
    js(pg, `return db.query(\`insert into t (a, b) values (\${${key}}, '\${${key}}')\`);`),
    js(pg, `return db.query('insert into t (a, b) values ($1, $2)', [${key}, ${key}]);`),
  ],
  [
    'a statement that has signs of the driver',
    'src/app.py',
    py(psycopg, `id = event["body"]\n    db.execute(f"select * from t where a like 'x%' and id = '{id}'")`),
    undefined,
  ],
  [
    'a driver that is not known',
    'src/app.js',
    js("import db from './db';", `return db.query(\`select * from t where id = \${${key}}\`);`),
    undefined,
  ],
  [
    'values of Python in a statement',
    'src/app.py',
    py(psycopg, `id = event["body"]\n    db.execute(f"select * from t where id = '{id}'")`),
    py(psycopg, `id = event["body"]\n    db.execute("select * from t where id = %s", (id,))`),
  ],
  [
    'a file below /tmp',
    'src/app.js',
    js("import fs from 'fs';\nimport path from 'path';", `return fs.readFileSync(\`/tmp/\${${key}}.txt\`);`),
    js(
      "import fs from 'fs';\nimport path from 'path';",
      `return fs.readFileSync(\`/tmp/\${path.basename(${key})}.txt\`);`,
    ),
  ],
  [
    'a file below /tmp, without the module',
    'src/app.js',
    js("import fs from 'fs';", `return fs.readFileSync(\`/tmp/\${${key}}\`);`),
    undefined,
  ],
  [
    'text that is evaluated for its value',
    'src/app.js',
    js('', 'const order = eval(event.body);\n  return order;'),
    js('', 'const order = JSON.parse(event.body);\n  return order;'),
  ],
  ['text that is run', 'src/app.js', js('', 'eval(event.body);'), undefined],
  [
    'YAML that makes objects',
    'src/app.py',
    py('import yaml', 'return yaml.load(event["body"])'),
    py('import yaml', 'return yaml.safe_load(event["body"])'),
  ],
  [
    'certificates that are not checked',
    'src/app.js',
    js("import https from 'https';", 'return new https.Agent({ rejectUnauthorized: false });'),
    js("import https from 'https';", 'return new https.Agent({ rejectUnauthorized: true });'),
  ],
  [
    'certificates that Python does not check',
    'src/app.py',
    py('import requests', 'return requests.get("https://example.com", verify=False)'),
    py('import requests', 'return requests.get("https://example.com", verify=True)'),
  ],
  [
    'an event that is logged',
    'src/app.js',
    js('', 'const a = 1;\n  console.log(event);\n  return a;'),
    js('', 'const a = 1;\n  return a;'),
  ],
  [
    'an event that is logged on a condition',
    'src/app.js',
    js('', 'if (event.body)\n    console.log(event);\n  return 1;'),
    undefined,
  ],
  ['an event that is logged and nothing else', 'src/app.py', py('', 'print(event)'), undefined],
];

test.each(rows)('%s', async (_, path, before, after) => expect(await mended(path, before)).toBe(after));
