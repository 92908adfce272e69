import { beforeAll, describe, expect, test } from '@jest/globals';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import type { Model } from '../../../src/model/model.js';
import { modelOf, programOf, pythonOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

const fn = "const fn = new lambda.Function(this, 'Fn', {});";
const queue = "const q = new sqs.Queue(this, 'Q');";

function functionOf(text: string, others: readonly (readonly [string, string])[] = []): Model['functions'][number] {
  const [found] = modelOf(text, 'infra/lib/stack.ts', others).functions;
  if (found === undefined) throw new Error('There is no function.');
  return found;
}

describe('logs', () => {
  const flag = '@aws-cdk/aws-lambda:useCdkManagedLogGroup';
  const told = (value: boolean) => [['infra/cdk.json', JSON.stringify({ context: { [flag]: value } })]] as const;

  test.each([
    ['nothing is declared', fn, [], 'absent'],
    ['cdk.json asks for one', fn, told(true), 'known'],
    ['cdk.json does not want one', fn, told(false), 'absent'],
    ['cdk.json is half-written', fn, [['infra/cdk.json', '{ "context": {']] as const, 'absent'],
    [
      'its retention is set',
      "new lambda.Function(this, 'Fn', { logRetention: logs.RetentionDays.ONE_WEEK });",
      [],
      'known',
    ],
    ['a group is given', "new lambda.Function(this, 'Fn', { logGroup: new logs.LogGroup(this, 'L') });", [], 'known'],
    ['properties come from elsewhere', "new lambda.Function(this, 'Fn', props.fn);", [], 'unknown'],
  ])('the group when %s', (_, statements, others, kind) => {
    expect(functionOf(programOf(statements), others).logGroup.kind).toBe(kind);
  });

  test.each([
    ['fatal errors only', '{ applicationLogLevelV2: lambda.ApplicationLogLevel.FATAL }', { value: false }],
    ['fatal errors only, as a text', "{ applicationLogLevel: 'FATAL' }", { value: false }],
    ['more', '{ applicationLogLevelV2: lambda.ApplicationLogLevel.WARN }', { value: true }],
    ['a level from elsewhere', '{ applicationLogLevelV2: props.level }', { kind: 'unknown' }],
  ])('%s', (_, properties, expected) => {
    expect(functionOf(programOf(`new lambda.Function(this, 'Fn', ${properties});`)).logging).toMatchObject(expected);
  });
});

describe('events that a function fails on', () => {
  test.each([
    ['nothing', '', { kind: 'absent' }],
    [
      'a destination',
      `${queue} new lambda.Function(this, 'Fn', { onFailure: new destinations.SqsDestination(q) });`,
      { kind: 'known' },
    ],
    [
      'asked for later',
      `${queue} ${fn} fn.configureAsyncInvoke({ onFailure: new destinations.SqsDestination(q) });`,
      { kind: 'known' },
    ],
    [
      'in a construct of its own',
      `${queue} ${fn} new lambda.EventInvokeConfig(this, 'C', { function: fn, onFailure: new destinations.SqsDestination(q) });`,
      { kind: 'known' },
    ],
    ['a queue', `${queue} new lambda.Function(this, 'Fn', { deadLetterQueue: q });`, { kind: 'known' }],
    [
      'a queue that the CDK makes',
      "new lambda.Function(this, 'Fn', { deadLetterQueueEnabled: true });",
      { kind: 'known' },
    ],
  ])('%s', (_, statements, expected) => {
    expect(functionOf(programOf(statements === '' ? fn : statements)).onFailure).toMatchObject(expected);
  });
});

describe('code', () => {
  test.each([
    ['beside the program', "new nodejs.NodejsFunction(this, 'orders');", 'infra/lib/stack.orders.ts'],
    ['by its entry', "new nodejs.NodejsFunction(this, 'Fn', { entry: 'src/orders.ts' });", 'src/orders.ts'],
    [
      'beside the file',
      "new nodejs.NodejsFunction(this, 'Fn', { entry: `${__dirname}/orders.ts` });",
      'infra/lib/orders.ts',
    ],
    ['in a folder', "new lambda.Function(this, 'Fn', { code: lambda.Code.fromAsset('src') });", 'src'],
    [
      'in a folder, as version 1 says it',
      "new lambda.Function(this, 'Fn', { code: new lambda.AssetCode('src') });",
      'src',
    ],
    ['in a bucket', "new lambda.Function(this, 'Fn', { code: lambda.Code.fromBucket(b, 'k') });", undefined],
    ['in the program', "new lambda.Function(this, 'Fn', { code: lambda.Code.fromInline('x') });", undefined],
  ])('%s', (_, statements, expected) => {
    const before = "import * as nodejs from 'aws-cdk-lib/aws-lambda-nodejs';";
    expect(functionOf(programOf(statements, before)).codeRoot).toBe(expected);
  });
});

describe('the runtime of a function of Node.js that names none', () => {
  const flag = '@aws-cdk/aws-lambda-nodejs:useLatestRuntimeVersion';
  const told = (context: object) => [['infra/cdk.json', JSON.stringify({ context })]] as const;
  const plain = "new nodejs.NodejsFunction(this, 'orders');";

  test.each([
    ['is of old where the flag is missing', plain, told({}), { kind: 'known', value: 'nodejs16.x' }],
    ['is of old where the flag is off', plain, told({ [flag]: false }), { kind: 'known', value: 'nodejs16.x' }],
    ['is what the version of the CDK says', plain, told({ [flag]: true }), { kind: 'unknown' }],
    ['is not known without cdk.json', plain, [], { kind: 'unknown' }],
    ['is not known where cdk.json is half-written', plain, [['infra/cdk.json', '{ "context": {']], { kind: 'unknown' }],
    ['may come from elsewhere', "new nodejs.NodejsFunction(this, 'orders', props.fn);", told({}), { kind: 'unknown' }],
    [
      'is none of these where one is named',
      "new nodejs.NodejsFunction(this, 'orders', { runtime: lambda.Runtime.NODEJS_24_X });",
      told({}),
      { kind: 'known', value: 'nodejs24.x' },
    ],
  ] as const)('%s', (_, statements, others, expected) => {
    const before = "import * as nodejs from 'aws-cdk-lib/aws-lambda-nodejs';";
    expect(functionOf(programOf(statements, before), others).runtime).toMatchObject(expected);
  });
});

describe('what starts a function', () => {
  const kinds = (statements: string) =>
    modelOf(programOf(`${fn} ${statements}`)).triggers.map(({ trigger, function: starts, onFailure }) => [
      trigger,
      starts,
      onFailure.kind,
    ]);

  test.each([
    [
      'a rule',
      "new events.Rule(this, 'R', { schedule: events.Schedule.rate(cdk.Duration.hours(1)), targets: [new targets.LambdaFunction(fn)] });",
      [['schedule', 'Fn', 'absent']],
    ],
    [
      'a rule that keeps what it cannot deliver',
      `${queue} new events.Rule(this, 'R', { eventPattern: { source: ['x'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue: q })] });`,
      [['bus', 'Fn', 'known']],
    ],
    [
      'a target that is added',
      "const r = new events.Rule(this, 'R', { eventPattern: { source: ['x'] } }); r.addTarget(new targets.LambdaFunction(fn));",
      [['bus', 'Fn', 'absent']],
    ],
    [
      'a schedule',
      "new scheduler.Schedule(this, 'S', { schedule: x, target: new schedulerTargets.LambdaInvoke(fn) });",
      [['schedule', 'Fn', 'absent']],
    ],
    [
      'a schedule that keeps what it cannot deliver',
      `${queue} new scheduler.Schedule(this, 'S', { schedule: x, target: new schedulerTargets.LambdaInvoke(fn, { deadLetterQueue: q }) });`,
      [['schedule', 'Fn', 'known']],
    ],
  ])('%s', (_, statements, expected) => expect(kinds(statements)).toEqual(expected));
});

test.each([
  ['traced', 'tracingEnabled: true', 'tracing', { value: true }],
  ['not traced', "stateMachineName: 'x'", 'tracing', { kind: 'absent' }],
  ['logged', 'logs: { destination: l, level: sfn.LogLevel.ALL }', 'logging', { value: 'all' }],
  [
    'logged with what it works on',
    'logs: { destination: l, level: sfn.LogLevel.ALL, includeExecutionData: true }',
    'executionData',
    { value: true },
  ],
] as const)('a workflow that is %s', (_, properties, key, expected) => {
  const tasks = "const job = new tasks.LambdaInvoke(this, 'Job', { lambdaFunction: fn });";
  const text = programOf(`${fn} ${tasks} new sfn.StateMachine(this, 'M', { definition: job, ${properties} });`);
  const [workflow] = modelOf(text).workflows;
  expect(workflow?.[key]).toMatchObject(expected);
  expect(workflow?.invokes).toEqual(['Fn']);
});

test('trails log, and have the calls that are asked for', () => {
  const [plain, full] = ['', 't.logAllLambdaDataEvents();'].map(
    (more) => modelOf(programOf(`const t = new cloudtrail.Trail(this, 'T'); ${more}`)).trails[0],
  );
  expect([plain?.logging, plain?.dataEvents.kind]).toMatchObject([{ value: true }, 'absent']);
  expect(full?.dataEvents).toMatchObject({ value: true });
});

describe('options that Python gives as dictionaries', () => {
  test.each([
    ['as a class', 'deploy_options=apigw.StageOptions(tracing_enabled=True)'],
    ['as a dictionary', 'deploy_options={"tracing_enabled": True}'],
    ['as keywords of dict', 'deploy_options=dict(tracing_enabled=True)'],
  ])('%s', (_, options) => {
    const [api] = modelOf(pythonOf(`apigw.RestApi(self, "Api", ${options})`), 'app/stack.py').apis;
    expect(api?.tracing).toMatchObject({ value: true });
  });

  test("a person's own keys stay as they are", () => {
    const text = pythonOf('_lambda.Function(self, "Fn", environment={"table_name": "orders"})');
    const [found] = modelOf(text, 'app/stack.py').functions;
    expect(found?.environment.map(({ name }) => name)).toEqual(['table_name']);
  });
});

describe('values of secrets', () => {
  test.each([
    ['by its name', "cdk.SecretValue.secretsManager('x').unsafeUnwrap()"],
    ['of a secret', 'secret.secretValue.unsafeUnwrap()'],
    ['of a part of one', "secret.secretValueFromJson('password').toString()"],
    ['of one elsewhere', "secretsmanager.Secret.fromSecretNameV2(this, 'S', 'x').secretValue.unsafeUnwrap()"],
  ])('%s', (_, value) => {
    const secret = "const secret = new secretsmanager.Secret(this, 'Secret');";
    const made = functionOf(programOf(`${secret} new lambda.Function(this, 'Fn', { environment: { A: ${value} } });`));
    expect(made.environment).toMatchObject([{ name: 'A', revealed: true }]);
  });

  test('what else is put in as text is not', () => {
    const made = functionOf(programOf("new lambda.Function(this, 'Fn', { environment: { A: props.a.toString() } });"));
    expect(made.environment.map(({ revealed }) => revealed === true)).toEqual([false]);
  });
});

test('a plain SAM function takes its code from the folder of the tool', () => {
  const text = programOf(
    "new sam.CfnFunction(this, 'Fn', { codeUri: 'src/check/', handler: 'index.handler' });",
    "import * as sam from 'aws-cdk-lib/aws-sam';",
  );
  expect(functionOf(text, [['infra/cdk.json', '{}']]).codeRoot).toBe('infra/src/check');
});

test('a function on managed instances is bounded by its provider, not by reserved concurrency', () => {
  const { functions } = modelOf(
    programOf(`const provider = new lambda.CfnCapacityProvider(this, 'Provider', {
  permissionsConfig: { capacityProviderOperatorRoleArn: props.roleArn },
  vpcConfig: { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] },
  capacityProviderScalingConfig: { maxVCpuCount: 32 },
});
new lambda.CfnFunction(this, 'Orders', {
  role: props.roleArn,
  code: { s3Bucket: 'orders', s3Key: 'orders.zip' },
  reservedConcurrentExecutions: 5,
  capacityProviderConfig: { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: provider.attrArn } },
});`),
  );
  expect(functions.map(({ concurrency }) => concurrency)).toMatchObject([{ kind: 'known', value: 32 }]);
});

describe('instances of a capacity provider', () => {
  const provider = (properties: string) => `const p = new lambda.CapacityProvider(this, 'P', ${properties});`;

  test.each([
    ['as many as the provider allows', `${provider('{ maxVCpuCount: 8 }')} ${fn} p.addFunction(fn);`, { value: 8 }],
    ['as many as every provider has', `${provider('{}')} ${fn} p.addFunction(fn);`, { value: 400 }],
    [
      'as many as the function says',
      `${provider('{ maxVCpuCount: 8 }')} ${fn} p.addFunction(fn, { latestPublishedScalingConfig: { maxExecutionEnvironments: 5 } });`,
      { value: 5 },
    ],
    [
      'as many as something else says',
      `${provider('{ maxVCpuCount: props.most }')} ${fn} p.addFunction(fn);`,
      { kind: 'unknown' },
    ],
    ['none of it', fn, { kind: 'absent' }],
  ])('%s', (_, statements, expected) => {
    expect(functionOf(programOf(statements)).concurrency).toMatchObject(expected);
  });

  test('answer several requests at once', () => {
    const statements = `${provider('{}')} ${fn} p.addFunction(fn);`;
    expect(functionOf(programOf(statements)).platform?.requests).toBe('several');
  });
});
