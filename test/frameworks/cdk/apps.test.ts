import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import type { Model } from '../../../src/model/model.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

beforeAll(async () => cdk.prepare?.());

type Held = Readonly<Record<string, string>>;

function parsed(files: Held, entry = 'cdk.json') {
  return parsedStack(cdk, entry, heldFiles(new Map(Object.entries(files))));
}

function modelOf(files: Held): Model {
  const stack = parsed(files);
  if (stack === undefined) throw new Error('This is no stack.');
  return stack.model;
}

const settings = '{ "app": "npx ts-node --prefer-ts-exts bin/app.ts" }';
const head = "import * as cdk from 'aws-cdk-lib';\nimport * as lambda from 'aws-cdk-lib/aws-lambda';\n";
const storage = `${head}import { Table } from 'aws-cdk-lib/aws-dynamodb';
export class Storage extends cdk.Stack {
  public readonly table: Table;
  constructor(scope, id, props) { super(scope, id, props); this.table = new Table(this, 'Orders', {}); }
}`;
const api = `${head}import { LambdaIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
export class Api extends cdk.Stack {
  constructor(scope, id, props: Props) { super(scope, id, props);
    const fn = new lambda.Function(this, 'Fn', { timeout: cdk.Duration.seconds(props.wait) });
    props.storage.table.grantReadData(fn);
    new RestApi(this, 'Rest').root.addMethod('GET', new LambdaIntegration(fn));
  }
}`;
const bin = `${head}import { Api } from '../lib/api';
import { Storage } from '../lib/storage';
const app = new cdk.App();
const storage = new Storage(app, 'Storage', {});
new Api(app, 'Api', { storage, wait: 9 });`;
const whole = { 'cdk.json': settings, 'bin/app.ts': bin, 'lib/api.ts': api, 'lib/storage.ts': storage };

describe('the files of an app', () => {
  test('are one stack, each thing where it stands', () => {
    const stack = parsed(whole);
    expect(stack?.files).toEqual(['bin/app.ts', 'lib/api.ts', 'lib/storage.ts', 'cdk.json']);
    const { functions, stores, open } = stack?.model ?? modelOf({});
    expect(functions.map(({ at }) => at.path)).toEqual(['lib/api.ts']);
    expect(stores.map(({ at }) => at.path)).toEqual(['lib/storage.ts']);
    expect(open).toBe(false);
  });

  test('hand constructs and values to each other', () => {
    const { functions, roles } = modelOf(whole);
    expect(functions).toMatchObject([{ id: 'Fn', timeout: { value: 9 } }]);
    expect(JSON.stringify(roles)).toContain('dynamodb:GetItem');
  });

  test('are none by themselves', () => {
    for (const path of ['bin/app.ts', 'lib/api.ts', 'lib/storage.ts']) expect(parsed(whole, path)).toBeUndefined();
  });

  test.each([
    ['there is no app', { 'lib/api.ts': api }],
    ['the app is not here', { 'cdk.json': settings, 'lib/api.ts': api }],
    ['the app does without it', { ...whole, 'bin/app.ts': `${head}new cdk.App();`, 'lib/api.ts': api }],
    ['the settings name no program', { ...whole, 'cdk.json': '{ "app": "mvn exec:java" }' }],
    ['the settings cannot be read', { ...whole, 'cdk.json': '{' }],
  ])('are one each where %s', (_, files: Held) => {
    expect(parsed(files, 'lib/api.ts')?.model.functions).toMatchObject([{ timeout: { kind: 'unknown' } }]);
  });

  test('a class that is made twice has what both are given', () => {
    const two = bin.replace('new Api(', "new Api(app, 'Other', { storage, wait: 4 });\nnew Api(");
    expect(modelOf({ ...whole, 'bin/app.ts': two }).functions).toMatchObject([{ timeout: { kind: 'unknown' } }]);
  });

  test('one that cannot be read is told, and opens the model', () => {
    const stack = parsed({ ...whole, 'lib/storage.ts': 'class {{{' });
    expect(stack?.notices).toMatchObject([{ path: 'lib/storage.ts', kind: 'unread' }]);
    expect(stack?.model.open).toBe(true);
  });

  test('files that bring each other in come to an end', () => {
    const circle = { ...whole, 'lib/storage.ts': `import { Api } from './api';\nimport './storage';\n${storage}` };
    expect(modelOf(circle).functions).toHaveLength(1);
  });
});

