import { beforeAll, expect, test } from '@jest/globals';
import { adviseNothing, contextOf } from '../../src/judgement/judge.js';
import { preparePython } from '../../src/languages/python/parse.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { checkStack, inspectCode, refineProblems, splitAbsorbed } from '../../src/policies/run.js';
import { defaultSettings } from '../../src/settings/defaults.js';
import { readCode } from '../support/read-code.js';

beforeAll(preparePython);

const context = contextOf({
  policies: catalogue,
  settings: defaultSettings(),
  date: '2026-11-26',
  advise: adviseNothing,
});

/** What the policies of grants tell, each with its fix. */
async function told(files: Readonly<Record<string, string>>, ids: readonly string[]): Promise<readonly string[]> {
  const policies = catalogue.filter(({ id }) => ids.includes(id) || id === 'unused-grant');
  const found = (await readCode(files)).flatMap((code) => [
    ...refineProblems(checkStack(code.stack, policies, context).problems, code),
    ...inspectCode(code, policies, context).problems,
  ]);
  return splitAbsorbed(found).told.map(
    ({ policy, problem }) =>
      `${policy.id} ${problem.severity ?? ''}: ${problem.message} ${problem.fix?.edits.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join() ?? problem.advice ?? ''}`,
  );
}

const service = (actions: string, events = '    events: [{ schedule: rate(1 day) }]\n') => `service: shop
provider:
  name: aws
  runtime: nodejs22.x
  iam:
    role:
      statements:
        - Effect: Allow
          Action: ${actions}
          Resource: arn:aws:dynamodb:eu-west-1:123456789012:table/orders
functions:
  orders:
    handler: orders.handler
${events}`;

const reads = `const { DynamoDBClient, GetItemCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({});
exports.handler = () => client.send(new GetItemCommand({ TableName: 'orders', Key: {} }));
`;
const writes = reads.replaceAll('GetItem', 'PutItem');

test('a wildcard whose needs are known names what is enough', async () => {
  const files = { 'serverless.yml': service("['dynamodb:*']"), 'orders.js': reads };
  expect(await told(files, ['wildcard-action'])).toEqual([
    'wildcard-action medium: orders is granted dynamodb:* on dynamodb table/orders; its code calls only `dynamodb:GetItem` (`orders.js` line 3). [dynamodb:GetItem]',
  ]);
});

test('a wildcard of which nothing is called is taken away', async () => {
  const files = { 'serverless.yml': service("['dynamodb:*']"), 'orders.js': 'exports.handler = () => 1;' };
  expect(await told(files, ['wildcard-action'])).toEqual([
    'wildcard-action medium: orders is granted dynamodb:* on dynamodb table/orders; its code never calls any of it. Remove the statement: nothing in the code needs any of its actions.',
  ]);
});

test('a wildcard whose needs are not known stays as it is', async () => {
  const files = { 'serverless.yml': service("['dynamodb:*']"), 'orders.js': `require('left-pad-extended'); ${reads}` };
  expect(await told(files, ['wildcard-action'])).toEqual([
    'wildcard-action medium: orders is granted dynamodb:* on dynamodb table/orders. ',
  ]);
});

test('a path from the internet ends at what the code calls', async () => {
  const files = { 'serverless.yml': service("['dynamodb:*']", '    url: true\n'), 'orders.js': reads };
  const [first = '', ...others] = await told(files, ['exposed-power-path', 'wildcard-action', 'function-url-open']);
  expect(others).toEqual([]);
  expect(first).toMatch(
    /^exposed-power-path critical: .*; its code calls only `dynamodb:GetItem` .*\. {2}authorizer: aws_iam$/,
  );
});

const shared = `${service("['dynamodb:GetItem', 'dynamodb:PutItem']")}  more:\n    handler: more.handler\n    events: [{ sqs: 'arn:aws:sqs:eu-west-1:123456789012:q' }]\n`;

