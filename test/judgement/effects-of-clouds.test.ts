import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { judge, reviewFiles } from '../support/judging.js';

beforeAll(prepareFrameworks);

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

const app = (plan: string, own = '') => `resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan'
  location: 'eastus'
  ${plan}
}
resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders'
  location: 'eastus'
  kind: 'functionapp'
  tags: { 'azd-service-name': 'api' }
  properties: { serverFarmId: plan.id ${own} }
}
`;

describe('what plans of Azure cost', () => {
  const can = 'Unauthenticated callers can make `GET /api/status` of app cost';
  const premium = (most: number) => app(`sku: { name: 'EP1' }\n  properties: { maximumElasticWorkerCount: ${most} }`);
  const consumption = (own: string) => app("sku: { name: 'Y1' }", own);
  const code = [
    ['azure.yaml', 'name: shop\nservices:\n  api: { project: ./api, language: js, host: function }\n'],
    ['api/host.json', '{"version":"2.0"}'],
    ['api/package.json', '{"main":"src/*.js","dependencies":{"@azure/functions":"^4.0.0"}}'],
    [
      'api/src/status.js',
      "import { app } from '@azure/functions';\napp.http('status', { methods: ['GET'], authLevel: 'anonymous', handler: async () => ({}) });\n",
    ],
  ] as const;
  test.each<[string, string, string, readonly string[]]>([
    // 20*(3.5*0.0123 + 0.173), and three times as many
    ['more workers', premium(20), premium(60), [`${can} up to $13 an hour in compute (before: up to $4.33).`]],
    // 10000*0.000016: all of a day's quota may go in one hour
    [
      "a day's quota",
      consumption(''),
      consumption(', dailyMemoryTimeQuota: 10000'),
      [`${can} up to $0.16 an hour in compute (before: no bound).`],
    ],
    // 50*3600*1.5*0.000016
    [
      'a limit of the app',
      consumption(''),
      consumption(', siteConfig: { functionAppScaleLimit: 50 }'),
      [`${can} up to $4.32 an hour in compute (before: no bound).`],
    ],
    [
      'a dedicated plan, which costs the same whoever calls',
      app("sku: { name: 'P1v3' }"),
      app("sku: { name: 'P2v3' }"),
      [],
    ],
  ])('%s', async (_, before, after, expected) => {
    const files = (text: string) => new Map([['infra/main.bicep', text], ...code]);
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

test('a route of Azure that only changed its capitals is neither gone nor new', async () => {
  const before = { bindings: [{ type: 'httpTrigger', name: 'req', authLevel: 'function', methods: ['get'] }] };
  const code = (own: string) =>
    `import { app } from '@azure/functions';\n${own}\napp.http('GetStatus', { route: 'getstatus', methods: ['GET'], authLevel: 'anonymous', handler });\n`;
  const checking = "async function handler(request) { await verify(request.headers.get('authorization')); return {}; }";
  const host = ['host.json', '{"version":"2.0"}'] as const;
  const manifest = [
    'package.json',
    '{"main":"src/functions/*.js","dependencies":{"@azure/functions":"^4.0.0"}}',
  ] as const;
  const { effects } = await reviewFiles(
    new Map([host, ['GetStatus/function.json', JSON.stringify(before)]]),
    new Map([host, manifest, ['src/functions/GetStatus.js', code(checking)]]),
    { ...judge(), policies: [] },
  );
  const sentences = effects.flatMap(({ exposure }) => exposure).map(({ sentence }) => sentence);
  expect(sentences.filter((sentence) => sentence.includes('no longer'))).toEqual([]);
});
