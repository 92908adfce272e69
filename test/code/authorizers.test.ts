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
