import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

const head = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: { Type: AWS::DynamoDB::Table }
  Users: { Type: AWS::DynamoDB::Table, Properties: { TableName: users } }
  Queue: { Type: AWS::SQS::Queue }
`;

const fn = (name: string, rest: string) => `  ${name}:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: nodejs24.x, CodeUri: src/, ${rest} }
`;
const allowed = (action: string, resource: string, more = '') =>
  fn('Get', `Policies: [{ Statement: [{ Effect: Allow, Action: [${action}], Resource: ${resource} ${more}}] }]`);
const calls = (auth: string) =>
  fn('Get', `Events: { A: { Type: Api, Properties: { Path: /orders, Method: get, Auth: ${auth} } } }`);

/** Every sentence of a change of one template, the gravest first. */
async function told(before: string, after: string): Promise<readonly string[]> {
  const files = (text: string) => new Map([['template.yaml', head + text]]);
  const { effects } = await reviewFiles(files(before), files(after), { ...judge(), policies: [] });
  const changes = effects.flatMap(({ access, exposure, cost }) => [...exposure, ...access, ...cost]);
  return changes.map(({ sentence }) => sentence);
}

const get = 'dynamodb:GetItem';

test.each<[string, string, string, readonly string[]]>([
  ['nothing changed', allowed(get, '!GetAtt Orders.Arn'), allowed(get, '!GetAtt Orders.Arn'), []],
  ['only the runtime', fn('Get', ''), fn('Get', '').replace('24', '22'), []],
  [
    'an action more',
    allowed(get, '!GetAtt Orders.Arn'),
    allowed(`${get}, dynamodb:DeleteItem`, '!GetAtt Orders.Arn'),
    ['Get can newly delete items from Orders (`dynamodb:DeleteItem`).'],
  ],
  [
    'every table',
    allowed(get, '!GetAtt Orders.Arn'),
    allowed(get, "'*'"),
    ['Get can newly read items from any DynamoDB table, for example `…:table/example` (`dynamodb:GetItem`).'],
  ],
  [
    'tightened',
    allowed(get, "'*'"),
    allowed(get, '!GetAtt Users.Arn'),
    ['Get can no longer read items from any DynamoDB table, for example `…:table/example` (`dynamodb:GetItem`).'],
  ],
  [
    'the same table by its name is the same table',
    allowed(get, '!GetAtt Users.Arn'),
    allowed(get, "!Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/users'"),
    [],
  ],
  [
    'a template in place of a statement',
    allowed('sqs:SendMessage', '!GetAtt Queue.Arn'),
    fn('Get', 'Policies: [{ SQSSendMessagePolicy: { QueueName: !GetAtt Queue.QueueName } }]'),
    [],
  ],
  [
    'a condition',
    allowed(get, "'*'"),
    allowed(get, "'*'", ", Condition: { StringEquals: { 'aws:PrincipalTag/team': shop } } "),
    [
      'Get can no longer read items from any DynamoDB table, for example `…:table/example` (`dynamodb:GetItem`), except where the condition on `aws:PrincipalTag/team` allows it.',
    ],
  ],
  [
    'a managed policy of AWS',
    fn('Get', ''),
    fn('Get', 'Policies: [AmazonSQSReadOnlyAccess]'),
    [
      'Get can newly read any SQS queue, for example `…:example` (`sqs:GetQueueAttributes` and 4 more actions).',
      'Get can newly use `sqs:ListQueues`.',
    ],
  ],
  [
    'a policy of which only the name is known',
    fn('Get', ''),
    fn('Get', 'Policies: [OurOwnPolicy]'),
    ['Get newly has the permissions of `OurOwnPolicy`.'],
  ],
  [
    'one policy in place of another',
    fn('Get', 'Policies: [OurOldPolicy]'),
    fn('Get', 'Policies: [OurOwnPolicy]'),
    ['Get has the permissions of `OurOwnPolicy` in place of those of `OurOldPolicy`.'],
  ],
  [
    'an ARN that a parameter gives',
    fn('Get', ''),
    `${allowed(get, '!Ref Given')}Parameters: { Given: { Type: String } }\n`,
    ['Get can newly read items from a DynamoDB resource that only the deployment knows (`dynamodb:GetItem`).'],
  ],
  [
    'a bucket that a parameter gives',
    fn('Get', ''),
    `${allowed('s3:GetObject', '!Ref Given')}Parameters: { Given: { Type: String } }\n`,
    ['Get can newly read an S3 resource that only the deployment knows (`s3:GetObject`).'],
  ],
  [
    'a route that asks for nothing any more',
    calls('{ Authorizer: AWS_IAM }'),
    calls('{ Authorizer: NONE }'),
    [
      'Unauthenticated callers can newly call `GET /orders` of ServerlessRestApi.',
      'Unauthenticated callers can make `GET /orders` of ServerlessRestApi cost up to $141 an hour in requests and compute.',
    ],
  ],
  [
    'a route that asks again',
    calls('{ Authorizer: NONE }'),
    calls('{ Authorizer: AWS_IAM }'),
    ['Unauthenticated callers can no longer call `GET /orders` of ServerlessRestApi.'],
  ],
  [
    'a limit on instances',
    fn('Get', 'FunctionUrlConfig: { AuthType: NONE }, MemorySize: 1024'),
    fn('Get', 'FunctionUrlConfig: { AuthType: NONE }, MemorySize: 1024, ReservedConcurrentExecutions: 100'),
    [
      'Unauthenticated callers can make the URL of Get cost up to $6.73 an hour in requests and compute (before: up to $68).',
    ],
  ],
  [
    'a queue for everyone',
    fn('Get', ''),
    `${fn('Get', '')}  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn }] }
