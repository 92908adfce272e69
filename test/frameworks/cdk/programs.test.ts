import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf, programOf, pythonOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

function timeouts(text: string, path?: string): readonly unknown[] {
  return modelOf(text, path).functions.map(({ id, timeout }) => [
    id,
    'value' in timeout ? timeout.value : timeout.kind,
  ]);
}

describe('objects and lists that change after they were made', () => {
  const made = 'new lambda.Function(this, "Fn", options);';
  test.each<readonly [string, string, unknown]>([
    ['a property', `const options = {}; options.timeout = cdk.Duration.seconds(5); ${made}`, 5],
    ['a property by its text', `const options = {}; options['timeout'] = cdk.Duration.seconds(5); ${made}`, 5],
    ['perhaps', `const options = {}; if (props.slow) options.timeout = cdk.Duration.seconds(5); ${made}`, 'unknown'],
    ['perhaps another', `const options = {}; if (props.slow) options.memorySize = 128; ${made}`, 'unknown'],
    ['one that is computed', `const options = {}; options[props.name] = 1; ${made}`, 'unknown'],
  ])('%s', (_, statements, expected) => expect(timeouts(programOf(statements))).toEqual([['Fn', expected]]));

  test('what is added without end is not known whole', () => {
    const sets = Array.from({ length: 1000 }, (_, index) => `options.a${index} = 1;`).join(' ');
    expect(timeouts(programOf(`const options = {}; ${sets} ${made}`))).toEqual([['Fn', 'unknown']]);
  });

  test.each([
    ['pushed', 'rights.push(right);', 1],
    ['pushed perhaps', 'if (props.more) rights.push(right);', 1],
    ['pushed together', 'rights.push(...props.rights);', 0],
  ])('an item that is %s', (_, statement, expected) => {
    const text = programOf(`const right = new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] });
const rights: iam.PolicyStatement[] = []; ${statement}
new lambda.Function(this, 'Fn', { initialPolicy: rights });`);
    expect(modelOf(text).roles.map(({ grants }) => grants.length)).toEqual([expected]);
  });

  test.each([
    ['of a dictionary', 'env = {}\nenv["API_TOKEN"] = "x"', ['API_TOKEN'], false],
    ['computed', 'env = {}\nenv[name] = "x"', [], true],
    ['of an update', 'env = {}\nenv.update(more)', [], true],
  ])('in Python: %s', (_, before, names, isOpen) => {
    const [made] = modelOf(pythonOf(`${before}\n_lambda.Function(self, "Fn", environment=env)`), 'app/s.py').functions;
    expect(made?.environment.map(({ name }) => name).filter((name) => name !== '')).toEqual(names);
    expect(made?.environmentOpen).toBe(isOpen);
  });
});

describe('classes of the file', () => {
  const traced = `class Traced extends lambda.Function {
  constructor(scope, id, props) { super(scope, id, { ...props, tracing: lambda.Tracing.ACTIVE }); } }`;

  test('what extends a construct is one, with what it is made with', () => {
    const text = programOf("new Traced(this, 'Orders', { timeout: cdk.Duration.seconds(4) });", traced);
    expect(modelOf(text).functions).toMatchObject([
      { id: 'Orders', timeout: { value: 4 }, tracing: { value: 'active' } },
    ]);
  });

  const inPlaces = (...options: readonly string[]) =>
    modelOf(programOf(options.map((one, at) => `new Traced(this, 'F${at}', ${one});`).join('\n'), traced)).functions;

  test('what several places say alike is known', () => {
    const alike = '{ timeout: cdk.Duration.seconds(4) }';
    expect(inPlaces(alike, alike)).toMatchObject([{ timeout: { value: 4 }, tracing: { value: 'active' } }]);
  });

  test('what they say otherwise is one of it, by the ids that they give', () => {
    expect(
      inPlaces('{ timeout: cdk.Duration.seconds(4) }', '{ timeout: cdk.Duration.seconds(5) }', '{}'),
    ).toMatchObject([
      {
        timeout: {
          kind: 'choice',
          cases: [
            { label: 'F0', setting: { value: 4 } },
            { label: 'F1', setting: { value: 5 } },
            { label: 'F2', setting: { kind: 'absent' } },
          ],
        },
      },
    ]);
  });

  test.each<readonly [string, readonly string[]]>([
    ['very many places', Array.from({ length: 12 }, (_, at) => `{ timeout: cdk.Duration.seconds(${at + 1}) }`)],
    ['a place whose arguments are spread', ['{ timeout: cdk.Duration.seconds(4) }', '...more']],
  ])('what %s say is not known', (_, options) => {
    expect(inPlaces(...options)).toMatchObject([{ timeout: { kind: 'unknown' } }]);
  });

  test('an object that is not known whole may say it', () => {
    const [fn] = inPlaces('{ timeout: cdk.Duration.seconds(4) }', '{ ...more }');
    expect(fn?.timeout).toMatchObject({
      kind: 'choice',
      cases: [{ setting: { value: 4 } }, { setting: { kind: 'unknown' } }],
    });
  });

  test('what is made of an exported one elsewhere is not known', () => {
    const text = programOf("new Traced(this, 'A', { timeout: cdk.Duration.seconds(4) });", `export ${traced}`);
    expect(modelOf(text).functions).toMatchObject([{ timeout: { kind: 'unknown' } }]);
  });

  test('methods are called on what was made', () => {
    const calls = "const fn = new Traced(this, 'A', {}); const q = new sqs.Queue(this, 'Q'); q.grantSendMessages(fn);";
    const [role] = modelOf(programOf(calls, traced)).roles;
    expect(role?.grants.map(({ actions }) => actions.terms[0]?.text)).toEqual(['sqs:SendMessage']);
  });

  test('what one has is reached through it', () => {
    const before = `class Api extends Construct { constructor(scope, id) { super(scope, id);
  this.fn = new lambda.Function(this, 'Handler', {}); } }`;
    const right = "new iam.PolicyStatement({ actions: ['x:Y'], resources: ['*'] })";
    for (const made of ['const api = new Api(this, "Api"); api', 'this.api = new Api(this, "Api"); this.api']) {
      const [role] = modelOf(programOf(`${made}.fn.addToRolePolicy(${right});`, before)).roles;
      expect(role?.grants).toHaveLength(1);
    }
  });

  test('in Python', () => {
    const before = `class Traced(_lambda.Function):
    def __init__(self, scope, construct_id, timeout, **kwargs):
        super().__init__(scope, construct_id, tracing=_lambda.Tracing.ACTIVE, timeout=timeout)
`;
    const text = pythonOf('Traced(self, "Orders", timeout=cdk.Duration.seconds(4))', before);
    expect(modelOf(text, 'app/stack.py').functions).toMatchObject([
      { id: 'Orders', timeout: { value: 4 }, tracing: { value: 'active' } },
    ]);
  });
});

