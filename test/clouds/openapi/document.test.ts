import { describe, expect, test } from '@jest/globals';
import { readOpenApi } from '../../../src/clouds/openapi/document.js';
import { applyEdits } from '../../../src/findings/edits.js';
import type { Auth } from '../../../src/model/api.js';
import type { Setting } from '../../../src/model/setting.js';
import { valueAt } from '../../../src/model/value.js';
import { templateOf } from '../../frameworks/cloudformation/reading.js';

/** The document of an API whose body is written in place. */
function read(body: string) {
  const text = `Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body:\n${body.trim().replace(/^/gm, '        ')}\n`;
  const template = templateOf(text);
  const value = valueAt(template.resources[0]?.properties.map, 'Body');
  if (value === undefined) throw new Error('No body.');
  return { text, document: readOpenApi(value, template.reading) };
}

function authOf(setting: Setting<Auth> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

const schemes = `
components:
  securitySchemes:
    Pool: { x-amazon-apigateway-authtype: cognito_user_pools }
    Token: { x-amazon-apigateway-authorizer: { type: token } }
    Jwt: { x-amazon-apigateway-authorizer: { type: jwt } }
    Signed: { x-amazon-apigateway-authtype: awsSigv4 }
    Key: { type: apiKey, name: x-api-key, in: header }
    Documented: { type: http, scheme: bearer }
`;

describe('security of an operation', () => {
  test.each([
    ['none asked for', '', '', { kind: 'none' }],
    ['the document’s', 'security: [{ Pool: [] }]', '', { kind: 'cognito', authorizer: 'Pool' }],
    ['its own', 'security: [{ Pool: [] }]', 'security: [{ Token: [] }]', { kind: 'lambda', authorizer: 'Token' }],
    ['opened on purpose', 'security: [{ Pool: [] }]', 'security: []', { kind: 'none' }],
    ['scopes', '', 'security: [{ Jwt: [read] }]', { kind: 'jwt', authorizer: 'Jwt', scopes: ['read'] }],
    ['IAM', '', 'security: [{ Signed: [] }]', { kind: 'iam' }],
    ['a key alone', '', 'security: [{ Key: [] }]', { kind: 'api-key' }],
    ['a key and more', '', 'security: [{ Key: [], Token: [] }]', { kind: 'lambda', authorizer: 'Token' }],
    ['the weakest of alternatives', '', 'security: [{ Token: [] }, { Key: [] }]', { kind: 'api-key' }],
    [
      'a key beside what SAM writes for no authorizer',
      '',
      'security: [{ NONE: [] }, { Key: [] }]',
      { kind: 'api-key' },
    ],
    ['what SAM writes for no authorizer', 'security: [{ Pool: [] }]', 'security: [{ NONE: [] }]', { kind: 'none' }],
    ['nothing as an alternative', '', 'security: [{ Token: [] }, {}]', { kind: 'none' }],
    ['a scheme that only documents', '', 'security: [{ Documented: [] }]', 'unknown'],
    ['the gateway’s own word', '', 'x-amazon-apigateway-auth: { type: AWS_IAM }', { kind: 'iam' }],
    ['an import', '', 'security: !ImportValue x', 'unknown'],
  ])('%s', (_, shared, own, expected) => {
    const { document } = read(`${shared}\npaths:\n  /a:\n    get:\n      summary: x\n      ${own}\n${schemes}`);
    expect(authOf(document.operations[0]?.auth)).toEqual(expected);
  });

  test('an authorizer of the document is written', () => {
    const { text, document } = read(`paths:\n  /a:\n    get:\n      summary: x\n${schemes}`);
    const auth = document.operations[0]?.auth;
    const edits = auth?.kind === 'known' ? auth.write({ kind: 'cognito', authorizer: 'Pool' }) : undefined;
    expect(applyEdits(text, edits ?? [])).toMatch(/summary: x\n\s+security:\n\s+- Pool: \[\]/);
  });
});

test.each([
  ['aws_proxy', "{ type: aws_proxy, uri: 'arn:aws:apigateway:x:lambda:path/functions/f/invocations' }", 'function'],
  ['aws with a function', "{ type: aws, uri: 'arn:aws:apigateway:x:lambda:path/functions/f/invocations' }", 'function'],
  ['aws with a service', "{ type: aws, uri: 'arn:aws:apigateway:x:sqs:path/1/q' }", 'service'],
  ['mock', '{ type: MOCK }', 'mock'],
  ['http', '{ type: http_proxy, uri: https://a.example }', 'http'],
])('an integration of type %s', (_, integration, expected) => {
  const { document } = read(`paths:\n  /a:\n    get:\n      x-amazon-apigateway-integration: ${integration}`);
  expect(document.operations[0]?.integration).toBe(expected);
});

test.each([
  ['a validator of the document', 'x-amazon-apigateway-request-validator: body', true],
  ['one that checks nothing', 'x-amazon-apigateway-request-validator: nothing', false],
  ['none', 'summary: x', 'absent'],
  ['one elsewhere', 'x-amazon-apigateway-request-validator: other', 'unknown'],
])('validation by %s', (_, own, expected) => {
  const validators = '{ body: { validateRequestBody: true }, nothing: { validateRequestBody: false } }';
  const { document } = read(
    `x-amazon-apigateway-request-validators: ${validators}\npaths:\n  /a:\n    post:\n      ${own}`,
  );
  const validation = document.operations[0]?.validation;
  expect(validation?.kind === 'known' ? validation.value : validation?.kind).toBe(expected);
});

test.each([
  ['OpenAPI 3', 'requestBody: { content: { application/json: { schema: { type: object } } } }', true],
  ['OpenAPI 2', 'parameters: [{ in: body, schema: { type: object } }]', true],
  ['no body', 'parameters: [{ in: query, name: a }]', false],
])('a model in %s', (_, own, expected) => {
  expect(read(`paths:\n  /a:\n    post:\n      ${own}`).document.operations[0]?.hasModel).toBe(expected);
});

test.each([
  ['a whole document', 'paths: { /a: { get: {} } }', false],
  ['a path elsewhere', "paths: { /a: { $ref: 'other.yaml' } }", true],
  ['imported paths', 'paths: !ImportValue x', true],
])('%s is open or not', (_, body, open) => {
  expect(read(body).document.open).toBe(open);
});

test('any method', () => {
  const { operations } = read('paths: { /a: { x-amazon-apigateway-any-method: {}, parameters: [] } }').document;
  expect(operations).toMatchObject([{ method: 'ANY', path: '/a' }]);
});

describe('a document under conditions', () => {
  const operationsIn = (paths: string) =>
    read(`paths:\n${paths}\n${schemes}`).document.operations.map(({ method, path, auth }) => [
      method,
      path,
      authOf(auth),
    ]);

  test.each([
    ['a path in one branch', '  /a: !If [C, { get: {} }, !Ref AWS::NoValue]', [['GET', '/a', { kind: 'none' }]]],
    ['a method in one branch', '  /a: { get: !If [C, {}, !Ref AWS::NoValue] }', [['GET', '/a', { kind: 'none' }]]],
    [
      'a method in both branches',
      '  /a: { get: !If [C, { security: [{ Pool: [] }] }, { security: [{ Pool: [] }] }] }',
      [['GET', '/a', { kind: 'cognito', authorizer: 'Pool' }]],
    ],
    [
      'authentication that a condition decides',
      '  /a: { get: !If [C, { security: [{ Pool: [] }] }, {}] }',
      [['GET', '/a', 'unknown']],
    ],
    [
      'a path that is open in one branch',
      '  /a: !If [C, { get: { security: [{ Pool: [] }] } }, { get: {} }]',
      [['GET', '/a', 'unknown']],
    ],
    [
      'other methods in the other branch',
      '  /a: !If [C, { get: {} }, { put: {} }]',
      [
        ['GET', '/a', { kind: 'none' }],
        ['PUT', '/a', { kind: 'none' }],
      ],
    ],
  ])('%s', (_, paths, expected) => expect(operationsIn(paths)).toEqual(expected));

  test.each([
    ['no path in the other branch', 'paths: { /a: !If [C, { get: {} }, !Ref AWS::NoValue] }', false],
    ['an import in the other branch', 'paths: { /a: !If [C, { get: {} }, !ImportValue x] }', true],
  ])('%s', (_, body, open) => expect(read(body).document.open).toBe(open));
});

test('the default route of an HTTP API', () => {
  const { operations } = read('paths: { /$default: { x-amazon-apigateway-any-method: {} } }').document;
  expect(operations).toMatchObject([{ method: 'ANY', path: '$default' }]);
});
