import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { mended } from '../support/mended.js';

beforeAll(preparePython);

const js = (imports: string, body: string) => `${imports}\nexport const handler = async (event) => {\n  ${body}\n};\n`;
const py = (imports: string, body: string) => `${imports}\ndef handler(event, context):\n    ${body}\n`;

type Row = readonly [what: string, path: string, before: string, after: string | undefined];

const rows: readonly Row[] = [
  [
    'a name that only the handler uses',
    'src/app.js',
    `let user;\nexport const handler = async (event) => {\n  if (!user) user = JSON.parse(event.body).user;\n  return { statusCode: 200, body: user };\n};\n`,
    `export const handler = async (event) => {\n  let user;\n  if (!user) user = JSON.parse(event.body).user;\n  return { statusCode: 200, body: user };\n};\n`,
  ],
  [
    'a name that another function uses',
    'src/app.js',
    `let user;\nfunction name() {\n  return user;\n}\nexport const handler = async (event) => {\n  if (!user) user = JSON.parse(event.body).user;\n  return { statusCode: 200, body: name() };\n};\n`,
    undefined,
  ],
  [
    'a global name of Python',
    'src/app.py',
    `import json\nuser = None\ndef handler(event, context):\n    global user\n    if user is None:\n        user = json.loads(event["body"])["user"]\n    return {"statusCode": 200, "body": user}\n`,
    `import json\ndef handler(event, context):\n    user = None\n    if user is None:\n        user = json.loads(event["body"])["user"]\n    return {"statusCode": 200, "body": user}\n`,
  ],
  [
    'a page, with a helper at hand',
    'src/app.js',
    js(
      "import escapeHtml from 'escape-html';",
      "const name = event.queryStringParameters.name;\n  return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${name}</p>` };",
    ),
    js(
      "import escapeHtml from 'escape-html';",
      "const name = event.queryStringParameters.name;\n  return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${escapeHtml(name)}</p>` };",
    ),
  ],
  [
    'a page, without one',
    'src/app.js',
    js(
      '',
      "const name = event.queryStringParameters.name;\n  return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${name}</p>` };",
    ),
    undefined,
  ],
  [
    'a page of Python, with a helper at hand',
    'src/app.py',
    py(
      'import html',
      `name = event["queryStringParameters"]["name"]\n    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<p>{name}</p>"}`,
    ),
    py(
      'import html',
      `name = event["queryStringParameters"]["name"]\n    return {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": f"<p>{html.escape(name)}</p>"}`,
    ),
  ],
  [
    'algorithms of a public key',
    'src/app.js',
    js("import jwt from 'jsonwebtoken';", 'return jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY);'),
    js(
      "import jwt from 'jsonwebtoken';",
      "return jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ['RS256'] });",
    ),
  ],
  [
    'algorithms of a key that may be a secret',
    'src/app.js',
    js("import jwt from 'jsonwebtoken';", 'return jwt.verify(event.headers.authorization, process.env.KEY);'),
    undefined,
  ],
];

test.each(rows)('%s', async (_, path, before, after) => expect(await mended(path, before)).toBe(after));