`,
    [
      'Anyone can newly send messages to Queue (`sqs:SendMessage`).',
      'Unauthenticated callers can make Queue cost without a bound.',
    ],
  ],
])('%s', async (_, before, after, expected) => expect(await told(before, after)).toEqual(expected));

const google = (...members: readonly string[]) => `resource "google_service_account" "orders" {
  account_id = "orders"
}
resource "google_storage_bucket" "files" {
  name     = "files"
  location = "EU"
}
resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"
  template {
    service_account = google_service_account.orders.email
  }
}
${members.join('\n')}
`;
const member = 'member = "serviceAccount:${google_service_account.orders.email}"';
const onBucket = (role: string) =>
  `resource "google_storage_bucket_iam_member" "own" {\nbucket = google_storage_bucket.files.name\nrole = "${role}"\n${member}\n}`;
const onProject = (role: string) =>
  `resource "google_project_iam_member" "own" {\nproject = "acme"\nrole = "${role}"\n${member}\n}`;

const azure = (role: string, scope: string) => `resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan'
  location: 'westeurope'
}
resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'store'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
}
resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders'
  location: 'westeurope'
  kind: 'functionapp'
  identity: { type: 'SystemAssigned' }
  properties: { serverFarmId: plan.id }
}
resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid('orders')
  ${scope}
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${role}')
    principalId: app.identity.principalId
  }
}
`;
const blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1';
const blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe';
const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

async function toldOf(file: string, before: string, after: string): Promise<readonly string[]> {
  const files = (text: string) => new Map([[file, text]]);
  const { effects } = await reviewFiles(files(before), files(after), { ...judge(), policies: [] });
  return effects.flatMap(({ access }) => access).map(({ sentence }) => sentence);
}

const run = (limit: string) => `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"
  template {
    ${limit}
    containers {
      image = "gcr.io/acme/orders"
      resources { limits = { memory = "512Mi" } }
    }
  }
}
resource "google_cloud_run_v2_service_iam_member" "all" {
  name   = google_cloud_run_v2_service.orders.name
  role   = "roles/run.invoker"
  member = "allUsers"
}
`;

describe('what other clouds cost', () => {
  // 10*3600*(32*0.0000025 + 8*0.000024): how large an instance is, is not read.
  const can = 'Unauthenticated callers can make `ANY /` of google_cloud_run_v2_service.orders/address cost';
  test.each<[string, string, string, readonly string[]]>([
    [
      'a limit',
      run(''),
      run('scaling { max_instance_count = 10 }'),
      [`${can} up to $9.80 an hour in compute (before: no bound).`],
    ],
    [
      'no limit any more',
      run('scaling { max_instance_count = 10 }'),
      run(''),
      [`${can} without a bound that this stack sets (before: up to $9.80).`],
    ],
    ['nothing about it', run(''), run('timeout = "10s"'), []],
  ])('%s', async (_, before, after, expected) => {
    const files = (text: string) => new Map([['main.tf', text]]);
    const { effects } = await reviewFiles(files(before), files(after), { ...judge(), policies: [] });
    expect(effects.flatMap(({ cost }) => cost).map(({ sentence }) => sentence)).toEqual(expected);
  });
});

describe('roles of other clouds', () => {
  const run = 'google_cloud_run_v2_service.orders';
  const named = `${run} newly has the permissions of \`constructor on the project\`.`;
  const blobs = 'Microsoft.Storage/storageAccounts/blobServices';
  // Others may assign roles to an identity, too.
  const partly = '; part of its permissions could not be read';
  test.each<[string, string, string, readonly string[]]>([
    [
      'that grow are told by what they newly allow',
      google(onBucket('roles/storage.objectViewer')),
      google(onBucket('roles/storage.objectUser')),
      [`${run} can newly use \`storage.folders.create\` and 14 more actions on \`google_storage_bucket.files\`.`],
    ],
    [
      'that shrink are told by what they no longer allow',
      google(onProject('roles/storage.objectAdmin')),
      google(onProject('roles/storage.objectUser')),
      [
        `${run} can no longer use \`storage.objects.setIamPolicy\` and 3 more actions on all resources in the scope of its role.`,
      ],
    ],
    [
      'that nobody has a list of are told by name, on both sides',
      google(onProject('roles/storage.objectViewer')),
      google(onProject('roles/editor')),
      [
        `${run} has the permissions of \`roles/editor on the project\` in place of those of \`roles/storage.objectViewer on the project\`.`,
      ],
    ],
    ['named as a property of every object is named', google(), google(onProject('constructor')), [named]],
  ])('of Google %s', async (_, before, after, sentences) => {
    expect(await toldOf('main.tf', before, after)).toEqual(sentences);
  });

  test.each<[string, string, string, readonly string[]]>([
    [
      'that grow are told by what they newly allow, at their scope',
      azure(blobReader, 'scope: store'),
      azure(blobContributor, 'scope: store'),
      [`app can newly use \`${blobs}/containers/delete\` and 5 more actions on \`store\`${partly}.`],
    ],
    [
      'that reach further are told so',
      azure(blobReader, 'scope: store'),
      azure(blobReader, ''),
      [
        `app can newly use \`${blobs}/generateUserDelegationKey/action\` and 2 more actions on all resources in the scope of its role${partly}.`,
      ],
    ],
    [
      'that nobody has a list of are told by name',
      azure(blobReader, ''),
      azure(owner, ''),
      [
        'app has the permissions of `Owner on the project` in place of those of `Storage Blob Data Reader on the project`.',
      ],
    ],
    ['that say the same are not told', azure(blobReader, ''), azure(blobReader, 'scope: resourceGroup()'), []],
  ])('of Azure %s', async (_, before, after, sentences) => {
    expect(await toldOf('main.bicep', before, after)).toEqual(sentences);
  });
});
