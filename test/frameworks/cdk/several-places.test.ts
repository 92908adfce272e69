import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import { modelOf, programOf } from '../../support/cdk.js';
import { scanFiles } from '../../support/judging.js';

// Compared with what aws-cdk-lib 2.276 synthesises for each of the places.
beforeAll(async () => cdk.prepare?.());

const imports = `import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as logs from 'aws-cdk-lib/aws-logs';`;

function timeoutOf(options: string): unknown {
  const before = `class Worker extends Construct { constructor(scope, id, props) { super(scope, id);
  new lambda.Function(this, 'Fn', { timeout: props.wait ?? cdk.Duration.seconds(7) }); } }`;
  const [fn] = modelOf(programOf(`new Worker(this, 'A', ${options});`, before)).functions;
  return fn?.timeout;
}

describe('what stands for an absent value', () => {
  test.each<readonly [string, string, unknown]>([
    ['nothing is given', '{}', { kind: 'known', value: 7 }],
    ['undefined is given', '{ wait: undefined }', { kind: 'known', value: 7 }],
    ['a value is given', '{ wait: cdk.Duration.seconds(4) }', { kind: 'known', value: 4 }],
    [
      'one of two is given',
      '{ wait: slow ? cdk.Duration.seconds(9) : undefined }',
      { kind: 'choice', cases: [{ setting: { value: 9 } }, { setting: { value: 7 } }] },
    ],
    [
      'it is not known what is given',
      'options',
      {
        kind: 'choice',
        cases: [{ label: 'nothing is given', setting: { value: 7 } }, { setting: { kind: 'unknown' } }],
      },
    ],
  ])('%s', (_, options, expected) => expect(timeoutOf(options)).toMatchObject(expected as object));
});

async function told(statements: string, policy: string, before = ''): Promise<readonly string[]> {
  const { findings } = await scanFiles(new Map([['lib/stack.ts', programOf(statements, `${imports}\n${before}`)]]));
  return findings.flatMap((finding) => (finding.policy === policy ? [finding.message] : []));
}

const stages = `class Shop extends Construct { constructor(scope, id, props) { super(scope, id);
  const fn = new lambda.Function(this, 'Fn', { handler: 'i.h', environment: props.environment });
  fn.addFunctionUrl({ authType: props.auth });
  new logs.LogGroup(this, 'Log', { retention: props.days });
  new kinesis.Stream(this, 'Stream', { encryption: props.encryption });
} }`;
const shops = (...options: readonly string[]) =>
  options.map((one, at) => `new Shop(this, 'S${at}', ${one});`).join('\n');
const iam = 'auth: lambda.FunctionUrlAuthType.AWS_IAM';

describe('a class of several places', () => {
  test('is told where one of them opens it', async () => {
    const open = '{ auth: lambda.FunctionUrlAuthType.NONE }';
    expect(await told(shops(`{ ${iam} }`, open), 'function-url-open', stages)).toHaveLength(1);
    expect(await told(shops(`{ ${iam} }`, `{ ${iam} }`), 'function-url-open', stages)).toEqual([]);
  });

  test('is told of the password of one of them', async () => {
    const two = shops(`{ ${iam} }`, `{ ${iam}, environment: { DB_PASSWORD: 'kX8-pq2.Rw71' } }`);
    expect(await told(two, 'plaintext-secret-in-env', stages)).toHaveLength(1);
  });

  test.each<readonly [string, string, string, readonly string[]]>([
    ['days of logs', 'days: logs.RetentionDays.ONE_YEAR', 'log-retention-missing', []],
    ['encryption', 'encryption: kinesis.StreamEncryption.KMS', 'encryption-disabled', []],
    [
      'encryption that one turns off',
      'encryption: kinesis.StreamEncryption.UNENCRYPTED',
      'encryption-disabled',
      ['Stream is not encrypted at rest in branch S1.'],
    ],
  ])('has what the CDK sets where a place gives no %s', async (_, option, policy, messages) => {
    expect(await told(shops(`{ ${iam} }`, `{ ${iam}, ${option} }`), policy, stages)).toEqual(messages);
  });
});

describe('cases by a condition of the template', () => {
  const fn = (mode: string) =>
    `const isProd = new cdk.CfnCondition(this, 'IsProd', {});
new lambda.CfnFunction(this, 'Fn', { handler: 'i.h', tracingConfig: { mode: ${mode} } });`;
  test.each<readonly [string, string, readonly string[]]>([
    [
      'a construct',
      "cdk.Fn.conditionIf(isProd.logicalId, 'Active', 'PassThrough').toString()",
      [' in branch not IsProd'],
    ],
    ['a name', "cdk.Fn.conditionIf('IsProd', 'Active', 'PassThrough').toString()", [' in branch not IsProd']],
    ['both the same', "cdk.Fn.conditionIf('IsProd', 'Active', 'Active').toString()", []],
  ])('%s', async (_, mode, ends) => {
    expect(await told(fn(mode), 'tracing-off')).toEqual(ends.map((end) => expect.stringContaining(end)));
  });
});

test.each<readonly [string, string, readonly string[]]>([
  ['traced', "stage.addPropertyOverride('TracingEnabled', true);", []],
  [
    'not traced',
    "stage.addPropertyOverride('TracingEnabled', false);",
    [expect.stringContaining('Api') as unknown as string],
  ],
])('the stage that an API makes, %s past its properties', async (_, set, messages) => {
  const api = `const fn = new lambda.Function(this, 'Fn', { handler: 'i.h', tracing: lambda.Tracing.ACTIVE });
const api = new apigateway.LambdaRestApi(this, 'Api', { handler: fn });
const stage = api.deploymentStage.node.defaultChild as apigateway.CfnStage; ${set}`;
  expect(await told(api, 'tracing-off')).toEqual(messages);
  expect(await told(api, 'api-logging-off')).not.toEqual([]);
});

test('an object that is assigned to a resource has the words of the template', async () => {
  const assigned = (mode: string) =>
    `const fn = new lambda.CfnFunction(this, 'Fn', { handler: 'i.h' }); fn.tracingConfig = { mode: '${mode}' };`;
  expect(await told(assigned('PassThrough'), 'tracing-off')).toHaveLength(1);
  expect(await told(assigned('Active'), 'tracing-off')).toEqual([]);
});
