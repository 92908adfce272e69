import { describe, expect, test } from '@jest/globals';
import { changed, modelOf, modelOfTemplate, said, write } from './modelling.js';

const sam = (properties: string) => `
Fn:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs22.x
${properties.replace(/^/gm, '    ')}
`;

const plain = (properties: string) => `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument: {}
Fn:
  Type: AWS::Lambda::Function
  Properties:
    Role: !GetAtt Role.Arn
${properties.replace(/^/gm, '    ')}
`;

function fnOf(resources: string) {
  const fn = modelOf(resources).functions.find(({ id }) => id === 'Fn');
  if (fn === undefined) throw new Error('No function.');
  return fn;
}

describe('settings', () => {
  test.each([
    ['SAM says tracing in one word', sam('Tracing: Active'), 'tracing', 'active'],
    ['passing traces through is not tracing', sam('Tracing: PassThrough'), 'tracing', 'off'],
    ['CloudFormation says a mode', plain('TracingConfig: { Mode: Active }'), 'tracing', 'active'],
    ['nothing is said about tracing', sam('Timeout: 3'), 'tracing', 'absent'],
    ['a concurrency as quoted text is a number', sam("ReservedConcurrentExecutions: '5'"), 'concurrency', 5],
    [
      'a concurrency by import is unknown',
      sam('ReservedConcurrentExecutions: !ImportValue x'),
      'concurrency',
      'unknown',
    ],
    ['fatal messages only: logging is off', sam('LoggingConfig: { SystemLogLevel: FATAL }'), 'logging', false],
    ['a lower level logs', sam('LoggingConfig: { ApplicationLogLevel: WARN }'), 'logging', true],
    ['loops are let through', sam('RecursiveLoop: Allow'), 'recursiveLoop', 'allow'],
    ['a network of its own', sam('VpcConfig: { SubnetIds: [a] }'), 'insideVpc', true],
    ['a dead-letter queue', sam('DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Q.Arn }'), 'onFailure', 'Q'],
    [
      'a destination that SAM makes',
      sam('EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }'),
      'onFailure',
      'FnEventInvokeConfigOnFailureQueue',
    ],
    [
      'a dead-letter queue in CloudFormation',
      plain('DeadLetterConfig: { TargetArn: !GetAtt Q.Arn }'),
      'onFailure',
      'Q',
    ],
    ['a role that SAM makes', sam('Timeout: 3'), 'role', 'FnRole'],
    ['a role of the stack', plain('Timeout: 3'), 'role', 'Role'],
    ['a role by ARN is elsewhere', sam('Role: arn:aws:iam::123456789012:role/x'), 'role', 'unknown'],
    ['a log group by name', sam('LoggingConfig: { LogGroup: mine }'), 'logGroup', 'mine'],
    ['no log group', sam('Timeout: 3'), 'logGroup', 'absent'],
  ] as const)('%s', (_, resources, key, expected) => {
    expect(said(fnOf(resources)[key])).toEqual(expected);
  });

  test('an event invoke configuration of its own counts', () => {
    const config = `
Config:
  Type: AWS::Lambda::EventInvokeConfig
  Properties:
    FunctionName: !Ref Fn
    DestinationConfig: { OnFailure: { Destination: !Ref Topic } }
`;
    expect(said(fnOf(plain('Timeout: 3') + config).onFailure)).toBe('Topic');
  });

  test.each([
    ['a reference', '!Sub "/aws/lambda/${Fn}"', ''],
    ['a join', '!Join ["", ["/aws/lambda/", !Ref Fn]]', ''],
    ['the same literal name', '/aws/lambda/orders', 'FunctionName: orders'],
    [
      'the same name of unknown parts',
      '!Sub "/aws/lambda/${AWS::StackName}-x"',
      'FunctionName: !Sub "${AWS::StackName}-x"',
    ],
  ])('a log group is the function’s by %s', (_, name, property) => {
    const group = `\nGroup:\n  Type: AWS::Logs::LogGroup\n  Properties: { LogGroupName: ${name} }\n`;
    expect(said(fnOf(sam(property || 'Timeout: 3') + group).logGroup)).toBe('Group');
  });

  test('variables: literals are known, references name what they point at', () => {
    const variables = 'Environment: { Variables: { A: x, B: !Ref Table, C: !Sub "${Table}-y", D: !ImportValue z } }';
    const { environment } = fnOf(sam(variables));
    expect(environment.map(({ name, value, to }) => [name, said(value), to])).toEqual([
      ['A', 'x', undefined],
      ['B', 'unknown', 'Table'],
      ['C', 'unknown', 'Table'],
      ['D', 'unknown', undefined],
    ]);
  });

  test.each([
    ['a folder beside the template', sam('CodeUri: ./src/'), 'zip', 'src'],
    ['a bucket', sam('CodeUri: s3://bucket/key'), 'zip', undefined],
    ['out of the repository', sam('CodeUri: ../../x'), 'zip', undefined],
    ['inline', sam('InlineCode: x'), 'inline', undefined],
    ['an image', sam('PackageType: Image'), 'image', undefined],
  ])('code from %s', (_, resources, packaging, root) => {
    expect([fnOf(resources).packaging, fnOf(resources).codeRoot]).toEqual([packaging, root]);
  });

  test('functions of authorizers and custom resources are no handlers', () => {
    const others = `
Api:
  Type: AWS::Serverless::Api
  Properties:
    StageName: prod
    Auth: { Authorizers: { Mine: { FunctionArn: !GetAtt Fn.Arn } } }
Made:
  Type: Custom::Thing
  Properties: { ServiceToken: !GetAtt Maker.Arn }
Maker:
  Type: AWS::Serverless::Function
`;
    const functions = modelOf(sam('Timeout: 3') + others).functions;
    expect(functions.map(({ id, purpose }) => [id, purpose])).toEqual([
      ['Fn', 'authorizer'],
      ['Maker', 'custom-resource'],
    ]);
  });

  test('defaults of parameters are known one step down and feed variables', () => {
    const model = modelOfTemplate(`
Transform: AWS::Serverless-2016-10-31
Parameters:
  Key: { Type: String, Default: abc, NoEcho: true }
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: { Environment: { Variables: { API_KEY: !Ref Key } } }
`);
    expect(model.functions[0]?.environment[0]?.value).toMatchObject({ value: 'abc', confidence: 'medium' });
    expect(model.parameters).toMatchObject([{ id: 'Key', feeds: ['API_KEY'] }]);
    expect(said(model.parameters[0]?.concealed)).toBe(true);
  });
});

