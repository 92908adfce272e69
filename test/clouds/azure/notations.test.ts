import { beforeAll, describe, expect, test } from '@jest/globals';
import { bicep } from '../../../src/frameworks/azure/bicep/bicep.js';
import { terraform } from '../../../src/frameworks/terraform/terraform.js';
import type { Model } from '../../../src/model/model.js';
import { stackOf } from '../../frameworks/azure/support.js';

beforeAll(async () => {
  await bicep.prepare?.();
  await terraform.prepare?.();
});

function bicepModel(text: string): Model {
  return stackOf(bicep, 'main.bicep', { 'main.bicep': text }).model;
}

function terraformModel(text: string): Model {
  return stackOf(terraform, 'infra', { 'infra/main.tf': text }).model;
}

function declared(type: string, name: string, lines: string): string {
  return `resource ${name} '${type}@2023-12-01' = {\n${lines}\n}\n`;
}

function resource(type: string, name: string, lines: string): string {
  return `resource "azurerm_${type}" "${name}" {\n${lines}\n}\n`;
}

const site = (lines = '') => declared('Microsoft.Web/sites', 'f', `name: 'orders'\nkind: 'functionapp'\n${lines}`);
const app = (lines = '') => resource('windows_function_app', 'f', `name = "orders"\n${lines}`);

const part = (name: string, lines: string) =>
  declared('Microsoft.Web/sites/config', 'c', `parent: f\nname: '${name}'\nproperties: {\n${lines}\n}`);

const service = declared('Microsoft.ApiManagement/service', 'g', "name: 'shop'\nproperties: {}");
const published = (lines = '') =>
  declared(
    'Microsoft.ApiManagement/service/apis',
    'a',
    `parent: g\nname: 'a'\nproperties: {\npath: 'shop'\n${lines}\n}`,
  );
const operation = declared(
  'Microsoft.ApiManagement/service/apis/operations',
  'o',
  "parent: a\nname: 'o'\nproperties: {\nmethod: 'GET'\nurlTemplate: '/orders'\n}",
);
const gateway = resource('api_management', 'g', 'name = "shop"');
const api = (lines = '') =>
  resource('api_management_api', 'a', `api_management_name = azurerm_api_management.g.name\npath = "shop"\n${lines}`);
const called = resource(
  'api_management_api_operation',
  'o',
  'api_name = azurerm_api_management_api.a.name\nmethod = "GET"\nurl_template = "/orders"',
);

const bound = (level: string, more = '') =>
  declared(
    'Microsoft.Web/sites/functions',
    'x',
    `parent: f\nname: 'x'\nproperties: {\n${more}\nconfig: {\nbindings: [{ type: 'httpTrigger', authLevel: '${level}', methods: ['get', 'post'] }]\n}\n}`,
  );
const boundIn = (level: string, more = '') =>
  resource(
    'function_app_function',
    'x',
    `name = "x"\nfunction_app_id = azurerm_windows_function_app.f.id\n${more}\nconfig_json = jsonencode({ bindings = [{ type = "httpTrigger", authLevel = "${level}", methods = ["get", "post"] }] })`,
  );

const word = ({ kind, ...rest }: { readonly kind: string; readonly value?: unknown }) =>
  kind === 'known' ? rest.value : kind;

const routes = ({ routes: all }: Model) => all.map(({ method, path, auth }) => [method, path, word(auth)]);
const signIn = ({ apis }: Model) => apis.map((one) => one.signIn && word(one.signIn));
const kept = ({ logGroups }: Model) => logGroups.map(({ retention }) => word(retention));
const logged = ({ apis }: Model) => apis.map(({ id, accessLog }) => [id.split('.').at(-1), accessLog.kind]);
const started = ({ triggers, functions }: Model) =>
  triggers.map(({ trigger, function: of }) => [trigger, functions.some(({ id }) => id === of)]);

