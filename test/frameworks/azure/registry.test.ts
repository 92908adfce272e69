import { beforeAll, describe, expect, test } from '@jest/globals';
import { bicep } from '../../../src/frameworks/azure/bicep/bicep.js';
import type { Model } from '../../../src/model/model.js';
import { known } from '../../../src/model/setting.js';
import { stackOf } from './support.js';

beforeAll(async () => bicep.prepare?.());

function modelOf(text: string): Model {
  return stackOf(bicep, 'main.bicep', { 'main.bicep': text }).model;
}

function site(params: string, version = '0.15.1'): string {
  return `module site 'br/public:avm/res/web/site:${version}' = {
  name: 'site-deployment'
  params: {
    name: 'orders-app'
    kind: 'functionapp,linux'
    ${params}
  }
}
`;
}

describe('an app by a module of the public registry', () => {
  test.each([
    ['a runtime', "siteConfig: { linuxFxVersion: 'Node|18' }", 'node|18'],
    [
      'a runtime of a flexible plan',
      "functionAppConfig: { runtime: { name: 'python', version: '3.9' } }",
      'python|3.9',
    ],
    ['nothing', '', 'absent'],
  ])('has %s', (_, params, expected) => {
    const [fn] = modelOf(site(params)).functions;
    expect(fn?.runtime.kind === 'absent' ? 'absent' : fn && known(fn.runtime)).toBe(expected);
  });

  test.each([
    ['in its configuration', "configs: [{ name: 'appsettings', properties: { MODE: 'on' } }]", ['MODE'], false],
    ['in pairs', "appSettingsKeyValuePairs: { MODE: 'on' }", ['MODE'], false],
    ['in its settings', "siteConfig: { appSettings: [{ name: 'MODE', value: 'on' }] }", ['MODE'], false],
    [
      'with more by the module',
      "appInsightResourceId: insights.id\nconfigs: [{ name: 'appsettings', properties: { MODE: 'on' } }]",
      ['MODE'],
      true,
    ],
  ])('has settings %s', (...[, params, names, isOpen]) => {
    const insights = "resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: 'i' }\n";
    const [fn] = modelOf(insights + site(params)).functions;
    expect(fn?.environment.map(({ name }) => name)).toEqual(names);
    expect(fn?.environmentOpen).toBe(isOpen);
  });

  test.each([
    ['open to the internet, as the module leaves it', '', 'absent'],
    ['closed by its own endpoints', "privateEndpoints: [{ subnetResourceId: 'subnet' }]", 'private'],
    ['open beside no endpoints at all', 'privateEndpoints: []', 'absent'],
    ['not known beside endpoints that are not known', 'privateEndpoints: listed', 'unknown'],
    ['as it says', "privateEndpoints: [{}]\npublicNetworkAccess: 'Enabled'", 'public'],
  ])('is %s', (_, params, expected) => {
    const [api] = modelOf(`param listed array\n${site(params)}`).apis;
    expect(api?.visibility.kind === 'known' ? api.visibility.value : api?.visibility.kind).toBe(expected);
  });

  test('asks for sign-in by a parameter of older versions', () => {
    const settings = 'authSettingV2Configuration: { globalValidation: { requireAuthentication: true } }';
    const [api] = modelOf(site(settings, '0.3.9')).apis;
    expect(api?.signIn && known(api.signIn)).toBe(true);
  });

  test('is one app when it is declared again to be configured further', () => {
    const again = site("siteConfig: { linuxFxVersion: 'Node|18' }")
      .replace('module site', 'module more')
      .replace("'orders-app'", 'site.outputs.name');
    expect(modelOf(site('') + again).functions.map(({ id }) => id)).toEqual(['site']);
  });

  test('other modules keep the stack open', () => {
    expect(modelOf(site('')).open).toBe(false);
    expect(modelOf(`${site('')}module more 'br/contoso:modules/other:1.0' = { name: 'more' }\n`).open).toBe(true);
    const alerts = "module more 'br/public:avm/res/insights/metric-alert:0.3.0' = { name: 'more' }\n";
    expect(modelOf(site('') + alerts).open).toBe(true);
    const network = "module more 'br/public:avm/res/network/virtual-network:0.5.0' = { name: 'more' }\n";
    expect(modelOf(site('') + network).open).toBe(false);
  });
});

