import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { cdk } from '../../../src/frameworks/cdk/cdk.js';
import type { Edit } from '../../../src/model/span.js';
import { modelOf, programOf, pythonOf } from '../../support/cdk.js';

beforeAll(async () => cdk.prepare?.());

type Written = readonly Edit[] | undefined;

interface Writable<W> {
  readonly kind: string;
  readonly write?: (word: W) => Written;
}

function written<W>(setting: Writable<W> | undefined, word: W): Written {
  return setting?.write?.(word);
}

/** The statement as it is after a setting was written. */
function statementAfter(statement: string, text: string, edits: Written): string {
  const result = applyEdits(text, edits ?? []);
  const start = text.indexOf(statement);
  return result.slice(start, start + statement.length + result.length - text.length);
}

describe('tracing of a function', () => {
  test.each([
    [
      'no properties',
      "new lambda.Function(this, 'Fn');",
      "new lambda.Function(this, 'Fn', { tracing: lambda.Tracing.ACTIVE });",
    ],
    [
      'empty ones',
      "new lambda.Function(this, 'Fn', {});",
      "new lambda.Function(this, 'Fn', { tracing: lambda.Tracing.ACTIVE });",
    ],
    [
      'some on one line',
      "new lambda.Function(this, 'Fn', { memorySize: 1 });",
      "new lambda.Function(this, 'Fn', { memorySize: 1, tracing: lambda.Tracing.ACTIVE });",
    ],
    [
      'some on lines of their own',
      "new lambda.Function(this, 'Fn', {\n  memorySize: 1,\n});",
      "new lambda.Function(this, 'Fn', {\n  memorySize: 1,\n  tracing: lambda.Tracing.ACTIVE,\n});",
    ],
    [
      'a constant that is spread last',
      "new lambda.Function(this, 'Fn', { memorySize: 1, ...common });",
      "new lambda.Function(this, 'Fn', { memorySize: 1, ...common, tracing: lambda.Tracing.ACTIVE });",
    ],
    [
      'a constant alone',
      "new lambda.Function(this, 'Fn', { ...common });",
      "new lambda.Function(this, 'Fn', { ...common, tracing: lambda.Tracing.ACTIVE });",
    ],
    [
      'another value',
      "new lambda.Function(this, 'Fn', { tracing: lambda.Tracing.DISABLED });",
      "new lambda.Function(this, 'Fn', { tracing: lambda.Tracing.ACTIVE });",
    ],
  ])('%s', (_, statement, expected) => {
    const text = programOf(statement, 'const common = { timeout: cdk.Duration.seconds(3) };');
    expect(statementAfter(statement, text, written(modelOf(text).functions[0]?.tracing, 'active'))).toBe(expected);
  });

  test('what is spread from elsewhere is not written into', () => {
    const text = programOf("new lambda.Function(this, 'Fn', { ...props.given });");
    expect(written(modelOf(text).functions[0]?.tracing, 'active')).toBeUndefined();
  });
});

describe('the stage of a REST API', () => {
  const throttle = { rate: 50, burst: 20 };

  test.each([
    [
      'no properties',
      "new apigateway.RestApi(this, 'A');",
      "new apigateway.RestApi(this, 'A', { deployOptions: { throttlingRateLimit: 50, throttlingBurstLimit: 20 } });",
    ],
    [
      'others',
      "new apigateway.RestApi(this, 'A', { deployOptions: { tracingEnabled: true } });",
      "new apigateway.RestApi(this, 'A', { deployOptions: { tracingEnabled: true, throttlingRateLimit: 50, throttlingBurstLimit: 20 } });",
    ],
  ])('gets a limit beside %s', (_, statement, expected) => {
    const text = programOf(statement);
    expect(statementAfter(statement, text, written(modelOf(text).apis[0]?.throttle, throttle))).toBe(expected);
  });

  test.each([
    [
      'no properties',
      'apigw.RestApi(self, "A")',
      'apigw.RestApi(self, "A", deploy_options=apigw.StageOptions(tracing_enabled=True))',
    ],
    [
      'a class of options',
      'apigw.RestApi(self, "A", deploy_options=apigw.StageOptions(stage_name="live"))',
      'apigw.RestApi(self, "A", deploy_options=apigw.StageOptions(stage_name="live", tracing_enabled=True))',
    ],
    [
      'a dictionary of options',
      'apigw.RestApi(self, "A", deploy_options={"stage_name": "live"})',
      'apigw.RestApi(self, "A", deploy_options={"stage_name": "live", "tracing_enabled": True})',
    ],
    [
      'another value',
      'apigw.RestApi(self, "A", deploy_options=apigw.StageOptions(tracing_enabled=False))',
      'apigw.RestApi(self, "A", deploy_options=apigw.StageOptions(tracing_enabled=True))',
    ],
  ])('gets traces in Python beside %s', (_, statement, expected) => {
    const text = pythonOf(statement);
    expect(statementAfter(statement, text, written(modelOf(text, 'app/stack.py').apis[0]?.tracing, true))).toBe(
      expected,
    );
  });
});