describe('functions of the file', () => {
  test.each([
    ['a declared one', 'function make(scope, id, wait) { return new lambda.Function(scope, id, { timeout: wait }); }'],
    ['an arrow', 'const make = (scope, id, wait) => new lambda.Function(scope, id, { timeout: wait });'],
  ])('%s that is called once says what it is given', (_, before) => {
    const text = programOf(
      "const fn = make(this, 'Orders', cdk.Duration.seconds(4)); fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });",
      before,
    );
    expect(timeouts(text)).toEqual([['Orders', 4]]);
    expect(modelOf(text).urls).toMatchObject([{ function: 'Orders' }]);
  });

  test('one that is called twice says what either place gives', () => {
    const before = 'function make(scope, id, wait) { return new lambda.Function(scope, id, { timeout: wait }); }';
    const text = programOf(
      "make(this, 'A', cdk.Duration.seconds(4)); make(this, 'B', cdk.Duration.seconds(5));",
      before,
    );
    expect(timeouts(text)).toEqual([['Function', 'choice']]);
  });

  test('a method of Python', () => {
    const text = `${pythonOf('self.make("Orders", wait=cdk.Duration.seconds(4))')}
    def make(self, name, wait):
        return _lambda.Function(self, name, timeout=wait)
`;
    expect(timeouts(text, 'app/stack.py')).toEqual([['Orders', 4]]);
  });

  test('what calls itself comes to an end', () => {
    const before =
      'function make(scope, id, wait) { make(scope, id, wait); return new lambda.Function(scope, id, { timeout: wait }); }';
    expect(timeouts(programOf('', before))).toEqual([['Function', 'unknown']]);
  });

  const child = 'const made = fn.node.defaultChild as lambda.CfnFunction; ';
  test.each<readonly [string, string, unknown]>([
    ['a property', `${child}made.addPropertyOverride('Timeout', 3);`, 3],
    ['by its whole path', `${child}made.addOverride('Properties.Timeout', 3);`, 3],
    ['by assignment', `${child}made.timeout = 3;`, 3],
    ['perhaps', `${child}if (props.slow) made.addPropertyOverride('Timeout', 3);`, 'unknown'],
    ['away', `${child}made.addPropertyDeletionOverride('Timeout');`, 'unknown'],
    ['of another property', `${child}made.addPropertyOverride('TracingConfig.Mode', 'Active');`, 'absent'],
    ['that is not known', `${child}made.addPropertyOverride(props.name, 3);`, 'unknown'],
    ['in something else', `${child}made.cfnOptions.metadata = { a: 1 };`, 'absent'],
  ])('what is set past the properties of a construct: %s', (_, statements, expected) => {
    const text = programOf(`const fn = new lambda.Function(this, 'Fn', {}); ${statements}`);
    expect(timeouts(text)).toEqual([['Fn', expected]]);
  });

  const other = "const other = new lambda.Function(this, 'Other', {});";
  test.each<readonly [string, string, string?]>([
    ['a function', 'configure(fn);'],
    ['a method', 'this.configure(fn);'],
    ['what is found in the tree', "fn.node.findChild('Resource').addPropertyOverride('Timeout', 3);"],
    ['a function that lets another', 'a(fn); a(fn);', 'function a(x) { b(x); }'],
    ['one of two that are given', `${other} a(fn); a(other);`, 'function a(x) { x.node.defaultChild.timeout = 3; }'],
  ])('%s may set what it is given', (_, call, before = '') => {
    const text = programOf(`const fn = new lambda.Function(this, 'Fn', {}); ${call}`, before);
    expect(timeouts(text)[0]).toEqual(['Fn', 'unknown']);
  });

  test.each<readonly [string, string, unknown]>([
    ['adds to it', 'x.addEnvironment("A", "b");', 'absent'],
    ['sets a part of it', 'x.node.defaultChild.timeout = 3;', 3],
  ])('a function that several places give the same %s', (_, statement, expected) => {
    const text = programOf(
      "const fn = new lambda.Function(this, 'Fn', {}); a(fn); a(fn);",
      `function a(x) { ${statement} }`,
    );
    expect(timeouts(text)).toEqual([['Fn', expected]]);
  });

  test.each([
    ['once', 'give(fn);'],
    ['in several places', 'give(fn); give(fn);'],
    ['to be remarked upon', 'remark(fn); remark(fn);'],
  ])('a function whose text is here and leaves it alone does not, called %s', (_, calls) => {
    const before = `function give(to) { to.grantInvoke(new iam.ServicePrincipal("a.amazonaws.com")); }
function remark(on) { if (on instanceof cdk.Resource) on = on.node.defaultChild;
  if (on.cfnOptions.metadata) on.cfnOptions.metadata.rules.push(1); else on.addMetadata('rules', []); }`;
    const text = programOf(`const fn = new lambda.Function(this, 'Fn', {}); ${calls}`, before);
    expect(timeouts(text)).toEqual([['Fn', 'absent']]);
  });
});

