import { beforeAll, describe, expect, test } from '@jest/globals';
import { arm } from '../../../src/frameworks/azure/arm/arm.js';
import { bicep } from '../../../src/frameworks/azure/bicep/bicep.js';
import type { Role } from '../../../src/model/identity.js';
import { read, stackOf } from './support.js';

beforeAll(async () => bicep.prepare?.());

const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const app = `resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders-app'
  kind: 'functionapp'
  identity: { type: 'SystemAssigned' }
  properties: {}
}
`;

function namesOf(roles: readonly Role[]): readonly string[] {
  return roles.flatMap(({ named }) => named.map(({ name, scope }) => `${name} on ${scope}`));
}

describe('roles of Bicep', () => {
  test.each([
    [
      'by the whole id',
      `'/subscriptions/11111111-1111-1111-1111-111111111111/providers/Microsoft.Authorization/roleDefinitions/${contributor}'`,
    ],
    ['by resourceId', `resourceId('Microsoft.Authorization/roleDefinitions', '${contributor}')`],
    ['by tenantResourceId', `tenantResourceId('Microsoft.Authorization/roleDefinitions', '${contributor}')`],
    ['by an existing definition', 'definition.id'],
    [
      'by a text around the subscription',
      `'\${subscription().id}/providers/Microsoft.Authorization/roleDefinitions/${contributor}'`,
    ],
  ])('are known %s', (_, written) => {
    const text = `${app}
resource definition 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '${contributor}'
}
resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: 'grant'
  properties: { roleDefinitionId: ${written}, principalId: app.identity.principalId }
}
`;
    expect(namesOf(stackOf(bicep, 'main.bicep', { 'main.bicep': text }).model.roles)).toEqual([
      'Contributor on project',
    ]);
  });
});

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const site = {
  type: 'Microsoft.Web/sites',
  name: 'orders-app',
  kind: 'functionapp',
  identity: { type: 'SystemAssigned' },
};

function template(resources: readonly object[], more: object = {}): string {
  return JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', resources, ...more });
}

function grant(principalId: string, roleDefinitionId: string): object {
  return {
    type: 'Microsoft.Authorization/roleAssignments',
    name: 'grant',
    properties: { principalId, roleDefinitionId },
  };
}

const definition = `[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${contributor}')]`;

describe('roles of templates', () => {
  test.each([
    [
      'the whole app',
      "[reference(resourceId('Microsoft.Web/sites', 'orders-app'), '2023-12-01', 'Full').identity.principalId]",
    ],
    [
      'the identity behind the app',
      "[reference(concat(resourceId('Microsoft.Web/sites', 'orders-app'), '/providers/Microsoft.ManagedIdentity/Identities/default'), '2018-11-30').principalId]",
    ],
  ])('belong to %s', (_, principal) => {
    const text = template([site, grant(principal, definition)]);
    expect(namesOf(stackOf(arm, 'main.json', { 'main.json': text }).model.roles)).toEqual(['Contributor on project']);
  });

  test('a nested template with names of its own takes arguments', () => {
    const principal =
      "[reference(resourceId('Microsoft.Web/sites', 'orders-app'), '2023-12-01', 'Full').identity.principalId]";
    const nested = {
      type: 'Microsoft.Resources/deployments',
      name: 'grants',
      properties: {
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: { role: { value: contributor }, principal: { value: principal } },
        template: {
          parameters: { role: { type: 'string' }, principal: { type: 'string' } },
          resources: [
            grant(
              "[parameters('principal')]",
              "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', parameters('role'))]",
            ),
          ],
        },
      },
    };
    const text = template([site, nested], { parameters: { role: { type: 'string', defaultValue: 'other' } } });
    expect(namesOf(stackOf(arm, 'main.json', { 'main.json': text }).model.roles)).toEqual(['Contributor on project']);
  });

  test('what was compiled from Bicep is judged there', () => {
    const text = template([site], { metadata: { _generator: { name: 'bicep', version: '0.30.0' } } });
    expect(read(arm, 'main.json', { 'main.json': text, 'main.bicep': app })).toBeUndefined();
    expect(read(arm, 'main.json', { 'main.json': text })?.model.functions.length).toBe(1);
  });
});