describe('roles that a module assigns', () => {
  test.each([
    ['by name', "'Storage Blob Data Owner'", ['Storage Blob Data Owner']],
    ['by identifier', "'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'", ['Storage Blob Data Owner']],
    ['by a name that nobody knows', "'Orders Operator'", []],
  ])('%s', (_, role, expected) => {
    const files = `module files 'br/public:avm/res/storage/storage-account:0.19.0' = {
  name: 'files'
  params: {
    name: 'ordersfiles'
    blobServices: { containers: [{ name: 'uploads', publicAccess: 'Blob' }] }
    roleAssignments: [{ principalId: site.outputs.?systemAssignedMIPrincipalId ?? '', roleDefinitionIdOrName: ${role} }]
  }
}
`;
    const { roles, stores } = modelOf(site('managedIdentities: { systemAssigned: true }') + files);
    expect(roles.flatMap(({ named }) => named.map(({ name }) => name))).toEqual(expected);
    expect(roles[0]?.named.every(({ scope }) => scope === 'resource')).toBe(true);
    expect(stores.map(({ id }) => id)).toEqual(['files', 'files uploads']);
  });

  test('on an identity that is a module too', () => {
    const text = `module identity 'br/public:avm/res/managed-identity/user-assigned-identity:0.4.1' = {
  name: 'identity'
  params: { name: 'orders-identity' }
}
resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: 'grant'
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: identity.outputs.principalId
  }
}
${site('managedIdentities: { userAssignedResourceIds: [identity.outputs.resourceId] }')}`;
    const [role] = modelOf(text).roles;
    expect(role?.users).toEqual(['site']);
    expect(role?.named.map(({ name, scope }) => [name, scope])).toEqual([['Contributor', 'project']]);
  });
});

describe('a gateway by a module of the public registry', () => {
  const gateway = (api: string, more = '') => `module gateway 'br/public:avm/res/api-management/service:0.9.0' = {
  name: 'gateway'
  params: {
    name: 'orders-gateway'
    ${more}
    apis: [
      {
        name: 'orders'
        path: 'orders'
        ${api}
      }
    ]
  }
}
`;

  test('publishes its APIs', () => {
    const { apis } = modelOf(gateway('subscriptionRequired: false'));
    expect(apis.map(({ id, visibility }) => [id, visibility.kind])).toEqual([['gateway orders', 'absent']]);
  });

  test.each([
    ['nobody has to say who they are', "subscriptionRequired: false\nvalue: 'openapi: 3.0.1'", 'none'],
    [
      'a policy of the API asks for a token',
      "subscriptionRequired: false\nvalue: 'openapi: 3.0.1'\npolicies: [{ value: '<policies><inbound><validate-jwt /></inbound></policies>' }]",
      'jwt',
    ],
    ['a key is asked for', "subscriptionRequired: true\nvalue: 'openapi: 3.0.1'", 'api-key'],
    ['it is not known what is asked for', "value: 'openapi: 3.0.1'", 'unknown'],
  ])('of operations in a document %s', (_, api, expected) => {
    const [route] = modelOf(gateway(api)).routes;
    expect([route?.method, route?.path]).toEqual(['ANY', '/orders/*']);
    expect(route?.auth.kind === 'known' ? route.auth.value.kind : route?.auth.kind).toBe(expected);
  });
});

describe('modules that only assign or subscribe', () => {
  const files = "resource files 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'ordersfiles' }\n";
  const app = site('managedIdentities: { systemAssigned: true }');
  const assign = (module: string, params: string) => `module role 'br/public:${module}:0.1.0' = {
  name: 'role'
  params: { principalId: site.outputs.systemAssignedMIPrincipalId, ${params} }
}
`;

  test.each([
    [
      'a role on a resource',
      assign(
        'avm/ptn/authorization/resource-role-assignment',
        "resourceId: files.id, roleDefinitionId: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'",
      ),
      ['Storage Blob Data Contributor', 'resource', 'files'],
    ],
    [
      'a role on the group',
      assign('avm/res/authorization/role-assignment/rg-scope', "roleDefinitionIdOrName: 'Contributor'"),
      ['Contributor', 'project', undefined],
    ],
  ])('%s', (_, module, expected) => {
    const [role] = modelOf(files + app + module).roles;
    expect(role?.named.map(({ name, scope, on }) => [name, scope, on])).toEqual([expected]);
  });

  test.each([
    ['nowhere', '', 'absent'],
    ['in a container', "deadLetterDestination: { endpointType: 'StorageBlob' }", 'known'],
  ])('events that keep failing end %s', (_, more, expected) => {
    const topic = `module topic 'br/public:avm/res/event-grid/system-topic:0.6.1' = {
  name: 'topic'
  params: {
    name: 'orders-topic'
    source: files.id
    topicType: 'Microsoft.Storage.StorageAccounts'
    eventSubscriptions: [
      {
        name: 'orders'
        deliveryWithResourceIdentity: {
          destination: {
            endpointType: 'AzureFunction'
            properties: { resourceId: '\${site.outputs.resourceId}/functions/orders' }
          }
        }
        ${more}
      }
    ]
  }
}
`;
    const [trigger] = modelOf(files + app + topic).triggers;
    expect([trigger?.function, trigger?.onFailure.kind]).toEqual(['site', expected]);
  });
});
