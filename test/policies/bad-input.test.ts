import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, scanFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

/** What policies say of a repository where all is known that there is. */
async function told(files: Readonly<Record<string, string>>, ids: readonly string[]) {
  const { findings, notices } = await scanFiles(new Map(Object.entries(files)), judge({ completeness: 'account' }));
  return {
    found: findings.filter(({ policy }) => ids.includes(policy)).map(({ policy, message }) => `${policy}: ${message}`),
    unread: notices.filter(({ kind }) => kind === 'unread').length,
  };
}

const monitored = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters: { Share: { Type: Number } }
Resources:
  Bill: { Type: AWS::Serverless::Function, Properties: { CodeUri: bill/, Handler: a.b, Runtime: nodejs24.x } }
  OnCall: { Type: AWS::SNS::Topic }
  Watch:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: [!Ref OnCall]
`;

const ofBill = '{ Namespace: AWS/Lambda, MetricName: NAME, Dimensions: [{ Name: FunctionName, Value: !Ref Bill }] }';
const stat = (name: string, id: string) =>
  `{ Id: ${id}, ReturnData: false, MetricStat: { Stat: Sum, Period: 60, Metric: ${ofBill.replace('NAME', name)} } }`;
const bound = 'ComparisonOperator: GreaterThanThreshold';

describe('alarms with expressions', () => {
  test.each<[string, string, number]>([
    [
      'a share of two metrics, errors last',
      `      Metrics: [{ Id: e, Expression: b / a }, ${stat('Invocations', 'a')}, ${stat('Errors', 'b')}]\n      Threshold: 1\n`,
      0,
    ],
    [
      'a band of what is usual',
      `      ComparisonOperator: LessThanLowerOrGreaterThanUpperThreshold\n      ThresholdMetricId: ad\n      Metrics: [{ Id: ad, Expression: 'ANOMALY_DETECTION_BAND(a, 2)' }, ${stat('Errors', 'a')}]\n`,
      0,
    ],
    [
      'a query',
      `      Metrics: [{ Id: q, Expression: 'SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda", FunctionName)', Period: 60 }]\n`,
      0,
    ],
    [
      'a threshold of the deployment',
      `      Namespace: AWS/Lambda\n      MetricName: Errors\n      Dimensions: [{ Name: FunctionName, Value: !Ref Bill }]\n      Threshold: !Sub '\${Share}'\n`,
      0,
    ],
    [
      'the metric of something else',
      `      Namespace: AWS/SQS\n      MetricName: ApproximateNumberOfMessagesVisible\n      ${bound}\n`,
      1,
    ],
    ['expressions of nonsense', '      Metrics: [1, [], { Expression: { a: b } }, null]\n', 0],
  ])('%s', async (_, properties, count) => {
    const { found, unread } = await told({ 'template.yaml': monitored + properties }, ['function-alarm-missing']);
    expect([found.length, unread]).toEqual([count, 0]);
  });
});

describe('budgets with expressions', () => {
  const template = (notification: string) => `AWSTemplateFormatVersion: '2010-09-09'
Parameters: { Share: { Type: Number }, Mail: { Type: String } }
Resources:
  Bill: { Type: AWS::Lambda::Function, Properties: { Handler: a.b, Runtime: nodejs24.x, Role: !Ref Mail } }
  Month:
    Type: AWS::Budgets::Budget
    Properties:
      Budget: { BudgetType: COST, TimeUnit: MONTHLY, BudgetLimit: { Unit: USD, Amount: !Ref Share } }
      NotificationsWithSubscribers: ${notification}
`;
  const one = (threshold: string, subscribers: string) =>
    `[{ Notification: { ComparisonOperator: GREATER_THAN, NotificationType: ACTUAL, Threshold: ${threshold} }, Subscribers: ${subscribers} }]`;
  const mail = '[{ SubscriptionType: EMAIL, Address: !Ref Mail }]';

  test.each<[string, string, number]>([
    ['a share that the deployment says', one("!Sub '${Share}'", mail), 0],
    ['a share by a function', one('!FindInMap [A, B, C]', mail), 0],
    ['a share beyond all of it', one('150', mail), 1],
    ['nobody who is told', one('80', '[]'), 1],
    ['somebody whom the deployment names', one('80', '!Ref Mail'), 0],
    ['notifications in one case alone', '!If [A, !Ref AWS::NoValue, !Ref Mail]', 1],
    ['a word in place of notifications', 'never', 0],
  ])('%s', async (_, notification, count) => {
    const { found, unread } = await told({ 'template.yaml': template(notification) }, ['budget-missing']);
    expect([found.length, unread]).toEqual([count, 0]);
  });

  test.each<[string, string, number]>([
    ['arithmetic', 'threshold = var.share * 100', 0],
    ['a share beyond all of it', 'threshold = 120', 1],
    ['a choice', 'threshold = var.share > 1 ? 80 : var.share', 0],
  ])('%s in Terraform', async (_, threshold, count) => {
    const text = `variable "share" { type = number }
