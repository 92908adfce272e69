import { expect, test } from '@jest/globals';
import { modelOf, said } from './modelling.js';

const definition = (operation: string) =>
  `DefinitionBody: { openapi: 3.0.1, paths: { /orders: { get: { ${operation} } } }, components: { securitySchemes: { Signed: { x-amazon-apigateway-authtype: awsSigv4 } } } }`;
const signed = definition('security: [{ Signed: [] }]');
const open = definition('');

/** An API with a document of its own, and a function with an event of it. */
const stack = (api: string, event: string, path = '/orders') => `
Api:
  Type: AWS::Serverless::Api
  Properties:
    StageName: prod
    ${api.replaceAll('\n', '\n    ')}
Fn:
  Type: AWS::Serverless::Function
  Properties:
    Events:
      Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: ${path}, Method: get, ${event} } }
`;

const iam = 'Auth: { Authorizer: AWS_IAM }';
const override = 'Auth: { Authorizer: NONE, OverrideApiAuth: true }';

test.each([
  ['its document asks nothing, whatever the event asks for', stack(open, iam), [['Api GET /orders', { kind: 'none' }]]],
  ['its document asks', stack(signed, ''), [['Api GET /orders', { kind: 'iam' }]]],
  ['the event overrides its document', stack(signed, override), [['Api GET /orders', { kind: 'none' }]]],
  [
    'event and document are merged',
    stack(`MergeDefinitions: true\n${open}`, iam),
    [['Api GET /orders', { kind: 'iam' }]],
  ],
  ['its document lacks the path', stack(open, '', '/other'), [['Api GET /orders', { kind: 'none' }]]],
  [
    'the path is merged into its document',
    stack(`MergeDefinitions: true\n${open}`, iam, '/other'),
    [
      ['Api GET /other', { kind: 'iam' }],
      ['Api GET /orders', { kind: 'none' }],
    ],
  ],
  ['its document is elsewhere', stack('DefinitionUri: s3://bucket/key', ''), [['Api GET /orders', 'unknown']]],
  ['its document has no paths', stack('MergeDefinitions: true\nDefinitionBody: { openapi: 3.0.1 }', ''), []],
])('the routes of a SAM API when %s', (_, text, expected) => {
  expect(modelOf(text).routes.map(({ id, auth }) => [id, said(auth)])).toEqual(expected);
});

test.each([
  ['Api', 'AWS::Serverless::Api', 'RestApiId'],
  ['HttpApi', 'AWS::Serverless::HttpApi', 'ApiId'],
])('an event of type %s may name its API by the plain id', (event, type, key) => {
  const text = `
Mine: { Type: ${type}, Properties: { StageName: prod } }
Fn:
  Type: AWS::Serverless::Function
  Properties: { Events: { Get: { Type: ${event}, Properties: { ${key}: Mine, Path: /a, Method: get } } } }
`;
  expect(modelOf(text).routes).toMatchObject([{ id: 'Mine GET /a', api: 'Mine', auth: { kind: 'known' } }]);
});

test.each([
  ['addresses that are let in', '{ IpRangeWhitelist: [10.0.0.0/8] }', 'private'],
  ['accounts that are let in', "{ AwsAccountWhitelist: ['123456789012'] }", 'private'],
  ['addresses that are kept out', '{ IpRangeBlacklist: [192.0.2.1] }', 'absent'],
  [
    'accounts that are let in, and addresses that are kept out',
    "{ AwsAccountWhitelist: ['123456789012'], IpRangeBlacklist: [192.0.2.1] }",
    'absent',
  ],
])('who reaches a SAM API with a list of %s', (_, policy, expected) => {
  const shared = modelOf(stack(`Auth: { ResourcePolicy: ${policy} }`, '')).apis[0];
  const ofEvent = modelOf(stack('', `Auth: { ResourcePolicy: ${policy} }`)).apis[0];
  expect([said(shared?.visibility), said(ofEvent?.visibility)]).toEqual([expected, expected]);
});

test('a route whose policy lets everyone in keeps its API public', () => {
  const text = stack('', 'Auth: { ResourcePolicy: { IpRangeWhitelist: [10.0.0.0/8] } }');
  const other = `      Post: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /open, Method: post, Auth: { ResourcePolicy: { IpRangeBlacklist: [192.0.2.1] } } } }\n`;
  expect(said(modelOf(text + other).apis[0]?.visibility)).toBe('absent');
});