test('a limit of an HTTP stage is written among its own properties', () => {
  const statement = "api.addStage('Live', { autoDeploy: true });";
  const text = programOf(`const api = new apigwv2.HttpApi(this, 'Api', { createDefaultStage: false }); ${statement}`);
  const edits = written(modelOf(text).apis[0]?.throttle, { rate: 50, burst: 20 });
  expect(statementAfter(statement, text, edits)).toBe(
    "api.addStage('Live', { autoDeploy: true, throttle: { rateLimit: 50, burstLimit: 20 } });",
  );
});

describe('plain resources', () => {
  test.each([
    [
      'a switch',
      "new sqs.CfnQueue(this, 'Q', { sqsManagedSseEnabled: false });",
      "new sqs.CfnQueue(this, 'Q', { sqsManagedSseEnabled: true });",
    ],
    [
      'nothing',
      "new sqs.CfnQueue(this, 'Q', { queueName: 'x' });",
      "new sqs.CfnQueue(this, 'Q', { queueName: 'x', sqsManagedSseEnabled: true });",
    ],
  ])('%s is written', (_, statement, expected) => {
    const text = programOf(statement);
    const [store] = modelOf(text).stores;
    expect(statementAfter(statement, text, written(store?.encrypted, true))).toBe(expected);
  });
});

test.each([
  [
    'TypeScript',
    programOf("new iam.Role(this, 'R', { assumedBy: p });"),
    'lib/stack.ts',
    "{ assumedBy: p, managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/X')] }",
  ],
  [
    'Python',
    pythonOf('iam.Role(self, "R", assumed_by=p)'),
    'app/stack.py',
    'assumed_by=p, managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name("service-role/X")]',
  ],
])('a managed policy is given to a role of %s', (_, text, path, expected) => {
  const [role] = modelOf(text, path).roles;
  expect(applyEdits(text, role?.attach('service-role/X') ?? [])).toContain(expected);
});

test('credentials for every site are switched off', () => {
  const statement =
    "new apigateway.RestApi(this, 'A', { defaultCorsPreflightOptions: { allowOrigins: ['*'], allowCredentials: true } });";
  const text = programOf(statement);
  expect(statementAfter(statement, text, written(modelOf(text).apis[0]?.cors?.credentials, false))).toContain(
    'allowCredentials: false',
  );
});

describe('an alarm beside another one', () => {
  const onCall = "const topic = new sns.Topic(this, 'OnCall');";
  const alarm = (name: string, end = ';') =>
    `${name}.metricErrors().createAlarm(this, 'First', { threshold: 1 }).addAlarmAction(new SnsAction(topic))${end}`;
  const bringing = "import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';";
  const made = (name: string) => `const ${name} = new lambda.Function(this, '${name}', {});`;

  function alarmOf(name: string, statements: readonly string[]): string | undefined {
    const text = programOf(statements.join('\n'), bringing);
    const { functions, alarms } = modelOf(text);
    const [topic] = alarms.flatMap(({ notifies = [] }) => notifies);
    const edits = functions.find(({ id }) => id === name)?.watch?.(topic ?? '');
    return edits?.map((edit) => edit.text.trim()).join('');
  }

  test('in TypeScript', () => {
    expect(alarmOf('bill', [made('orders'), made('bill'), onCall, alarm('orders')])).toBe(
      "bill.metricErrors().createAlarm(this, 'billAlarm', { threshold: 1, evaluationPeriods: 1, treatMissingData: cdk.aws_cloudwatch.TreatMissingData.NOT_BREACHING }).addAlarmAction(new SnsAction(topic));",
    );
  });

  test.each([
    ['made further down', [made('orders'), onCall, alarm('orders'), made('bill')]],
    ['made in a block', [made('orders'), `{ ${made('bill')} }`, onCall, alarm('orders')]],
    [
      'beside one that is made in a loop',
      [made('orders'), made('bill'), onCall, `for (const one of all) ${alarm('orders')}`],
    ],
    ['beside one that is a part of something', [made('orders'), made('bill'), onCall, `keep(${alarm('orders', '')});`]],
  ])('none for what is %s', (_, statements) => expect(alarmOf('bill', statements)).toBeUndefined());

  test('in Python', () => {
    const text = pythonOf(
      [
        'orders = _lambda.Function(self, "Orders")',
        'self.bill = _lambda.Function(self, "Bill")',
        'topic = sns.Topic(self, "OnCall")',
        'alarm = orders.metric_errors().create_alarm(self, "First", threshold=1)',
        'alarm.add_alarm_action(actions.SnsAction(topic))',
      ].join('\n'),
      'from aws_cdk import aws_sns as sns, aws_cloudwatch_actions as actions, aws_cloudwatch as cloudwatch',
    );
    const { functions, alarms } = modelOf(text, 'app/stack.py');
    expect(alarms.flatMap(({ notifies = [] }) => notifies)).toEqual(['OnCall']);
    expect(
      functions
        .find(({ id }) => id === 'Bill')
        ?.watch?.('OnCall')
        ?.map((edit) => edit.text.trim()),
    ).toEqual([
      'self.bill.metric_errors().create_alarm(self, "BillAlarm", threshold=1, evaluation_periods=1, treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING).add_alarm_action(actions.SnsAction(topic))',
    ]);
  });
});
