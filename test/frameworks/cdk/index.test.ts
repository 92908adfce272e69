import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import type { ServerlessFunction } from '../../../src/model/function.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

beforeAll(async () => cdk.prepare?.());

const head = `import * as cdk from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import * as iam from 'aws-cdk-lib/aws-iam';
`;

function parse(text: string, path = 'lib/stack.ts', others: readonly (readonly [string, string])[] = []) {
  return parsedStack(cdk, path, heldFiles(new Map([[path, text], ...others])));
}

function inStack(body: string, before = ''): string {
  return `${head}${before}class S extends cdk.Stack { constructor(scope, id, props) { super(scope, id, props);\n${body}\n} }`;
}

function modelOf(text: string, path?: string) {
  const parsed = parse(text, path);
  if (parsed === undefined) throw new Error('This is no stack.');
  return parsed.model;
}

function functionIn(text: string): ServerlessFunction {
  const [fn] = modelOf(text).functions;
  if (fn === undefined) throw new Error('There is no function.');
  return fn;
}

function made(properties: string, before = ''): ServerlessFunction {
  return functionIn(inStack(`new lambda.Function(this, 'Fn', ${properties});`, before));
}

describe('what a property says', () => {
  test.each<readonly [string, string, string, unknown]>([
    ['a literal', '{ timeout: cdk.Duration.minutes(2) }', '', 120],
    ['a constant of the file', '{ timeout: wait }', 'const wait = cdk.Duration.seconds(7);\n', 7],
    ['an object of the file', '{ timeout: limits.wait }', 'const limits = { wait: cdk.Duration.hours(1) };\n', 3600],
    ['all properties in a constant', 'given', 'const given = { timeout: cdk.Duration.seconds(9) };\n', 9],
  ])('%s is known', (_, properties, before, expected) => {
    expect(made(properties, before).timeout).toMatchObject({ kind: 'known', value: expected });
  });

  test.each([
    ['a property of the stack', '{ timeout: props.wait }', ''],
    ['spread properties', '{ ...props.given }', ''],
    ['properties from elsewhere', 'props.given', ''],
    [
      'a name with two meanings',
      '{ timeout: wait }',
      'let wait = cdk.Duration.seconds(1);\nwait = cdk.Duration.seconds(2);\n',
    ],
    ['names that name each other', '{ timeout: a }', 'const a = b;\nconst b = a;\n'],
    ['an amount that is computed', '{ timeout: cdk.Duration.seconds(props.n) }', ''],
  ])('%s is unknown', (_, properties, before) => {
    expect(made(properties, before).timeout.kind).toBe('unknown');
  });

  test('what is not said is absent', () => {
    expect(made("{ handler: 'a.b' }").timeout.kind).toBe('absent');
    expect(functionIn(inStack("new lambda.Function(this, 'Fn');")).timeout.kind).toBe('absent');
  });

  test('what is overridden later is what was set last', () => {
    const override =
      "const fn = new lambda.Function(this, 'Fn', {}); fn.node.defaultChild.addPropertyOverride('Timeout', 3);";
    expect(functionIn(inStack(override)).timeout).toMatchObject({ kind: 'known', value: 3 });
    const assigned =
      "const fn = new lambda.Function(this, 'Fn', {}); const raw = fn.node.defaultChild; raw.timeout = 3;";
    expect(functionIn(inStack(assigned)).timeout).toMatchObject({ kind: 'known', value: 3 });
  });

  test.each([
    ['NODEJS_20_X', 'nodejs20.x'],
    ['PYTHON_3_12', 'python3.12'],
    ['JAVA_8_CORRETTO', 'java8.al2'],
    ['DOTNET_8', 'dotnet8'],
    ['PROVIDED_AL2023', 'provided.al2023'],
    ['GO_1_X', 'go1.x'],
  ])('the runtime %s is %s', (member, text) => {
    expect(made(`{ runtime: lambda.Runtime.${member} }`).runtime).toMatchObject({ value: text });
  });
});

describe('how modules are imported', () => {
  test.each([
    ['by name', "import { Function } from 'aws-cdk-lib/aws-lambda';\nnew Function(this, 'Fn', {});"],
    ['from the main module', "import { aws_lambda as l } from 'aws-cdk-lib';\nnew l.Function(this, 'Fn', {});"],
    ['through the main module', "import * as cdk from 'aws-cdk-lib';\nnew cdk.aws_lambda.Function(this, 'Fn', {});"],
    ['in version 1', "import * as l from '@aws-cdk/aws-lambda';\nnew l.Function(this, 'Fn', {});"],
    ['by require', "const l = require('aws-cdk-lib/aws-lambda');\nnew l.Function(this, 'Fn', {});"],
    [
      'by require, by name',
      "const { Function: F } = require('aws-cdk-lib/aws-lambda'); const cdk = require('aws-cdk-lib');\nnew F(this, 'Fn', {});",
    ],
  ])('%s', (_, text) => {
    expect(modelOf(`import 'aws-cdk-lib';\n${text}`).functions.map(({ id }) => id)).toEqual(['Fn']);
  });

  test('a class of the same name from elsewhere is none', () => {
    expect(
      parse("import 'aws-cdk-lib';\nimport { Function } from './own';\nnew Function(this, 'Fn', {});"),
    ).toBeUndefined();
  });
});

