import { beforeAll, describe, expect, test } from '@jest/globals';
import { bicep } from '../../../src/frameworks/azure/bicep/bicep.js';
import type { Model } from '../../../src/model/model.js';
import { stackOf } from './support.js';

beforeAll(async () => bicep.prepare?.());

const app = `param name string
resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  kind: 'functionapp'
  identity: { type: 'SystemAssigned' }
}
module settings 'settings.bicep' = {
  name: 'settings'
  params: { name: app.name }
}
output name string = app.name
`;

/** Settings of an app that the file only refers to. */
function settings(name: string): string {
  return `param name string
resource app 'Microsoft.Web/sites@2023-12-01' existing = {
  name: ${name}
}
resource config 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: app
  name: 'appsettings'
  properties: { MODE: 'on' }
}
`;
}

const main = "module app 'app.bicep' = {\n  name: 'app'\n  params: { name: 'orders' }\n}\n";

function modelOf(texts: Readonly<Record<string, string>>): Model {
  return stackOf(bicep, 'main.bicep', { 'main.bicep': main, 'app.bicep': app, ...texts }).model;
}

describe('what one file declares and another one refers to', () => {
  test.each([
    ['by the name that the resource returns', 'name', ['MODE']],
    ['by the same text', "'orders'", ['MODE']],
    ['by another text', "'invoices'", []],
    ['by a name that nobody knows', "'${uniqueString(name)}'", []],
  ])('%s', (_, name, expected) => {
    const [fn] = modelOf({ 'settings.bicep': settings(name) }).functions;
    expect(fn?.environment.map((variable) => variable.name)).toEqual(expected);
  });

  test('in loops, one by one', () => {
    const text = `var names = [
  'a'
  'b'
]
resource apps 'Microsoft.Web/sites@2023-12-01' = [for name in names: {
  name: 'orders-\${name}'
  kind: 'functionapp'
  identity: { type: 'SystemAssigned' }
}]
module vault 'vault.bicep' = {
  name: 'vault'
  params: { names: names }
}
`;
    const vault = `param names array
resource apps 'Microsoft.Web/sites@2023-12-01' existing = [for name in names: {
  name: 'orders-\${name}'
}]
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'orders'
  properties: {
    accessPolicies: [for i in range(0, length(names)): {
      objectId: apps[i].identity.principalId
      permissions: { secrets: ['all'] }
    }]
  }
}
`;
    const { roles } = modelOf({ 'main.bicep': text, 'vault.bicep': vault });
    expect(roles.map(({ id, named }) => [id, named.length])).toEqual([
      ['apps[0] identity', 1],
      ['apps[1] identity', 1],
    ]);
  });

  test('a role stands where the caller of a module names it', () => {
    const text = `${main}module role 'role.bicep' = {
  name: 'role'
  params: { principalId: 'x', roleId: 'b24988ac-6180-42a0-ab88-20f7382dd24c' }
}
`.replace("principalId: 'x'", 'principalId: app.outputs.principalId');
    const role = `param principalId string
param roleId string
resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(principalId)
  properties: {
    principalId: principalId
    roleDefinitionId: resourceId('Microsoft.Authorization/roleDefinitions', roleId)
  }
}
`;
    const outputs = `${app}output principalId string = app.identity.principalId\n`;
    const texts = { 'main.bicep': text, 'app.bicep': outputs, 'role.bicep': role, 'settings.bicep': settings('name') };
    const [{ named = [] } = {}] = modelOf(texts).roles;
    expect(named.map(({ name, at }) => [name, at.path, text.slice(at.start, at.end)])).toEqual([
      ['Contributor', 'main.bicep', "'b24988ac-6180-42a0-ab88-20f7382dd24c'"],
    ]);
  });
});