describe('how the CDK is brought in', () => {
  test.each([
    ['required', "const lambda = require('aws-cdk-lib/aws-lambda');\nnew lambda.Function(this, 'Fn', {});"],
    ['required by name', "const { aws_lambda } = require('aws-cdk-lib');\nnew aws_lambda.Function(this, 'Fn', {});"],
    ['compiled', "const l = __importStar(require('aws-cdk-lib/aws-lambda'));\nnew l.Function(this, 'Fn', {});"],
    ['as one package', "import * as lambda from 'monocdk/aws-lambda';\nnew lambda.Function(this, 'Fn', {});"],
    ['from its main module', "import { aws_lambda as l } from 'monocdk';\nnew l.Function(this, 'Fn', {});"],
    ['by an assignment', "import lambda = require('@aws-cdk/aws-lambda');\nnew lambda.Function(this, 'Fn', {});"],
    ['part of it', "import * as cdk from 'aws-cdk-lib';\nimport l = cdk.aws_lambda;\nnew l.Function(this, 'Fn', {});"],
    ['in version 1', "import * as l from '@aws-cdk/aws-lambda-nodejs';\nnew l.NodejsFunction(this, 'Fn', {});"],
  ])('%s', (_, text) => expect(modelOf(text).functions.map(({ id }) => id)).toEqual(['Fn']));

  test.each([
    ['version 1', 'from aws_cdk import core, aws_lambda as l\nl.Function(core.App(), "Fn")'],
    ['a whole module', 'import aws_cdk.aws_lambda as l\nl.Function(self, "Fn")'],
    [
      'names of a module',
      'from aws_cdk.aws_lambda import Function, Runtime\nFunction(self, "Fn", runtime=Runtime.PYTHON_3_12)',
    ],
    ['through the main module', 'import aws_cdk as cdk\ncdk.aws_lambda.Function(self, "Fn")'],
    ['one package', 'from monocdk import aws_lambda as l\nl.Function(self, "Fn")'],
  ])('in Python: %s', (_, text) => expect(modelOf(text, 'app.py').functions.map(({ id }) => id)).toEqual(['Fn']));
});

describe('what may declare more than is seen', () => {
  test.each([
    ['a template that is included', "new cdk.cloudformation_include.CfnInclude(this, 'T', { templateFile: 'x' });"],
    ['an aspect', 'cdk.Aspects.of(this).add(new Retention());'],
    ['a construct of another file', "new Alarms(this, 'Alarms');"],
  ])('%s', (_, statement) => {
    expect(modelOf(programOf(`new lambda.Function(this, 'Fn', {}); ${statement}`)).open).toBe(true);
  });

  test('not a stack that an app makes', () => {
    const text = `${programOf("new lambda.Function(this, 'Fn', {});")}\nconst app = new cdk.App();\nnew Other(app, 'Other', {});`;
    expect(modelOf(text).open).toBe(false);
  });
});
