import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../../src/languages/python/parse.js';
import { toldIn, toldInFile, toldInPython } from '../../../support/told.js';

beforeAll(preparePython);

test.each([
  [
    'destructuring defaults',
    `import { execSync } from 'node:child_process';
`,
    `const { queryStringParameters: { q = 'x' } = {} } = event; execSync(q)`,
    'command',
  ],
  [
    'rest',
    `import { execSync } from 'node:child_process';
`,
    'const { a, ...rest } = event.queryStringParameters; execSync(rest.b)',
    'command',
  ],
  [
    'array destructuring',
    `import { execSync } from 'node:child_process';
`,
    `const [first, ...others] = event.body.split(','); execSync(others[0])`,
    'command',
  ],
  [
    'closure',
    `import { execSync } from 'node:child_process';
`,
    'const q = event.body; const run = () => execSync(q); run()',
    'command',
  ],
  [
    'promise then',
    `import { execSync } from 'node:child_process';
`,
    'await Promise.resolve(event.body).then((b) => b.trim()).then((b) => execSync(b))',
    'command',
  ],
  [
    'promise all',
    `import { execSync } from 'node:child_process';
`,
    'const [a] = await Promise.all([event.body]); execSync(a)',
    'command',
  ],
  [
    'new Promise',
    `import { execSync } from 'node:child_process';
`,
    'const v = await new Promise((resolve) => resolve(event.body)); execSync(v)',
    'command',
  ],
  [
    'callback',
    `import { execSync } from 'node:child_process';
function each(list, done) { for (const one of list) done(one); }`,
    'each(event.Records, (r) => execSync(r.body))',
    'command',
  ],
  [
    'class this',
    `import { execSync } from 'node:child_process';
class Job { constructor(text) { this.text = text; } run() { execSync(this.text); } }`,
    'new Job(event.body).run()',
    'command',
  ],
  [
    'class inherited',
    `import { execSync } from 'node:child_process';
class Base { run(text) { execSync(text); } } class Job extends Base {}`,
    'new Job().run(event.body)',
    'command',
  ],
  [
    'static',
    `import { execSync } from 'node:child_process';
class Job { static run(text) { execSync(text); } }`,
    'Job.run(event.body)',
    'command',
  ],
  [
    'private field',
    `import { execSync } from 'node:child_process';
class Job { #t; constructor(t) { this.#t = t; } run() { execSync(this.#t); } }`,
    'new Job(event.body).run()',
    'command',
  ],
  [
    'getter',
    `import { execSync } from 'node:child_process';
class Job { constructor(t) { this.t = t; } get text() { return this.t; } }`,
    'execSync(new Job(event.body).text)',
    'command',
  ],
  [
    'generator',
    `import { execSync } from 'node:child_process';
function* all(e) { yield e.body; }`,
    'for (const one of all(event)) execSync(one)',
    'command',
  ],
  [
    'async generator',
    `import { execSync } from 'node:child_process';
async function* all(e) { yield e.body; }`,
    'for await (const one of all(event)) execSync(one)',
    'command',
  ],
  [
    'reduce',
    `import { execSync } from 'node:child_process';
`,
    `execSync(Object.keys(JSON.parse(event.body)).reduce((a, k) => a + k, ''))`,
    'command',
  ],
  [
    'optional chain',
    `import { execSync } from 'node:child_process';
`,
    `execSync(event?.queryStringParameters?.q ?? 'x')`,
    'command',
  ],
  [
    'map object',
    `import { execSync } from 'node:child_process';
`,
    `const m = new Map(); m.set('a', event.body); execSync(m.get('a'))`,
    'command',
  ],
])('%s', (_, imports, body, told) => expect(toldIn(imports, body, told)).toBe(told));

test.each([
  [
    'closure',
    'import os',
    `q = event["body"]
def run():
    os.system(q)
run()`,
    'command',
  ],
  [
    'generator',
    `import os
def all_of(e):
    yield e["body"]`,
    `for one in all_of(event):
    os.system(one)`,
    'command',
  ],
  [
    'class',
    `import os
class Job:
    def __init__(self, text):
        self.text = text
    def run(self):
        os.system(self.text)`,
    'Job(event["body"]).run()',
    'command',
  ],
  [
    'dataclass',
    `import os
from dataclasses import dataclass
@dataclass
class Job:
    text: str`,
    `job = Job(text=event["body"])
os.system(job.text)`,
    'command',
  ],
  [
    'decorator',
    `import os, functools
def wrap(fn):
    @functools.wraps(fn)
    def inner(event, context):
        return fn(event, context)
    return inner
@wrap
def real(event, context):
    os.system(event["body"])`,
    'real(event, context)',
    'command',
  ],
  [
    'lambda',
    'import os',
    `f = lambda x: os.system(x)
f(event["body"])`,
    'command',
  ],
  [
    'walrus',
    'import os',
    `if (q := event["body"]):
    os.system(q)`,
    'command',
  ],
  [
    'dict comprehension',
    'import os, json',
    `d = {k: v for k, v in json.loads(event["body"]).items()}
os.system(d["a"])`,
    'command',
  ],
  [
    'unpack',
    'import os',
    `a, *rest = event["body"].split(",")
os.system(rest[0])`,
    'command',
  ],
  [
    'kwargs',
    `import os
def run(**options):
    os.system(options["text"])`,
    'run(text=event["body"])',
    'command',
  ],
  [
    'match',
    'import os, json',
    `match json.loads(event["body"]):
    case {"q": q}:
        os.system(q)`,
    'command',
  ],
  [
    'with',
    `import os
class Ctx:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        pass`,
    `with Ctx() as c:
    os.system(event["body"])`,
    'command',
  ],
  [
    'async',
    `import os, asyncio
async def go(t):
    os.system(t)`,
    'asyncio.run(go(event["body"]))',
    'command',
  ],
  [
    'property',
    `import os
class Job:
    def __init__(self, t):
        self.t = t
    @property
    def text(self):
        return self.t`,
    'os.system(Job(event["body"]).text)',
    'command',
  ],
])('Python: %s', (_, imports, body, told) => expect(toldInPython(imports, body, told)).toBe(told));

test.each([
  [
    'middy chain',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import middy from '@middy/core'; import httpJsonBodyParser from '@middy/http-json-body-parser'; const base = async (event) => { execSync(event.body.q); }; export const handler = middy().use(httpJsonBodyParser()).handler(base);`,
    'command',
  ],
  [
    'powertools decorator',
    'handler.ts',
    `import { execSync } from 'node:child_process';
import { Logger, injectLambdaContext } from '@aws-lambda-powertools/logger'; const logger = new Logger(); class Lambda { @logger.injectLambdaContext() public async handler(event, context) { execSync(event.body); } } const l = new Lambda(); export const handler = l.handler.bind(l);`,
    'command',
  ],
  [
    'di by constructor',
    'handler.ts',
    `import { execSync } from 'node:child_process';
class Runner { run(t) { execSync(t); } } class Service { constructor(private runner: Runner) {} go(t) { this.runner.run(t); } } const service = new Service(new Runner()); export const handler = async (event) => service.go(event.body);`,
    'command',
  ],
])('%s (%s)', (_, path, text, told) => expect(toldInFile(path, text, { told, handler: {} })).toBe(told));
