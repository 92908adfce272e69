import { expect, test } from '@jest/globals';
import { changed, modelOf, modelOfTemplate, said, write } from './modelling.js';

test('an alarm watches what its dimensions name', () => {
  const text = `
Fn: { Type: AWS::Lambda::Function }
Alarm:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/Lambda
    MetricName: Errors
    Dimensions: [{ Name: FunctionName, Value: !Ref Fn }]
    AlarmActions: [!Ref Topic]
`;
  const [alarm] = modelOf(text).alarms;
  expect(alarm).toMatchObject({ metric: 'Errors', namespace: 'AWS/Lambda', watches: ['Fn'], everything: false });
  expect(said(alarm?.actions)).toBe(true);
});

test.each([
  ['off', 'ActionsEnabled: false, AlarmActions: [x]', false],
  ['none', '', false],
  ['unknown', 'AlarmActions: !ImportValue x', 'unknown'],
])('actions of an alarm: %s', (_, properties, expected) => {
  const text = `Alarm: { Type: AWS::CloudWatch::Alarm, Properties: { MetricName: a, ${properties} } }`;
  expect(said(modelOf(text).alarms[0]?.actions)).toBe(expected);
});

test('the days that the CDK sets of a log group by a resource of its own', () => {
  const text = `
Fn: { Type: AWS::Lambda::Function }
Days: { Type: Custom::LogRetention, Properties: { LogGroupName: !Sub '/aws/lambda/\${Fn}', RetentionInDays: 7 } }
`;
  const [group] = modelOf(text).logGroups;
  expect([group?.functions, said(group?.retention)]).toEqual([['Fn'], 7]);
});

test('a trail', () => {
  const text =
    'Trail: { Type: AWS::CloudTrail::Trail, Properties: { IsLogging: true, EventSelectors: [{ ReadWriteType: All }] } }';
  const [trail] = modelOf(text).trails;
  expect([said(trail?.logging), said(trail?.dataEvents)]).toEqual([true, true]);
});

test.each([
  ['SAM', 'AWS::Serverless::StateMachine', 'Logging', 'Tracing'],
  ['CloudFormation', 'AWS::StepFunctions::StateMachine', 'LoggingConfiguration', 'TracingConfiguration'],
])('a workflow in %s', (_, type, log, trace) => {
  const text = `W: { Type: ${type}, Properties: { ${log}: { Level: ALL, IncludeExecutionData: true }, ${trace}: { Enabled: true } } }`;
  const [workflow] = modelOf(text).workflows;
  expect([said(workflow?.logging), said(workflow?.executionData), said(workflow?.tracing)]).toEqual([
    'all',
    true,
    true,
  ]);
});

test.each<[string, string, readonly string[] | undefined]>([
  ['a role that SAM makes', 'Type: EXPRESS', ['Tracing:', 'Enabled: true']],
  [
    'a role of the stack',
    'Role: !GetAtt R.Arn',
    [
      'Tracing:',
      'Enabled: true',
      'ManagedPolicyArns:',
      "- !Sub 'arn:${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess'",
    ],
  ],
  ['a role of another stack', 'Role: !ImportValue role', undefined],
])('traces of a workflow with %s', (_, role, expected) => {
  const text = `
R:
  Type: AWS::IAM::Role
  Properties:
    Path: /
W:
  Type: AWS::Serverless::StateMachine
  Properties:
    ${role}
`;
  const lines = changed(text, write(modelOf(text).workflows[0]?.tracing, true));
  expect(lines && [...lines].sort()).toEqual(expected && [...expected].sort());
});

test('the policies of a workflow that SAM refuses because it has a role too are read', () => {
  const text = `
W:
  Type: AWS::Serverless::StateMachine
  Properties:
    Role: arn:aws:iam::111122223333:role/x
    Policies: [AWSLambdaExecute]
`;
  expect(modelOf(text).roles[0]?.named).toMatchObject([{ name: 'AWSLambdaExecute' }]);
});

test.each([
  ['a literal', 'RetentionInDays: 30', 30],
  ['nothing', 'LogGroupName: x', 'absent'],
])('retention: %s', (_, properties, expected) => {
  expect(said(modelOf(`G: { Type: AWS::Logs::LogGroup, Properties: { ${properties} } }`).logGroups[0]?.retention)).toBe(
    expected,
  );
});

const resources = 'Resources: { Q: { Type: AWS::SQS::Queue } }';

test.each([
  [
    'production by a fixed stage beside a default',
    'Parameters: { Stage: { Type: String, Default: dev } }\nResources: { Api: { Type: AWS::Serverless::Api, Properties: { StageName: prod } } }',
    'production',
  ],
  ['another one by a default', `Parameters: { Environment: { Type: String, Default: test } }\n${resources}`, 'other'],
  ['not said', resources, 'unknown'],
])('the environment is %s', (_, text, expected) => {
  expect(modelOfTemplate(`Transform: AWS::Serverless-2016-10-31\n${text}\n`).environment).toBe(expected);
});