resource "aws_lambda_function" "bill" {
  function_name = "bill"
  role          = "arn:aws:iam::111122223333:role/bill"
}
resource "aws_budgets_budget" "month" {
  budget_type  = "COST"
  limit_amount = format("%d", var.share)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  notification {
    comparison_operator        = "GREATER_THAN"
    ${threshold}
    threshold_type             = "PERCENTAGE"
    notification_type          = "ACTUAL"
    subscriber_email_addresses = [var.mail]
  }
}
`;
    const { found, unread } = await told({ 'main.tf': text }, ['budget-missing']);
    expect([found.length, unread]).toEqual([count, 0]);
  });
});

const grants = [
  'admin-grant',
  'wildcard-action',
  'wildcard-resource',
  'privilege-escalation-grant',
  'role-trust-too-wide',
];

describe('policy documents', () => {
  const role = (document: string) => ({
    'template.json': `{"AWSTemplateFormatVersion":"2010-09-09","Resources":{
"Fn":{"Type":"AWS::Lambda::Function","Properties":{"Handler":"a.b","Runtime":"nodejs24.x","Role":{"Fn::GetAtt":["Role","Arn"]}}},
"Role":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]},
"Policies":[{"PolicyName":"own","PolicyDocument":${document}}]}}}}`,
  });

  test.each<[string, string]>([
    ['a text that is no JSON', '"{ Statement: ["'],
    ['a number', '7'],
    ['statements of numbers', '{"Statement":[1,null,[],"x"]}'],
    ['an effect of its own', '{"Statement":[{"Effect":"Maybe","Action":"*","Resource":"*"}]}'],
    [
      'all of it denied again',
      '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    ],
    [
      'actions and all but actions',
      '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","NotAction":"s3:GetObject","Resource":"arn:aws:s3:::a/*"}]}',
    ],
    ['nothing allowed', '{"Statement":[{"Effect":"Allow","Action":[],"Resource":"*"}]}'],
    [
      'conditions of nonsense',
      '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*","Condition":[[1]]}]}',
    ],
  ])('%s says nothing wrong', async (_, document) => {
    const { found } = await told(role(document), grants);
    expect(found.filter((message) => !message.startsWith('wildcard-action'))).toEqual([]);
  });

  test('one with thousands of statements is judged in time', async () => {
    const statement = (index: number) =>
      `{"Effect":"Allow","Action":["dynamodb:GetItem","s3:Get*"],"Resource":"arn:aws:s3:::bucket-${index}/*"}`;
    const many = Array.from({ length: 3000 }, (_, index) => statement(index)).join(',');
    const started = Date.now();
    const { found, unread } = await told(
      role(`{"Statement":[${many},{"Effect":"Allow","Action":"*","Resource":"*"}]}`),
      ['admin-grant'],
    );
    expect([found.length, unread]).toEqual([1, 0]);
    expect(Date.now() - started).toBeLessThan(20_000);
  }, 60_000);
});

describe('API documents', () => {
  const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: a.b
      Runtime: nodejs24.x
      Events:
        A: { Type: Api, Properties: { Path: /a, Method: get } }
        B: { Type: Api, Properties: { Path: /b, Method: get } }
        C: { Type: Api, Properties: { Path: /c, Method: get } }
`;
  const operation = "{ get: { responses: { '200': { description: x } } } }";
  const ids = ['undocumented-route', 'removed-from-doc-still-deployed'];

  test('references in circles end', async () => {
    const document = `openapi: 3.0.3
info: { title: A, version: '1' }
paths:
  /a: { $ref: '#/paths/~1b' }
  /b: { $ref: '#/paths/~1a' }
  /c: ${operation}
components:
  schemas:
    Tree: { type: object, properties: { left: { $ref: '#/components/schemas/Tree' } } }
`;
    const { unread } = await told({ 'template.yaml': template, 'openapi.yaml': document }, ids);
    expect(unread).toBe(0);
  });

  test('of two versions the one that says the most is held against the routes', async () => {
    const paths = (names: readonly string[]) => names.map((name) => `  /${name}: ${operation}\n`).join('');
    const second = `swagger: '2.0'\ninfo: { title: A, version: '1' }\npaths:\n${paths(['a', 'b'])}`;
    const third = `openapi: 3.0.3\ninfo: { title: A, version: '2' }\npaths:\n${paths(['a', 'b', 'c'])}`;
    const { found } = await told({ 'template.yaml': template, 'v1.yaml': second, 'v2.yaml': third }, ids);
    expect(found).toEqual([]);
  });

  test('one of five megabytes is told or read in time', async () => {
    const filler = Array.from({ length: 40_000 }, (_, index) => `  /x${index}: ${operation}\n`).join('');
    const padding = `    # ${'x'.repeat(2000)}\n`.repeat(1500);
    const document = `openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths:\n  /a: ${operation}\n  /b: ${operation}\n${filler}${padding}`;
    expect(document.length).toBeGreaterThan(5_000_000);
    const started = Date.now();
    const { found } = await told({ 'template.yaml': template, 'openapi.yaml': document }, ids);
    expect(found.filter((message) => message.includes('/a') || message.includes('/b'))).toEqual([]);
    expect(Date.now() - started).toBeLessThan(20_000);
  }, 60_000);
});
