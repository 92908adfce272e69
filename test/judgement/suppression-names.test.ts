import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Settings } from '../../src/settings/settings.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

const none = new Map<string, string>();
const template = (metadata = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  HealthFunction:
    Type: AWS::Serverless::Function
${metadata}    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: nodejs24.x
      FunctionUrlConfig:
        AuthType: NONE
      Events:
        Status:
          Type: HttpApi
          Properties: { Path: /orders, Method: post }
`;

beforeAll(prepareFrameworks);

async function silenced(files: Readonly<Record<string, string>>, suppressions: Settings['suppressions'] = []) {
  const { findings } = await reviewFiles(none, new Map(Object.entries(files)), judge({ suppressions }));
  return findings.flatMap(({ policy, suppressed }) => (suppressed === null ? [] : [`${policy}: ${suppressed.in}`]));
}

const entry = (policy: string, resource: string) => [{ policy, resource, reason: 'Load balancer health check.' }];

describe('an open route of a function', () => {
  test.each([
    ['its function, as the README writes it', 'HealthFunction'],
    ['its request', 'POST /orders'],
    ['its API', 'ServerlessHttpApi'],
    ['a pattern', 'Health*'],
    ['a pattern of requests', 'POST /*'],
    ['the id of the finding', 'ServerlessHttpApi POST /orders'],
  ])('is silenced by %s', async (_, resource) => {
    const found = await silenced({ 'template.yaml': template() }, entry('route-without-authorizer', resource));
    expect(found).toEqual(['route-without-authorizer: settings']);
  });

  test.each([
    ['another function', 'Health'],
    ['another request', 'GET /orders'],
    ['no name at all', ''],
  ])('is not silenced by %s', async (_, resource) => {
    expect(await silenced({ 'template.yaml': template() }, entry('route-without-authorizer', resource))).toEqual([]);
  });

  test('is silenced by the metadata of its function', async () => {
    const metadata = `    Metadata:
      postern:
        ignore:
          - { policy: route-without-authorizer, reason: Health check. }
`;
    expect(await silenced({ 'template.yaml': template(metadata) })).toEqual(['route-without-authorizer: metadata']);
  });
});

test.each([
  ['a function URL by its function', 'function-url-open', 'HealthFunction'],
  ['a function URL by its id', 'function-url-open', 'HealthFunctionUrl'],
  ['a function without tracing by itself', 'tracing-off', 'HealthFunction'],
])('%s', async (_, policy, resource) => {
  expect(await silenced({ 'template.yaml': template() }, entry(policy, resource))).toEqual([`${policy}: settings`]);
});

const terraform = `resource "aws_iam_role" "orders" {
  assume_role_policy = jsonencode({ Statement = [{
    Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" }
  }] })
}
resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "dynamodb:*", Resource = "*" }] })
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn
  handler       = "app.handler"
  runtime       = "nodejs24.x"
}
`;
const serverless = `service: shop
provider: { name: aws, runtime: nodejs24.x }
functions:
  orders:
    handler: src/orders.handler
    events: [{ httpApi: 'GET /orders' }]
`;

test.each([
  ['a role in Terraform by its address', 'main.tf', terraform, 'wildcard-action', 'aws_iam_role.orders'],
  ['a role in Terraform by its function', 'main.tf', terraform, 'wildcard-action', 'aws_lambda_function.orders'],
  ['a Serverless route by its function key', 'serverless.yml', serverless, 'route-without-authorizer', 'orders'],
  ['a Serverless route by its request', 'serverless.yml', serverless, 'route-without-authorizer', 'GET /orders'],
])('%s', async (...[, path, text, policy, resource]) => {
  expect(await silenced({ [path]: text }, entry(policy, resource))).toContain(`${policy}: settings`);
});

test('the name that is told is the narrowest that a person wrote', async () => {
  const { findings } = await reviewFiles(none, new Map([['template.yaml', template()]]), judge());
  const told = new Map(findings.map(({ policy, names: [first] }) => [policy, first]));
  expect(told.get('route-without-authorizer')).toBe('POST /orders');
  expect(told.get('function-url-open')).toBe('HealthFunction');
});