describe('what calls do', () => {
  test('a grant gives the role of the function rights on the resource', () => {
    const { roles } = modelOf(
      inStack(
        "const q = new Queue(this, 'Q'); const fn = new lambda.Function(this, 'Fn', {}); q.grantSendMessages(fn);",
      ),
    );
    const [grant] = roles.find(({ id }) => id === 'Fn/ServiceRole')?.grants ?? [];
    expect(grant?.actions.terms.map(({ text }) => text)).toContain('sqs:SendMessage');
    expect(grant?.resources.terms).toMatchObject([{ to: 'Q' }]);
  });

  test('a grant of a method that is not known opens the role', () => {
    const { roles } = modelOf(
      inStack("const q = new Queue(this, 'Q'); const fn = new lambda.Function(this, 'Fn', {}); q.grantSomething(fn);"),
    );
    expect(roles).toMatchObject([{ id: 'Fn/ServiceRole', open: true }]);
  });

  test('routes hang together through resources', () => {
    const text =
      "const api = new apigateway.RestApi(this, 'Api'); const orders = api.root.addResource('orders'); orders.addResource('{id}').addMethod('get');";
    expect(modelOf(inStack(text)).routes).toMatchObject([{ api: 'Api', method: 'GET', path: '/orders/{id}' }]);
  });

  test('constructs of unknown classes may declare more', () => {
    expect(modelOf(inStack("new lambda.Function(this, 'Fn', {});")).open).toBe(false);
    expect(modelOf(inStack("new lambda.Function(this, 'Fn', {}); new Alarms(this, 'Alarms', {});")).open).toBe(true);
  });
});

test("constructs of a monitor stand for the platform's tracing", () => {
  const text = inStack(
    "new lambda.Function(this, 'Fn', {});",
    "import { DatadogLambda } from 'datadog-cdk-constructs-v2';\n",
  );
  expect(modelOf(text).monitors).toEqual([{ name: 'Datadog', functions: 'all' }]);
});

test('anyone who is granted to invoke is a permission of the function', () => {
  const text = "const fn = new lambda.Function(this, 'Fn', {}); fn.grantInvoke(new iam.AnyPrincipal());";
  expect(modelOf(inStack(text)).resourcePolicies).toMatchObject([
    { target: 'Fn', principals: [{ term: { text: '*' } }] },
  ]);
});

describe('Python', () => {
  const python = `from aws_cdk import Duration, Stack, aws_lambda as _lambda
class S(Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
`;

  test('is read by the same rules', () => {
    const text = `${python}        self.wait = Duration.seconds(5)\n        _lambda.Function(self, "Fn", timeout=self.wait, memory_size=256)\n`;
    expect(modelOf(text, 'app/stack.py').functions).toMatchObject([
      { id: 'Fn', timeout: { kind: 'known', value: 5 }, memory: { kind: 'known', value: 256 } },
    ]);
  });

  test('spread keywords are not known', () => {
    const text = `${python}        _lambda.Function(self, "Fn", **given)\n`;
    expect(modelOf(text, 'app/stack.py').functions).toMatchObject([{ timeout: { kind: 'unknown' } }]);
  });

  test('what is absent is written as a keyword', () => {
    const text = `${python}        _lambda.Function(self, "Fn", handler="a.b")\n`;
    const [fn] = modelOf(text, 'app/stack.py').functions;
    const edits = fn?.tracing.kind === 'absent' ? fn.tracing.write('active') : undefined;
    expect(applyEdits(text, edits ?? [])).toContain('handler="a.b", tracing=_lambda.Tracing.ACTIVE)');
  });
});

describe('bad input', () => {
  test('a half-written file is told with its line, and nothing of it is known', () => {
    const parsed = parse(`${head}class S {\n  constructor( {`);
    expect(parsed).toMatchObject({ model: { open: true }, notices: [{ kind: 'unread', path: 'lib/stack.ts' }] });
  });

  test.each([
    ['nested lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a long sum', Array(10_000).fill("'a'").join('+')],
    ['a long chain of calls', `api${'.addResource("a")'.repeat(10_000)}`],
  ])('%s do not exhaust the stack', (_, text) => {
    const parsed = parse(`${head}new lambda.Function(this, 'Fn', { environment: { A: ${text} } });`);
    expect(parsed?.model.functions.length === 1 || parsed?.notices.length === 1).toBe(true);
  });

  test('names that double at every step come to an end', () => {
    const names = Array.from({ length: 50 }, (_, index) => `const n${index + 1} = [n${index}, n${index}];`).join('\n');
    const text = `${head}const n0 = 'a';\n${names}\nnew lambda.Function(this, 'Fn', { environment: { A: n50 } });`;
    expect(modelOf(text).functions).toHaveLength(1);
  });

  test('code outside of the repository is not looked for', () => {
    expect(made("{ code: lambda.Code.fromAsset('../../../etc') }").codeRoot).toBeUndefined();
  });

  test.each([
    ['lib/stack.d.ts'],
    ['cdk.out/asset.js'],
    ['node_modules/aws-cdk-lib/index.js'],
    ['test/stack.test.ts'],
    ['README.md'],
  ])('%s starts no stack', (path) => {
    expect(cdk.entryOf(path)).toBeUndefined();
  });
});

test('assets are looked for where the tool is started, or beside the file', () => {
  const text = inStack("new lambda.Function(this, 'Fn', { code: lambda.Code.fromAsset('src') });");
  expect(parse(text, 'infra/lib/stack.ts', [['infra/cdk.json', '{}']])?.codeRoots).toEqual(['infra/src']);
  const beside = inStack(
    "new lambda.Function(this, 'Fn', { code: lambda.Code.fromAsset(path.join(__dirname, '../src')) });",
  );
  expect(parse(beside, 'infra/lib/stack.ts')?.codeRoots).toEqual(['infra/src']);
});