test('functions that share a role say what each needs of it', async () => {
  const files = { 'serverless.yml': shared, 'orders.js': reads, 'more.js': writes };
  expect(await told(files, ['role-shared-by-functions'])).toEqual([
    'role-shared-by-functions medium: 2 functions share the permissions of IamRoleLambdaExecution: orders and more; orders needs only `dynamodb:GetItem`, more needs only `dynamodb:PutItem`. ',
  ]);
});

test('functions that call the same share little', async () => {
  const files = { 'serverless.yml': shared, 'orders.js': reads, 'more.js': reads };
  expect((await told(files, ['role-shared-by-functions']))[0]).toMatch(/^role-shared-by-functions low: /);
});

const google = (role: string) => `resource "google_service_account" "orders" {
  account_id = "orders"
}
data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "\${path.module}/orders"
  output_path = "orders.zip"
}
resource "google_storage_bucket_object" "orders" {
  name   = "orders.zip"
  source = data.archive_file.orders.output_path
}
resource "google_cloudfunctions2_function" "orders" {
  name = "orders"
  build_config {
    runtime     = "nodejs24"
    entry_point = "orders"
    source {
      storage_source { object = google_storage_bucket_object.orders.name }
    }
  }
  service_config { service_account_email = google_service_account.orders.email }
}
resource "google_project_iam_member" "orders" {
  project = "shop"
  role    = "${role}"
  member  = google_service_account.orders.member
}
`;
const reader = `const functions = require('@google-cloud/functions-framework');
const { Storage } = require('@google-cloud/storage');
functions.http('orders', async (req, res) => {
  const [text] = await new Storage().bucket('orders').file('list').download();
  res.json({ size: text.length });
});
`;

test.each([
  ['a role that the code calls', 'roles/storage.objectViewer', []],
  [
    'a role of which the code calls less',
    'roles/storage.objectAdmin',
    [
      'unused-grant medium: google_cloudfunctions2_function.orders is granted roles/storage.objectAdmin; its code calls only `storage.objects.get` (`orders/index.js` line 4). Grant roles/storage.objectViewer instead of roles/storage.objectAdmin: it allows all that the code calls.',
    ],
  ],
  [
    'a role that nothing calls',
    'roles/pubsub.publisher',
    [
      'unused-grant medium: google_cloudfunctions2_function.orders is granted roles/pubsub.publisher; its code never uses it. Remove roles/pubsub.publisher: nothing in the code needs it.',
    ],
  ],
  [
    'a role for all of a service',
    'roles/storage.admin',
    [
      'wildcard-action medium: google_cloudfunctions2_function.orders is granted the roles/storage.admin role; its code calls only `storage.objects.get` (`orders/index.js` line 4). Grant roles/storage.objectViewer instead of roles/storage.admin: it allows all that the code calls.',
    ],
  ],
  ['a role of a service whose calls are not known', 'roles/spanner.databaseUser', []],
])('Google: %s', async (_, role, expected) => {
  const files = { 'main.tf': google(role), 'orders/index.js': reader };
  expect(await told(files, ['wildcard-action'])).toEqual(expected);
});

const azure = (role: string, settings: string) => `resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders-app'
  location: resourceGroup().location
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'api' }
  identity: { type: 'SystemAssigned' }
  properties: { siteConfig: { appSettings: [ { name: '${settings}', value: 'shopbus' } ] } }
}
resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, 'orders-app')
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${role}')
    principalId: app.identity.principalId
  }
}
`;
const receiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0';
const sender = `import { app } from '@azure/functions';
import { DefaultAzureCredential } from '@azure/identity';
import { ServiceBusClient } from '@azure/service-bus';
const bus = new ServiceBusClient('shop.servicebus.windows.net', new DefaultAzureCredential()).createSender('orders');
app.http('orders', { methods: ['POST'], authLevel: 'function', handler: async () => { await bus.sendMessages({ body: 1 }); return {}; } });
`;

