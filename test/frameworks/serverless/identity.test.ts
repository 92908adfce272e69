import { describe, expect, test } from '@jest/globals';
import { known } from '../../../src/model/setting.js';
import { header, parse } from './reading.js';

/** The actions of each role that a person wrote, and who runs as it. */
function rolesOf(text: string): Record<string, unknown> {
  const { roles } = parse(text).model;
  return Object.fromEntries(
    roles.map(({ id, grants, users }) => [
      id,
      [grants.flatMap(({ actions }) => actions.terms.map((term) => term.text)), users],
    ]),
  );
}

const shared = '  iam: { role: { statements: [{ Effect: Allow, Action: s3:GetObject, Resource: "*" }] } }\n';
const own = (action: string): string => `iamRoleStatements: [{ Effect: Allow, Action: ${action}, Resource: "*" }]`;

describe('roles', () => {
  test.each<[string, string, Record<string, unknown>]>([
    [
      'one for all functions',
      `${shared}functions: { a: { handler: x }, b: { handler: x } }\n`,
      { IamRoleLambdaExecution: [['s3:GetObject'], ['a', 'b']] },
    ],
    [
      'statements under their former name',
      '  iamRoleStatements: [{ Effect: Allow, Action: s3:*, Resource: "*" }]\nfunctions: { a: { handler: x } }\n',
      { IamRoleLambdaExecution: [['s3:*'], ['a']] },
    ],
    [
      'one of its own by plugin',
      `${shared}plugins: [serverless-iam-roles-per-function]\nfunctions: { a: { handler: x, ${own('sqs:*')} }, b: { handler: x } }\n`,
      { IamRoleLambdaExecution: [['s3:GetObject'], ['b']], AIamRoleLambdaExecution: [['sqs:*'], ['a']] },
    ],
    [
      'one of its own by a fork of the plugin',
      `plugins: ['@interlace/serverless-iam-roles-per-function']\nfunctions: { a: { handler: x, ${own('sqs:*')} } }\n`,
      { AIamRoleLambdaExecution: [['sqs:*'], ['a']] },
    ],
    [
      'one of its own that inherits',
      `${shared}plugins: [serverless-iam-roles-per-function]\nfunctions: { a: { handler: x, iamRoleStatementsInherit: true, ${own('sqs:*')} } }\n`,
      { AIamRoleLambdaExecution: [['sqs:*', 's3:GetObject'], ['a']] },
    ],
    [
      'inheriting by default of the plugin',
      `${shared}plugins: [serverless-iam-roles-per-function]\ncustom: { serverless-iam-roles-per-function: { defaultInherit: true } }\nfunctions: { a: { handler: x, ${own('sqs:*')} } }\n`,
      { AIamRoleLambdaExecution: [['sqs:*', 's3:GetObject'], ['a']] },
    ],
    [
      'one for each function in version 4, but one for those that have the shared statements only',
      '  iam: { role: { mode: perFunction, statements: [{ Effect: Allow, Action: s3:GetObject, Resource: "*" }] } }\nfunctions: { a: { handler: x }, b: { handler: x, iam: { role: { inheritStatements: false } } } }\n',
      { IamRoleLambdaExecution: [['s3:GetObject'], ['a']], BIamRoleLambdaExecution: [[], ['b']] },
    ],
    [
      'statements that no plugin makes a role from',
      `${shared}functions: { a: { handler: x, ${own('sqs:*')} } }\n`,
      { IamRoleLambdaExecution: [['s3:GetObject'], ['a']], AIamRoleLambdaExecution: [['sqs:*'], []] },
    ],
    ['a role elsewhere', '  iam: { role: arn:aws:iam::1:role/x }\nfunctions: { a: { handler: x } }\n', {}],
    [
      'statements for nobody, beside roles elsewhere',
      `${shared}functions: { a: { handler: x, role: arn:aws:iam::1:role/x } }\n`,
      { IamRoleLambdaExecution: [['s3:GetObject'], []] },
    ],
    ['a role elsewhere for one function', 'functions: { a: { handler: x, role: arn:aws:iam::1:role/x } }\n', {}],
    [
      'a role of the resources by its name',
      'functions: { a: { handler: x, role: Mine } }\nresources: { Resources: { Mine: { Type: AWS::IAM::Role, Properties: {} } } }\n',
      { Mine: [[], ['a']] },
    ],
  ])('%s', (_, more, expected) => expect(rolesOf(header + more)).toEqual(expected));

  test('statements in another file are read where they stand', () => {
    const texts = {
      'serverless.yml': `${header}  iam: { role: { statements: "\${file(iam.yml)}" } }\nfunctions: { a: { handler: x } }\n`,
      'iam.yml': '- Effect: Allow\n  Action: s3:*\n  Resource: "*"\n',
    };
    const [role] = parse(texts).model.roles;
    expect(role?.grants.map(({ at }) => at.path)).toEqual(['iam.yml']);
  });

  test('a resource in CloudFormation’s words, with a part that nobody knows', () => {
    const resource = '!Sub "arn:aws:s3:${AWS::Region}:${AWS::AccountId}:x-${opt:stage}/*"';
    const statements = `  iamRoleStatements: [{ Effect: Allow, Action: s3:*, Resource: ${resource} }]\n`;
    const [role] = parse(`${header}${statements}functions: { a: { handler: x } }\n`).model.roles;
    const [resources] = role?.grants.map((grant) => grant.resources.terms.map(({ text }) => text)) ?? [];
    expect(resources).toEqual(['arn:aws:s3:${AWS::Region}:${AWS::AccountId}:x-${opt:stage}/*']);
  });

  test('statements that cannot be read open the role', () => {
    const [role] = parse(`${header}  iam: { role: { statements: "\${ssm:/x}" } }\nfunctions: { a: { handler: x } }\n`)
      .model.roles;
    expect(role?.open).toBe(true);
  });
});

