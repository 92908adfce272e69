import { expect, test } from '@jest/globals';
import { scanFiles } from '../../support/judging.js';

const app = `resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'a'
  location: 'westeurope'
  kind: 'functionapp'
  identity: { type: 'SystemAssigned' }
  properties: { httpsOnly: true }
}
`;
const assignment = (more: string) => `${app}resource assigned 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: 'x'
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
    principalId: app.identity.principalId
${more}  }
}
`;
const definition = `${app}resource operators 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: 'x'
  properties: { roleName: 'Operators', permissions: [{ actions: ['*'] }], assignableScopes: [subscription().id] }
}
`;

test.each([
  ['the Owner role', assignment(''), ['admin-grant']],
  [
    'with a condition',
    assignment("    condition: '(@Request[x:y] ForAnyOfAnyValues:GuidEquals {a})'\n"),
    ['wildcard-action'],
  ],
  ['with none after all', assignment('    condition: null\n'), ['admin-grant']],
  ['a role that nothing here assigns', definition, []],
])('%s', async (_, text, expected) => {
  const { findings } = await scanFiles(new Map([['main.bicep', text]]));
  const held = findings.filter(({ threat }) => threat === 'over-privileged-permissions');
  expect(held.map(({ policy }) => policy)).toEqual(expected);
});
