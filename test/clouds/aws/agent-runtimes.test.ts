import { describe, expect, test } from '@jest/globals';
import { modelOf, said } from './modelling.js';

const agent = (more: string) => `
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument: {}
Agent:
  Type: AWS::BedrockAgentCore::Runtime
  Properties:
    AgentRuntimeName: reports
    RoleArn: !GetAtt Role.Arn
${more.replace(/^/gm, '    ')}
`;

const read = (more: string) => {
  const model = modelOf(agent(more));
  const fn = model.functions.find(({ id }) => id === 'Agent');
  const route = model.routes.find((one) => one.function === 'Agent');
  if (fn === undefined || route === undefined) throw new Error('No agent.');
  return { fn, route, model };
};

test('a runtime is a function with a role of the stack', () => {
  const { fn, model } = read('EnvironmentVariables: { TABLE: orders }');
  expect(said(fn.role)).toBe('Role');
  expect(model.roles.find(({ id }) => id === 'Role')?.users).toEqual(['Agent']);
  expect(fn.environment.map(({ name, value }) => [name, said(value)])).toEqual([['TABLE', 'orders']]);
  expect(fn.environmentOpen).toBe(false);
});

describe('what it is made of', () => {
  test.each([
    ['AgentRuntimeArtifact: { ContainerConfiguration: { ContainerUri: x } }', 'image', 'absent'],
    ['AgentRuntimeArtifact: { CodeConfiguration: { Runtime: PYTHON_3_13 } }', 'zip', 'PYTHON_3_13'],
    ['Description: nothing said', 'unknown', 'absent'],
  ])('%s', (more, packaging, runtime) => {
    const { fn } = read(more);
    expect([fn.packaging, said(fn.runtime)]).toEqual([packaging, runtime]);
  });
});

describe('who may call it', () => {
  test.each([
    ['nothing is said', 'Description: x', { kind: 'iam' }],
    [
      'an issuer of tokens',
      'AuthorizerConfiguration: { CustomJWTAuthorizer: { DiscoveryUrl: https://a.example/x } }',
      { kind: 'jwt' },
    ],
    ['only the deployment knows', 'AuthorizerConfiguration: !ImportValue Authorizer', 'unknown'],
    [
      'an issuer that only the deployment knows',
      'AuthorizerConfiguration: { CustomJWTAuthorizer: !ImportValue A }',
      'unknown',
    ],
  ])('%s', (_, more, expected) => {
    expect(said(read(more).route.auth)).toEqual(expected);
  });
});

test.each([
  ['PUBLIC', false],
  ['VPC', true],
  ['!ImportValue Mode', 'unknown'],
])('network mode %s', (mode, expected) => {
  expect(said(read(`NetworkConfiguration: { NetworkMode: ${mode} }`).fn.insideVpc)).toBe(expected);
});

test('a gateway leads to the runtime that its target names', () => {
  const text = `${agent('Description: x').trimEnd()}
Gate:
  Type: AWS::BedrockAgentCore::Gateway
  Properties: { Name: gate, AuthorizerType: NONE }
Target:
  Type: AWS::BedrockAgentCore::GatewayTarget
  Properties:
    GatewayIdentifier: !Ref Gate
    TargetConfiguration: { Http: { AgentcoreRuntime: { Arn: !GetAtt Agent.AgentRuntimeArn } } }
`;
  const behind = modelOf(text).routes.filter(({ api }) => api === 'Gate');
  expect(behind.map((route) => [route.function, said(route.auth)])).toEqual([['Agent', { kind: 'none' }]]);
});
