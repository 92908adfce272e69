import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import policy from '../../src/policies/broken-authentication/token-verification-weak/policy.js';
import { inspectedBy } from '../support/inspected.js';

beforeAll(preparePython);

const template = (runtime: string, identity = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Auth:
        DefaultAuthorizer: Users
        Authorizers:
          Users:
            FunctionArn: !GetAtt Check.Arn
${identity}
  Check:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src, Handler: check.handler, Runtime: ${runtime} }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: other
      Handler: app.handler
      Runtime: ${runtime}
      Events:
        List: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /orders, Method: get } }
        Place: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /orders, Method: post } }
`;
const never = '            Identity: { ReauthorizeEvery: 0 }';
const js = (resource: string, test = "event.httpMethod === 'GET'") => `const grant = (Effect, Resource) => {
  const statement = {};
  statement.Action = 'execute-api:Invoke';
  statement.Effect = Effect;
  statement.Resource = Resource;
  return { principalId: 'user', policyDocument: { Version: '2012-10-17', Statement: [statement] } };
};
exports.handler = async (event) => {
  if (${test}) return grant('Allow', ${resource});
  return grant('Deny', event.methodArn);
};
`;
const told = [
  'medium Check looks at the route but allows every route of the API, for as long as its answer is kept: line 8.',
];

test.each([
  ['a route that decides for all of them', template('nodejs22.x'), js("'*'"), told],
  ['answers that are not kept', template('nodejs22.x', never), js("'*'"), []],
  ['an answer for the route that was asked for', template('nodejs22.x'), js('event.methodArn'), []],
  [
    'an answer that does not depend on the route',
    template('nodejs22.x'),
    js("'*'", 'isKnown(event.authorizationToken)'),
    [],
  ],
])('%s', async (_, stack, code, expected) => {
  const found = await inspectedBy(policy, { 'template.yaml': stack, 'src/check.js': code });
  expect(found.map((one) => one.replace(/: .*$/, ''))).toEqual(expected.map((one) => one.replace(/: .*$/, '')));
});

test('a route that decides for all of them in Python', async () => {
  const code = `def handler(event, context):
    effect = "Allow" if event["httpMethod"] == "GET" else "Deny"
    if effect == "Allow":
        return {"principalId": "a", "policyDocument": {"Version": "2012-10-17", "Statement": [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}]}}
    return {"principalId": "a", "policyDocument": {"Version": "2012-10-17", "Statement": [{"Action": "execute-api:Invoke", "Effect": "Deny", "Resource": event["methodArn"]}]}}
`;
  const found = await inspectedBy(policy, { 'template.yaml': template('python3.13'), 'src/check.py': code });
  expect(found).toHaveLength(1);
});

const request = (headers: string, more = '') =>
  template(
    'nodejs22.x',
    `            FunctionPayloadType: REQUEST\n            Identity: { Headers: ${headers}${more} }`,
  );
const reads = (header: string) =>
  `exports.handler = async ({ headers, methodArn }) => allow(await who(headers.Authorization, headers['${header}']), methodArn);`;
const missed = (header: string) => [
  `medium Check looks at the header \`${header}\`, but Users keeps its answers without it.`,
];

test.each([
  [
    'a header that the answers are not kept by',
    request('[Authorization]'),
    reads('X-Tenant-Id'),
    missed('x-tenant-id'),
  ],
  [
    'a header that it takes apart',
    request('[Authorization]'),
    'exports.handler = async ({ headers, methodArn }) => { const { cookie } = headers; return allow(await who(cookie), methodArn); };',
    missed('cookie'),
  ],
  [
    'the header that it looks at, and sends others elsewhere',
    request('[X-Auth-Token]'),
    `const cookie = require('cookie');
    exports.handler = async ({ headers, methodArn }) => allow(await (await fetch(url, { headers: { Authorization: headers['x-auth-token'], 'X-Api-Key': key } })).json(), methodArn);`,
    [],
  ],
  ['all headers that it looks at', request('[Authorization, x-tenant-id]'), reads('X-Tenant-Id'), []],
  ['no answers', request('[Authorization]', ', ReauthorizeEvery: 0'), reads('X-Tenant-Id'), []],
  ['a header that says nothing of callers', request('[Authorization]'), reads('X-Request-Id'), []],
  ['headers that only the deployment knows', request('!Ref Headers'), reads('X-Tenant-Id'), []],
  ['the token alone, which is all that it is handed', template('nodejs22.x'), reads('X-Tenant-Id'), []],
])('an authorizer keeps by %s', async (_, stack, code, expected) => {
  expect(await inspectedBy(policy, { 'template.yaml': stack, 'src/check.js': code })).toEqual(expected);
});

const declared = (type: string, own: string) => `resource "aws_lambda_function" "check" {
  function_name = "check"
  role          = "arn:aws:iam::123456789012:role/check"
  handler       = "check.handler"
  runtime       = "nodejs22.x"
  filename      = data.archive_file.code.output_path
}
data "archive_file" "code" {
  type        = "zip"
  source_dir  = "\${path.module}/src"
  output_path = "code.zip"
}
resource "aws_${type === 'REST' ? 'api_gateway_rest_api' : 'apigatewayv2_api'}" "api" {
  name = "api"
  ${type === 'REST' ? '' : 'protocol_type = "HTTP"'}
}
resource "aws_${type === 'REST' ? 'api_gateway' : 'apigatewayv2'}_authorizer" "users" {
  name           = "users"
  authorizer_uri = aws_lambda_function.check.invoke_arn
  ${type === 'REST' ? 'type = "REQUEST"\n  rest_api_id = aws_api_gateway_rest_api.api.id' : 'authorizer_type = "REQUEST"\n  api_id = aws_apigatewayv2_api.api.id'}
  ${own}
}
`;

test.each([
  ['REST', 'identity_source = "method.request.header.Authorization"', true],
  ['REST', 'identity_source = "method.request.header.Authorization,method.request.header.X-Tenant-Id"', false],
  ['REST', 'identity_source = "method.request.header.Authorization"\n  authorizer_result_ttl_in_seconds = 0', false],
  ['HTTP', 'identity_sources = ["$request.header.Authorization"]\n  authorizer_result_ttl_in_seconds = 300', true],
  ['HTTP', 'identity_sources = ["$request.header.Authorization"]', false],
])('of Terraform, %s: %s', async (type, own, isTold) => {
  const found = await inspectedBy(policy, { 'main.tf': declared(type, own), 'src/check.js': reads('X-Tenant-Id') });
  expect(found).toEqual(isTold ? [expect.stringContaining('looks at the header `x-tenant-id`')] : []);
});

test.each([
  ['by its key', "event['headers']['X-Tenant-Id']"],
  ['by get', "event.get('headers').get('x-tenant-id')"],
  ['by get of a name', "headers.get('X-Tenant-Id', '')"],
])('in Python a header is read %s', async (_, read) => {
  const code = `def handler(event, context):\n    headers = event["headers"]\n    return allow(${read}, event["methodArn"])\n`;
  const files = {
    'template.yaml': request('[Authorization]').replaceAll('nodejs22.x', 'python3.13'),
    'src/check.py': code,
  };
  expect(await inspectedBy(policy, files)).toEqual(missed('x-tenant-id'));
});