describe('how files bring each other in', () => {
  const brought = (written: string, others: Held = {}) =>
    modelOf({
      ...whole,
      ...others,
      'bin/app.ts': bin
        .replace("import { Api } from '../lib/api';", written)
        .replace('Api(', written.includes('Front') ? 'Front(' : 'Api('),
    });

  test.each<readonly [string, string, Held]>([
    ['by the name of the compiled file', "import { Api } from '../lib/api.js';", {}],
    ['by another name', "import { Api as Front } from '../lib/api';", {}],
    ['through an index', "import { Api } from '../lib';", { 'lib/index.ts': "export * from './api';" }],
    ['through a list', "import { Api } from '../lib';", { 'lib/index.ts': "export { Api } from './api';" }],
    [
      'by default',
      "import Api from '../lib/api';",
      { 'lib/api.ts': api.replace('export class', 'export default class') },
    ],
  ])('%s', (_, written, others) => {
    expect(brought(written, others).functions).toMatchObject([{ timeout: { value: 9 } }]);
  });

  test('as a whole', () => {
    const all = bin.replace('{ Api } from', '* as stacks from').replace('new Api(', 'new stacks.Api(');
    expect(modelOf({ ...whole, 'bin/app.ts': all }).functions).toMatchObject([{ timeout: { value: 9 } }]);
  });

  test('constants of another file', () => {
    const constants = bin
      .replace('wait: 9', 'wait: WAIT')
      .replace('const app', "import { WAIT } from './wait';\nconst app");
    const files = { ...whole, 'bin/app.ts': constants, 'bin/wait.ts': 'export const WAIT = 7;' };
    expect(modelOf(files).functions).toMatchObject([{ timeout: { value: 7 } }]);
  });
});

describe('in Python', () => {
  const stack = `from aws_cdk import Duration, Stack, aws_lambda as _lambda
class Api(Stack):
    def __init__(self, scope, construct_id, *, queue, wait, **kwargs):
        super().__init__(scope, construct_id, **kwargs)
        fn = _lambda.Function(self, "Fn", timeout=Duration.seconds(wait))
        queue.grant_send_messages(fn)
`;
  const storageStack = `from aws_cdk import Stack, aws_sqs as sqs
class Storage(Stack):
    def __init__(self, scope, construct_id, **kwargs):
        super().__init__(scope, construct_id, **kwargs)
        self.queue = sqs.Queue(self, "Queue")
`;
  const appOf = (imports: string, name = 'Api') => `import aws_cdk as cdk
${imports}
from stacks.storage import Storage
app = cdk.App()
storage = Storage(app, "Storage")
${name}(app, "Api", queue=storage.queue, wait=9)
`;
  const files = (app: string) => ({
    'infra/cdk.json': '{ "app": "python3 app.py" }',
    'infra/app.py': app,
    'infra/stacks/__init__.py': '',
    'infra/stacks/api.py': stack,
    'infra/stacks/storage.py': storageStack,
  });

  test.each([
    ['a name', appOf('from stacks.api import Api')],
    ['a module of a package', appOf('from stacks import api', 'api.Api')],
    ['a module by another name', appOf('import stacks.api as front', 'front.Api')],
    ['several lines', appOf('from stacks.api import (\n    Api,\n)')],
  ])('%s', (_, app) => {
    const read = parsed(files(app), 'infra/cdk.json')?.model;
    expect(read?.functions).toMatchObject([{ timeout: { value: 9 } }]);
    expect(JSON.stringify(read?.roles)).toContain('sqs:SendMessage');
  });
});