describe('doors', () => {
  const authorizers =
    '  httpApi: { authorizers: { users: { type: jwt, issuerUrl: https://i }, mine: { type: request, functionName: check } } }\n';
  test.each<[string, string, string, string]>([
    ['a REST route in one line', 'http: GET /orders', 'GET /orders', 'none'],
    ['a REST route without the slash', 'http: { path: orders, method: any }', 'ANY /orders', 'none'],
    ['signed requests', 'http: { path: a, method: get, authorizer: aws_iam }', 'GET /a', 'iam'],
    ['signed requests as a map', 'http: { path: a, method: get, authorizer: { type: AWS_IAM } }', 'GET /a', 'iam'],
    ['a function that decides', 'http: { path: a, method: get, authorizer: check }', 'GET /a', 'lambda'],
    ['a user pool', 'http: { path: a, method: get, authorizer: { arn: !GetAtt Pool.Arn } }', 'GET /a', 'cognito'],
    [
      'a user pool elsewhere',
      'http: { path: a, method: get, authorizer: { arn: "arn:aws:cognito-idp:x:1:userpool/p" } }',
      'GET /a',
      'cognito',
    ],
    [
      'an authorizer by its id',
      'http: { path: a, method: get, authorizer: { type: CUSTOM, authorizerId: !Ref X } }',
      'GET /a',
      'lambda',
    ],
    ['a key', 'http: { path: a, method: get, private: true }', 'GET /a', 'api-key'],
    ['an HTTP route', "httpApi: 'POST /orders'", 'POST /orders', 'none'],
    ['all of an HTTP API', "httpApi: '*'", 'ANY $default', 'none'],
    ['tokens', 'httpApi: { method: GET, path: /a, authorizer: { name: users } }', 'GET /a', 'jwt'],
    ['tokens by the name alone', 'httpApi: { method: GET, path: /a, authorizer: users }', 'GET /a', 'jwt'],
    [
      'a function of the HTTP API',
      'httpApi: { method: GET, path: /a, authorizer: { name: mine } }',
      'GET /a',
      'lambda',
    ],
    [
      'signed requests of an HTTP API',
      'httpApi: { method: GET, path: /a, authorizer: { type: aws_iam } }',
      'GET /a',
      'iam',
    ],
    ['a socket', 'websocket: $connect', 'WS $connect', 'none'],
    ['a socket with an authorizer', 'websocket: { route: $connect, authorizer: check }', 'WS $connect', 'lambda'],
  ])('%s', (_, event, place, kind) => {
    const pool = 'resources: { Resources: { Pool: { Type: AWS::Cognito::UserPool } } }\n';
    const text = `${header}${authorizers}functions: { check: { handler: c }, f: { handler: x, events: [{ ${event} }] } }\n${pool}`;
    const [route] = parse(text).model.routes;
    expect(route && [`${route.method} ${route.path}`, known(route.auth)?.kind]).toEqual([place, kind]);
  });

  test.each<[string, string]>([
    ['an authorizer that only the deployment knows', 'http: { path: a, method: get, authorizer: "${ssm:/x}" }'],
    ['an event that is elsewhere', 'http: "${file(none.yml)}"'],
  ])('%s is unknown', (_, event) => {
    const [route] = parse(`${header}functions: { f: { handler: x, events: [{ ${event} }] } }\n`).model.routes;
    expect(route?.auth.kind).toBe('unknown');
  });

  test('an authorizer that the service declares as a resource', () => {
    const authorizer = '{ Type: AWS::ApiGatewayV2::Authorizer, Properties: { AuthorizerType: JWT } }';
    const event = '{ httpApi: { path: /a, method: get, authorizer: { id: !Ref Users } } }';
    const text = `${header}functions: { f: { handler: x, events: [${event}] } }\nresources: { Resources: { Users: ${authorizer} } }\n`;
    const [route] = parse(text).model.routes;
    expect(route && known(route.auth)).toEqual({ kind: 'jwt' });
  });

  test('an event whose settings are not indented is none', () => {
    const events = '    events:\n      - http:\n        path: a\n        method: get\n';
    expect(parse(`${header}functions:\n  f:\n    handler: x\n${events}`).model.routes).toEqual([]);
  });

  test('a key that is not asked for by default only makes the route less sure to be open', () => {
    const event = `{ http: { path: a, method: get, private: '\${opt:closed, false}' } }`;
    const [route] = parse(`${header}functions: { f: { handler: x, events: [${event}] } }\n`).model.routes;
    expect(route?.auth).toMatchObject({ kind: 'known', value: { kind: 'none' }, confidence: 'medium' });
  });

  test.each([
    ['2', 'known'],
    ['3', 'absent'],
    ['>=2', 'known'],
  ])('limits beside the other settings of the provider in version %s', (version, kind) => {
    const provider = `frameworkVersion: '${version}'\n${header}  usagePlan: { throttle: { rateLimit: 5 } }\n`;
    const [api] = parse(`${provider}functions: { f: { handler: x, events: [{ http: GET a }] } }\n`).model.apis;
    expect(api?.throttle.kind).toBe(kind);
  });

  test('an API that is deployed again is one', () => {
    const deployment =
      '{ Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref ApiGatewayRestApi, StageName: dev } }';
    const text = `${header}functions: { f: { handler: x, events: [{ http: GET a }] } }\nresources: { Resources: { Again: ${deployment} } }\n`;
    expect(parse(text).model.apis.map(({ id }) => id)).toEqual(['ApiGatewayRestApi']);
  });

  test('a function that decides is an authorizer', () => {
    const text = `${header}functions: { check: { handler: c }, f: { handler: x, events: [{ http: { path: a, method: get, authorizer: check } }] } }\n`;
    expect(parse(text).model.functions.map(({ purpose }) => purpose)).toEqual(['authorizer', 'handler']);
  });

  test('of several events the one that lets every site bring credentials says what the API allows', () => {
    const event = (path: string, more: string) =>
      `{ http: { path: ${path}, method: get, cors: { origin: '*'${more} } } }`;
    const events = `${event('a', '')}, ${event('b', ', allowCredentials: true')}`;
    const [api] = parse(`${header}functions: { a: { handler: x, events: [${events}] } }\n`).model.apis;
    expect(api?.cors && known(api.cors.credentials)).toBe(true);
  });
});