test.each([
  [
    'a role that nothing calls',
    azure(receiver, 'REGION'),
    [
      'unused-grant medium: app is granted Azure Service Bus Data Receiver; its code never uses it. Remove Azure Service Bus Data Receiver: nothing in the code needs it.',
    ],
  ],
  ['a connection that the platform opens with the identity', azure(receiver, 'Orders__fullyQualifiedNamespace'), []],
  ['a role that the code calls', azure('69a216fc-b8fb-44d8-bc22-1f3c2cd27a39', 'REGION'), []],
])('Azure: %s', async (_, template, expected) => {
  const files = {
    'azure.yaml': 'name: orders\nservices:\n  api:\n    project: ./api\n    language: js\n    host: function\n',
    'infra/main.bicep': template,
    'api/host.json': '{"version": "2.0"}',
    'api/src/functions/orders.js': sender,
  };
  expect(await told(files, ['wildcard-action'])).toEqual(expected);
});

const looped = (code: string) => ({
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SQS::Queue
  Take:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: .
      Handler: take.handler
      Runtime: nodejs22.x
      Environment:
        Variables:
          QUEUE: !Ref Orders
      Policies:
        - SQSSendMessagePolicy:
            QueueName: !GetAtt Orders.QueueName
      Events:
        Orders:
          Type: SQS
          Properties:
            Queue: !GetAtt Orders.Arn
`,
  'take.js': `const { SQSClient, SendMessageCommand, ReceiveMessageCommand } = require('@aws-sdk/client-sqs');
const sqs = new SQSClient({});
exports.handler = () => ${code};
`,
});

test.each([
  [
    'a loop that code proves',
    "sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: 'x' }))",
    ['high/high'],
  ],
  [
    'a loop that waits',
    "sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: 'x', DelaySeconds: 60 }))",
    ['medium/low'],
  ],
  [
    'a loop to somewhere else',
    "sqs.send(new SendMessageCommand({ QueueUrl: event.url, MessageBody: 'x' }))",
    ['medium/low'],
  ],
  ['a loop that code never takes', 'sqs.send(new ReceiveMessageCommand({ QueueUrl: process.env.QUEUE }))', []],
])('%s', async (_, code, expected) => {
  const policies = catalogue.filter(({ id }) => id === 'trigger-loop');
  const found = (await readCode(looped(code))).flatMap((one) =>
    refineProblems(checkStack(one.stack, policies, context).problems, one),
  );
  expect(found.map(({ problem }) => `${problem.severity ?? ''}/${problem.confidence ?? ''}`)).toEqual(expected);
});

const asked = (code: string, extra = '') => ({
  'serverless.yml': `service: shop
provider:
  name: aws
  runtime: python3.13
${extra}functions:
  orders:
    handler: orders.handler
    events:
      - http: GET /orders
`,
  'orders.py': code,
});
const logging = 'import logging\nlogger = logging.getLogger()\ndef handler(event, context):\n    logger.debug(event)\n';
const debugging = '  environment:\n    LOG_LEVEL: DEBUG\n';

test.each([
  ['a line for those who look for mistakes', asked(logging), []],
  ['such a line where the deployment asks for it', asked(logging, debugging), ['request-data-logged']],
  [
    'such a line where the code asks for it',
    asked(logging.replace('\ndef', '\nlogger.setLevel(logging.DEBUG)\ndef')),
    ['request-data-logged'],
  ],
  ['a line for everybody', asked(logging.replace('debug', 'info')), ['request-data-logged']],
  [
    'an error that is expected',
    asked('def handler(event, context):\n    try:\n        run()\n    except ValueError:\n        pass\n'),
    [],
  ],
  [
    'an error of any kind',
    asked('def handler(event, context):\n    try:\n        run()\n    except Exception:\n        pass\n'),
    ['oversized-or-swallowing-handler'],
  ],
])('handlers: %s', async (_, files, expected) => {
  const policies = catalogue.filter(({ id }) => /^(?:request-data-logged|oversized-or-swallowing-handler)$/.test(id));
  const found = (await readCode(files)).flatMap((code) => inspectCode(code, policies, context).problems);
  expect(found.map(({ policy }) => policy.id)).toEqual(expected);
});