describe('writing', () => {
  test('SAM sends traces by itself', () => {
    const text = sam('Timeout: 3');
    expect(changed(text, write(fnOf(text).tracing, 'active'))).toEqual(['Tracing: Active']);
  });

  test('CloudFormation also lets the role send traces', () => {
    const text = plain('Timeout: 3');
    expect(changed(text, write(fnOf(text).tracing, 'active'))).toEqual([
      'ManagedPolicyArns:',
      "- !Sub 'arn:${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess'",
      'TracingConfig:',
      'Mode: Active',
    ]);
  });

  test('a role elsewhere cannot be given the right', () => {
    const text = sam('Role: arn:aws:iam::123456789012:role/x');
    expect(write(fnOf(text).tracing, 'active')).toBeUndefined();
    expect(write(fnOf(text).onFailure, 'new')).toBeUndefined();
  });

  test('a dead-letter queue beside a SAM function', () => {
    const text = sam('Timeout: 3');
    expect(changed(text, write(fnOf(text).onFailure, 'new'))).toEqual([
      'DeadLetterQueue:',
      'Type: SQS',
      'TargetArn: !GetAtt FnDlq.Arn',
      'FnDlq:',
      'Type: AWS::SQS::Queue',
      'MessageRetentionPeriod: 1209600',
    ]);
  });

  test('a dead-letter queue in CloudFormation comes with the right to send there', () => {
    const text = plain('Timeout: 3');
    const lines = changed(text, write(fnOf(text).onFailure, { queue: 'Failed' })) ?? [];
    expect(lines).toContain('TargetArn: !GetAtt Failed.Arn');
    expect(lines).toContain('Action: sqs:SendMessage');
    expect(lines).toContain('Resource: !GetAtt Failed.Arn');
  });

  test('a log group with its retention', () => {
    const text = sam('Timeout: 3');
    expect(changed(text, write(fnOf(text).logGroup, { retentionInDays: 90 }))).toEqual([
      'FnLogGroup:',
      'Type: AWS::Logs::LogGroup',
      "LogGroupName: !Sub '/aws/lambda/${Fn}'",
      'RetentionInDays: 90',
    ]);
  });

  test('a concurrency', () => {
    const text = sam('Timeout: 3');
    expect(changed(text, write(fnOf(text).concurrency, 50))).toEqual(['ReservedConcurrentExecutions: 50']);
  });
});