test.each([
  ['in the open', 'Type: String, Name: /orders/db-password', [['P', 'db-password', 'hunter-two']]],
  ['encrypted', 'Type: SecureString, Name: /orders/db-password', []],
  ['that is no secret', 'Type: String, Name: /orders/table', []],
  ['without a name', 'Type: String', []],
])('a parameter %s', (_, properties, expected) => {
  const text = `P: { Type: AWS::SSM::Parameter, Properties: { ${properties}, Value: hunter-two } }`;
  expect(modelOf(text).texts?.map(({ owner, name, value }) => [owner, name, said(value)])).toEqual(expected);
});

const address = (secret: string, host: string) => `postgres://orders:${secret}@${host}/orders`;
const real = 'k7Qm92xLwpZ4';

test.each([
  [
    'a host known at deployment',
    `!Sub '${address(real, '${Db.Endpoint.Address}')}'`,
    address(real, '${Db.Endpoint.Address}'),
  ],
  [
    'parts put together',
    `!Join ['', ['postgres://orders:${real}@', !GetAtt Db.Endpoint.Address]]`,
    `postgres://orders:${real}@\${Db.Endpoint.Address}`,
  ],
  [
    'an encoded text',
    `{ 'Fn::Base64': !Sub 'export DB=${address(real, '${Db.Endpoint.Address}')}' }`,
    `export DB=${address(real, '${Db.Endpoint.Address}')}`,
  ],
  ['a password known at deployment', `!Sub '${address('${Password}', 'db.example.net')}'`, 'unknown'],
  ['an encoded text without a credential', "{ 'Fn::Base64': hello }", 'unknown'],
])('a credential with %s is read as it is written', (_, value, expected) => {
  const text = (properties: string) =>
    `Db: { Type: AWS::RDS::DBInstance }\nR: { Type: AWS::EC2::Instance, ${properties} }`;
  const found = modelOf(text(`Properties: { UserData: ${value} }`)).texts ?? [];
  expect(found.map((one) => said(one.value))).toEqual(expected === 'unknown' ? [] : [expected]);
  const fn = text('Properties: {}').replace('AWS::EC2::Instance', 'AWS::Lambda::Function');
  const [variable] =
    modelOf(fn.replace('{}', `{ Environment: { Variables: { A: ${value} } } }`)).functions[0]?.environment ?? [];
  expect(said(variable?.value)).toEqual(expected);
});

test('secrets in the metadata of a resource', () => {
  const text = `R: { Type: AWS::EC2::Instance, Metadata: { 'AWS::CloudFormation::Authentication': { a: { password: ${real} } } } }`;
  expect(modelOf(text).texts).toMatchObject([{ owner: 'R', name: 'AWS::CloudFormation::Authentication.a.password' }]);
});

test.each([
  ['a password', 'Users: [{ Password: !Ref P }]', ['Password']],
  ['a token', 'AccessToken: !Ref P', ['AccessToken']],
  ['the name of a secret', 'SecretName: !Ref P', []],
  ['the token of a custom resource', 'ServiceToken: !Ref P', []],
])('a parameter that feeds %s', (_, properties, feeds) => {
  const text = `Parameters: { P: { Type: String } }\nResources: { R: { Type: AWS::AmazonMQ::Broker, Properties: { ${properties} } } }\n`;
  expect(modelOfTemplate(text).parameters).toMatchObject([{ id: 'P', feeds }]);
});

test('texts under the names of secrets, variables left aside', () => {
  const text = `
Db: { Type: AWS::RDS::DBInstance, Properties: { MasterUserPassword: hunter2hunter2 } }
Fn: { Type: AWS::Serverless::Function, Properties: { Environment: { Variables: { PASSWORD: hunter2hunter2 } } } }
`;
  expect(modelOf(text).texts).toMatchObject([
    { owner: 'Db', name: 'MasterUserPassword', value: { value: 'hunter2hunter2' } },
  ]);
});

test('Dashbird is known by the role that it reads through', () => {
  const text = 'R: { Type: AWS::IAM::Role, Properties: { RoleName: dashbird-delegation-role } }';
  expect(modelOf(text).monitors).toEqual([{ name: 'Dashbird', functions: 'all' }]);
});

test('a network of wrong values is read without an error', () => {
  const text = `
Fn: { Type: AWS::Serverless::Function, Properties: { Events: [1], Policies: 3, Environment: x, Layers: { a: b }, Role: [] } }
Api: { Type: AWS::Serverless::Api, Properties: { Auth: 1, MethodSettings: x, Cors: [], DefinitionBody: [] } }
P: { Type: AWS::Lambda::Permission, Properties: 7 }
R: { Type: AWS::IAM::Role, Properties: { Policies: { a: b }, AssumeRolePolicyDocument: 1 } }
Q: { Type: AWS::SQS::Queue, Properties: { RedrivePolicy: [[]] } }
`;
  expect(modelOf(text).functions.map(({ id }) => id)).toEqual(['Fn']);
});
