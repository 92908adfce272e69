import { beforeAll, describe, expect, test } from '@jest/globals';
import { bicep } from '../../../src/frameworks/azure/bicep/index.js';
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
    ['nothing', '', undefined],
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

  test('what the module decides is not known', () => {
    const [api] = modelOf(site('')).apis;
    expect(api?.visibility.kind).toBe('unknown');
  });

  test('other modules keep the stack open', () => {
    expect(modelOf(site('')).open).toBe(false);
    expect(modelOf(`${site('')}module more 'br/contoso:modules/other:1.0' = { name: 'more' }\n`).open).toBe(true);
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
