import { beforeAll, describe, expect, test } from '@jest/globals';
import { excessivePermissions } from '../../../src/facts/permissions/permissions.js';
import { bicep } from '../../../src/frameworks/azure/bicep/bicep.js';
import type { Model } from '../../../src/model/model.js';
import { stackOf } from './support.js';

beforeAll(async () => bicep.prepare?.());

function modelOf(text: string, more: Readonly<Record<string, string>> = {}): Model {
  return stackOf(bicep, 'main.bicep', { 'main.bicep': text, ...more }).model;
}

function app(siteConfig = '', properties = ''): string {
  return `resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders-app'
  kind: 'functionapp'
  identity: { type: 'SystemAssigned' }
  properties: {
    ${properties}
    siteConfig: {
      ${siteConfig}
    }
  }
}
`;
}

const gateway = `resource gateway 'Microsoft.ApiManagement/service@2023-05-01-preview' = {
  name: 'orders-gateway'
}
resource api 'Microsoft.ApiManagement/service/apis@2023-05-01-preview' = {
  parent: gateway
  name: 'orders'
  properties: { path: 'orders', subscriptionRequired: false, serviceUrl: 'https://orders-app.azurewebsites.net/api' }
}
resource list 'Microsoft.ApiManagement/service/apis/operations@2023-05-01-preview' = {
  parent: api
  name: 'list'
  properties: { method: 'GET', urlTemplate: '/{id}' }
}
`;

function rules(value: string, format = 'rawxml', on = 'apis', parent = 'api'): string {
  return `resource rules 'Microsoft.ApiManagement/service/${on === '' ? '' : `${on}/`}policies@2023-05-01-preview' = {
  parent: ${parent}
  name: 'policy'
  properties: { format: '${format}', value: ${value} }
}
`;
}

describe('policies of a gateway', () => {
  test.each([
    ['none', '', ['none', 'absent', 'absent']],
    [
      'a limit and a token',
      rules('\'<rate-limit calls="5" /><validate-jwt header-name="Authorization" />\''),
      ['jwt', 'unknown', 'absent'],
    ],
    [
      'only in a remark',
      rules("'<policies><!-- <rate-limit /> <validate-jwt /> --></policies>'"),
      ['none', 'absent', 'absent'],
    ],
    [
      'a check of contents',
      rules('\'<validate-content unspecified-content-type-action="prevent" />\''),
      ['none', 'absent', 'known'],
    ],
    ['on the operation', rules("'<validate-jwt />'", 'xml', 'apis/operations', 'list'), ['jwt', 'absent', 'absent']],
    [
      'on the whole gateway',
      rules('\'<quota-by-key calls="9" />\'', 'xml', '', 'gateway'),
      ['none', 'unknown', 'absent'],
    ],
    [
      'a fragment that is elsewhere',
      rules('\'<include-fragment fragment-id="all" />\''),
      ['unknown', 'unknown', 'unknown'],
    ],
    ['a link', rules("'https://example.com/policy.xml'", 'rawxml-link'), ['unknown', 'unknown', 'unknown']],
    ['a parameter', `param text string\n${rules('text')}`, ['unknown', 'unknown', 'unknown']],
    ['a file that is not there', rules("loadTextContent('policy.xml')"), ['unknown', 'unknown', 'unknown']],
    ['a file outside', rules("loadTextContent('../../policy.xml')"), ['unknown', 'unknown', 'unknown']],
  ])('%s', (_, text, expected) => {
    const [route] = modelOf(gateway + text).routes;
    const auth = route?.auth.kind === 'known' ? route.auth.value.kind : route?.auth.kind;
    expect([auth, route?.throttle.kind, route?.validation.kind]).toEqual(expected);
  });

  test('an API whose tokens the backend reads is not known to be open', () => {
    const settings =
      "authenticationSettings: { oAuth2: { authorizationServerId: 'login' } }, subscriptionRequired: false";
    const [route] = modelOf(gateway.replace('subscriptionRequired: false', settings)).routes;
    expect(route?.auth.kind).toBe('unknown');
  });

  test('a file of the repository is loaded and belongs to the stack', () => {
    const texts = { 'main.bicep': gateway + rules("loadTextContent('policy.xml')"), 'policy.xml': '<validate-jwt />' };
    const { model, files } = stackOf(bicep, 'main.bicep', texts);
    expect(model.routes[0]?.auth).toMatchObject({ kind: 'known', value: { kind: 'jwt' } });
    expect(files).toContain('policy.xml');
  });
});