describe('the same in Bicep and in Terraform', () => {
  test.each([
    [
      'a function with two methods is one route',
      [site() + bound('anonymous'), app() + boundIn('anonymous')],
      routes,
      [['GET,POST', '/api/x', { kind: 'none' }]],
    ],
    [
      'a function that is off has no route',
      [site() + bound('anonymous', 'isDisabled: true'), app() + boundIn('anonymous', 'enabled = false')],
      routes,
      [],
    ],
    [
      'older sign-in that lets anonymous callers in is none',
      [
        site() + part('authsettings', "enabled: true\nunauthenticatedClientAction: 'AllowAnonymous'"),
        app('auth_settings {\nenabled = true\nunauthenticated_client_action = "AllowAnonymous"\n}'),
      ],
      signIn,
      [false],
    ],
    [
      'sign-in that may be off is not known',
      [
        `param on bool\n${site()}${part('authsettingsV2', 'platform: { enabled: on }\nglobalValidation: { requireAuthentication: true }')}`,
        `variable "on" {}\n${app('auth_settings_v2 {\nauth_enabled = var.on\nrequire_authentication = true\nlogin {}\n}')}`,
      ],
      signIn,
      ['unknown'],
    ],
    [
      'operations stand below the path of their API',
      [service + published() + operation, gateway + api() + called],
      routes,
      [['GET', '/shop/orders', { kind: 'api-key' }]],
    ],
    ['a gateway without APIs keeps no log', [service, gateway], logged, [['g', 'absent']]],
    [
      'the log of a vault is not that of a gateway',
      [
        `${service}${published()}${declared('Microsoft.KeyVault/vaults', 'v', "name: 'v'\nproperties: {}")}${declared('Microsoft.Insights/diagnosticSettings', 'd', "name: 'd'\nscope: v\nproperties: {}")}`,
        `${gateway}${api()}${resource('key_vault', 'v', 'name = "v"')}${resource('monitor_diagnostic_setting', 'd', 'target_resource_id = azurerm_key_vault.v.id')}`,
      ],
      logged,
      [['a', 'absent']],
    ],
    [
      'Application Insights keeps what it is sent for so long',
      [
        declared('Microsoft.Insights/components', 'i', "name: 'i'\nproperties: { RetentionInDays: 30 }"),
        resource('application_insights', 'i', 'name = "i"\nretention_in_days = 30'),
      ],
      kept,
      [30],
    ],
    [
      'a webhook at the address of an app starts it',
      [
        `${site()}${declared('Microsoft.EventGrid/eventSubscriptions', 's', "name: 's'\nproperties: {\ndestination: {\nendpointType: 'WebHook'\nproperties: { endpointUrl: 'https://${f.properties.defaultHostName}/api/x' }\n}\n}")}`,
        `${app()}${resource('eventgrid_event_subscription', 's', 'webhook_endpoint {\nurl = "https://${azurerm_windows_function_app.f.default_hostname}/api/x"\n}')}`,
      ],
      started,
      [['cloudevent', true]],
    ],
  ])('%s', (_, [inBicep = '', inTerraform = ''], told, expected) => {
    expect([told(bicepModel(inBicep)), told(terraformModel(inTerraform))]).toEqual([expected, expected]);
  });
});

describe('what is written goes where Terraform has it', () => {
  const edited = (text: string, edits: ReturnType<() => readonly { start: number; end: number; text: string }[]>) =>
    edits.reduceRight((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text);
  const written = <W>(setting: { kind: string; write?: (word: W) => unknown } | undefined, to: W) =>
    (setting?.write?.(to) ?? []) as readonly { start: number; end: number; text: string }[];

  test('instances of a flexible app', () => {
    const text = resource('function_app_flex_consumption', 'f', '  runtime_name    = "node"\n  runtime_version = "22"');
    const edits = written(terraformModel(text).functions[0]?.concurrency, 40);
    expect(edited(text, edits)).toContain('  maximum_instance_count = 40');
  });

  test.each([
    ['linux', 'node_version = "18"', 'node|22', 'node_version = "22"'],
    ['windows', 'node_version = "~18"', 'node|22', 'node_version = "~22"'],
    ['linux', 'dotnet_version = "6.0"', 'dotnet|8', 'dotnet_version = "8.0"'],
    ['windows', 'dotnet_version = "v6.0"', 'dotnet|8', 'dotnet_version = "v8.0"'],
    ['linux', 'dotnet_version = "6.0"', 'dotnet-isolated|8', 'dotnet_version = "6.0"'],
  ])('the stack of an app on %s: %s', (system, line, to, expected) => {
    const text = resource(`${system}_function_app`, 'f', `site_config {\napplication_stack {\n${line}\n}\n}`);
    expect(edited(text, written(terraformModel(text).functions[0]?.runtime, to))).toContain(expected);
  });

  test('the guard of an account by its older name', () => {
    const text = resource('storage_account', 's', 'name = "s"\nallow_blob_public_access = true');
    const edits = written<true>(terraformModel(text).stores[0]?.publicAccess?.blocked, true);
    expect(edited(text, edits)).toContain('allow_blob_public_access = false');
  });
});