describe('the address of an app behind a gateway', () => {
  test.each([
    ['stays open by default', app(), 'absent'],
    ['is closed by rules', app("ipSecurityRestrictions: [{ ipAddress: 'ApiManagement', tag: 'ServiceTag' }]"), false],
    [
      'stays open to everyone who is listed',
      app("ipSecurityRestrictions: [{ ipAddress: 'Any', action: 'Allow' }]"),
      'absent',
    ],
    ['is closed by default', app("ipSecurityRestrictionsDefaultAction: 'Deny'"), false],
    ['is not known with rules from elsewhere', `param config object\n${app('...config')}`, 'unknown'],
  ])('%s', (_, text, expected) => {
    const [site] = modelOf(text + gateway).apis;
    expect(site?.domain).toBeDefined();
    expect(site?.defaultEndpoint.kind === 'known' ? site.defaultEndpoint.value : site?.defaultEndpoint.kind).toBe(
      expected,
    );
  });

  test('without a gateway nothing stands in front', () => {
    expect(modelOf(app()).apis[0]?.domain).toBeUndefined();
  });
});

describe('custom roles', () => {
  const assigned = `resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: 'grant'
  properties: { roleDefinitionId: custom.id, principalId: app.identity.principalId }
}
`;
  test.each([
    ['all of a provider', "actions: ['Microsoft.Storage/*']", [['wide-action', 'high']]],
    ['all of a type', "actions: ['Microsoft.Storage/storageAccounts/*']", [['wide-action', 'medium']]],
    ['all data of a provider', "dataActions: ['Microsoft.ServiceBus/*']", [['wide-action', 'high']]],
    ['reading only', "actions: ['Microsoft.Storage/*/read', '*/read']", []],
    ['assigning roles', "actions: ['Microsoft.Authorization/roleAssignments/write']", [['escalation', 'high']]],
    [
      'writing without roles',
      "actions: ['*/write'], notActions: ['Microsoft.Authorization/*']",
      [['wide-action', 'high']],
    ],
    ['everything', "actions: ['*']", [['admin', 'high']]],
    ['metrics', "actions: ['Microsoft.Insights/*']", [['wide-action', 'low']]],
  ])('%s', (_, permission, expected) => {
    const custom = `resource custom 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: 'custom'
  properties: { roleName: 'Custom', permissions: [{ ${permission} }] }
}
`;
    const { roles } = modelOf(app() + custom + assigned);
    const found = roles.flatMap((role) => excessivePermissions(role)).map(({ kind, weight }) => [kind, weight]);
    expect(found).toEqual(expected);
  });
});

describe('plans', () => {
  test.each([
    ['consumption', 'Y1', 'absent'],
    ['a dedicated plan', 'P1v3', 'known'],
    ['an elastic plan without a bound', 'EP1', 'absent'],
  ])('%s', (_, sku, expected) => {
    const plan = `resource plan 'Microsoft.Web/serverfarms@2023-12-01' = { name: 'plan', sku: { name: '${sku}' } }\n`;
    const [fn] = modelOf(plan + app('', 'serverFarmId: plan.id')).functions;
    expect(fn?.concurrency.kind).toBe(expected);
  });
});

describe('subscriptions of Event Grid', () => {
  test.each([
    ['by the id of the app', "'${app.id}/functions/Import'", 'app'],
    ['by the type of functions', "resourceId('Microsoft.Web/sites/functions', 'orders-app', 'Import')", 'app'],
    ['by a parameter', 'target', undefined],
  ])('the function is found %s', (_, link, expected) => {
    const subscription = `param target string
resource imports 'Microsoft.EventGrid/eventSubscriptions@2022-06-15' = {
  name: 'imports'
  properties: { destination: { endpointType: 'AzureFunction', properties: { resourceId: ${link} } } }
}
`;
    const [trigger] = modelOf(app() + subscription).triggers;
    expect(trigger?.function).toBe(expected);
    expect(trigger?.onFailure.kind).toBe('absent');
  });
});
