import { beforeAll, describe, expect, test } from '@jest/globals';
import { terraform } from '../../../../src/frameworks/terraform/terraform.js';
import type { Model } from '../../../../src/model/model.js';
import { heldFiles } from '../../../support/examples.js';
import { parsedStack } from '../../../support/parsed.js';

beforeAll(async () => terraform.prepare?.());

function modelOf(text: string): Model {
  const model = parsedStack(terraform, 'infra', heldFiles(new Map([['infra/main.tf', text]])))?.model;
  if (model === undefined) throw new Error('There is no stack.');
  return model;
}

const known = (value: unknown) => expect.objectContaining({ kind: 'known', value });
const kind = (word: string) => expect.objectContaining({ kind: word });

function resource(type: string, name: string, lines: string): string {
  return `resource "azurerm_${type}" "${name}" {\n${lines}\n}\n`;
}

function app(lines: string, type = 'linux_function_app'): string {
  return resource(type, 'f', lines);
}

const insights = resource('application_insights', 'i', 'name = "i"');
const unset = (name: string) => `variable "${name}" {}\n`;

describe('whether an app is traced', () => {
  test.each([
    ['not at all', 'site_config {}', kind('absent')],
    ['by the site', 'site_config {\napplication_insights_connection_string = var.s\n}', known('active')],
    ['by a setting', 'app_settings = {\nAPPINSIGHTS_INSTRUMENTATIONKEY = var.s\n}', known('active')],
    ['perhaps, by settings elsewhere', 'app_settings = var.s', kind('unknown')],
    ['perhaps, by merged settings', 'app_settings = merge(var.s, { A = "b" })', kind('unknown')],
    ['not by an empty text', 'app_settings = {\nAPPINSIGHTS_INSTRUMENTATIONKEY = ""\n}', kind('absent')],
  ])('%s', (_, lines, tracing) => expect(modelOf(unset('s') + app(lines)).functions[0]?.tracing).toEqual(tracing));

  test('the only Application Insights of the stack is offered', () => {
    const tracing = modelOf(insights + app('site_config {\n}')).functions[0]?.tracing;
    const edits = tracing?.kind === 'absent' ? tracing.write('active') : undefined;
    expect(edits?.[0]?.text).toContain(
      'application_insights_connection_string = azurerm_application_insights.i.connection_string',
    );
  });
});

describe('whether an app logs', () => {
  test.each([
    ['built in by default', 'site_config {}', kind('absent')],
    ['not built in, and nothing else', 'builtin_logging_enabled = false', known(false)],
    ['not built in, older word', 'enable_builtin_logging = false', known(false)],
    [
      'not built in, but to Application Insights',
      'builtin_logging_enabled = false\nsite_config {\napplication_insights_key = "k"\n}',
      kind('absent'),
    ],
    [
      'not at any level',
      'app_settings = {\nAzureFunctionsJobHost__logging__logLevel__default = "None"\n}',
      known(false),
    ],
  ])('%s', (_, lines, logging) => expect(modelOf(app(lines)).functions[0]?.logging).toEqual(logging));
});

describe('how many instances may run', () => {
  const plan = (sku: string) => resource('service_plan', 'p', `sku_name = "${sku}"`);
  const on = 'service_plan_id = azurerm_service_plan.p.id\n';
  test.each([
    ['any number on a consumption plan', plan('Y1') + app(on), kind('absent')],
    ['any number on an elastic plan', plan('EP1') + app(on), kind('absent')],
    ['those of a dedicated plan', plan('B1') + app(on), known(1)],
    ['the scale limit', plan('Y1') + app(`${on}site_config {\napp_scale_limit = 7\n}`), known(7)],
    ['no limit, said as zero', plan('Y1') + app(`${on}site_config {\napp_scale_limit = 0\n}`), known(-1)],
    ['what the quota of a day lets', plan('Y1') + app(`${on}daily_memory_time_quota = 400000`), known(400000)],
    ['unknown on a plan elsewhere', unset('p') + app('service_plan_id = var.p'), kind('unknown')],
    ['flexible', app('maximum_instance_count = 40', 'function_app_flex_consumption'), known(40)],
  ])('%s', (_, text, limit) => expect(modelOf(text).functions[0]?.concurrency).toEqual(limit));
});

describe('who reaches an app', () => {
  const restricted = (lines: string) => `site_config {\n${lines}\n}`;
  test.each([
    ['everybody', '', kind('absent')],
    ['nobody outside', 'public_network_access_enabled = false', known('private')],
    ['an address', restricted('ip_restriction {\nip_address = "10.0.0.0/8"\n}'), known('private')],
    ['a list of addresses', restricted('ip_restriction = [{ ip_address = "10.0.0.0/8" }]'), known('private')],
    ['every address', restricted('ip_restriction {\nip_address = "0.0.0.0/0"\n}'), kind('absent')],
    ['all but some', restricted('ip_restriction {\nip_address = "1.2.3.4/32"\naction = "Deny"\n}'), kind('absent')],
    ['nobody by default', restricted('ip_restriction_default_action = "Deny"'), known('private')],
    ['those of a list that is not known', restricted('ip_restriction = var.list'), kind('unknown')],
  ])('%s', (_, lines, visibility) =>
    expect(modelOf(unset('list') + app(lines)).apis[0]?.visibility).toEqual(visibility),
  );

  test('a private endpoint leaves it open whether there is another', () => {
    const endpoint = resource(
      'private_endpoint',
      'e',
      'private_service_connection {\nprivate_connection_resource_id = azurerm_linux_function_app.f.id\n}',
    );
    expect(modelOf(app('') + endpoint).apis[0]?.visibility.kind).toBe('unknown');
  });
});

describe('what callers of a function prove', () => {
  const fn = (level: string) =>
    resource(
      'function_app_function',
      'x',
      `name = "x"\nfunction_app_id = azurerm_linux_function_app.f.id\nconfig_json = jsonencode({ bindings = [{ ${level}type = "httpTrigger", methods = ["get", "post"] }] })`,
    );
  const signIn = (lines: string) => `auth_settings_v2 {\n${lines}\nlogin {}\n}`;
  test.each([
    ['nothing', app('') + fn('authLevel = "anonymous", '), known({ kind: 'none' })],
    ['a key', app('') + fn('authLevel = "function", '), known({ kind: 'function-key' })],
    ['a key by default', app('') + fn(''), known({ kind: 'function-key' })],
    [
      'who they are',
      app(signIn('auth_enabled = true\nrequire_authentication = true')) + fn('authLevel = "anonymous", '),
      known({ kind: 'entra', authorizer: 'sign-in' }),
    ],
    [
      'nothing while sign-in is off',
      app(signIn('auth_enabled = false\nrequire_authentication = true')) + fn('authLevel = "anonymous", '),
      known({ kind: 'none' }),
    ],
    [
      'nothing where strangers may pass',
      app(signIn('auth_enabled = true\nunauthenticated_action = "AllowAnonymous"')) + fn('authLevel = "anonymous", '),
      known({ kind: 'none' }),
    ],
    [
      'who they are, older words',
      app('auth_settings {\nenabled = true\n}', 'function_app') +
        fn('authLevel = "anonymous", ').replace('azurerm_linux_function_app', 'azurerm_function_app'),
      known({ kind: 'entra', authorizer: 'sign-in' }),
    ],
    [
      'what is not known',
      unset('on') + app(signIn('auth_enabled = var.on')) + fn('authLevel = "anonymous", '),
      kind('unknown'),
    ],
  ])('%s', (_, text, auth) => {
    const [route] = modelOf(text).routes;
    expect([route?.method, route?.path, route?.auth]).toEqual(['GET,POST', '/api/x', auth]);
  });
});

describe('what the identity of an app may do', () => {
  const own = 'principal_id = azurerm_linux_function_app.f.identity[0].principal_id\n';
  const subscription = 'scope = data.azurerm_subscription.s.id\n';
  const assign = (lines: string) => resource('role_assignment', 'a', lines);
  const data = 'data "azurerm_subscription" "s" {}\n';
  const identity = 'identity {\ntype = "SystemAssigned"\n}';
  test.each([
    ['by name', assign(`${own}${subscription}role_definition_name = "Contributor"`), 'Contributor'],
    [
      'by identifier',
      assign(
        `${own}${subscription}role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"`,
      ),
      'Owner',
    ],
    [
      'by a data source',
      `data "azurerm_role_definition" "d" {\nname = "Contributor"\n}\n${assign(`${own}${subscription}role_definition_id = "\${data.azurerm_subscription.s.id}\${data.azurerm_role_definition.d.id}"`)}`,
      'Contributor',
    ],
  ])('%s', (_, text, name) => {
    const [role] = modelOf(data + app(identity) + text).roles;
    expect(role).toMatchObject({
      id: 'azurerm_linux_function_app.f/identity',
      users: ['azurerm_linux_function_app.f'],
    });
    expect(role?.named).toEqual([expect.objectContaining({ name, scope: 'project' })]);
  });

  test('a role of the stack gives its actions', () => {
    const definition = resource(
      'role_definition',
      'd',
      `name = "d"\n${subscription}permissions {\nactions = ["*"]\nnot_actions = ["Microsoft.Authorization/*/write"]\n}`,
    );
    const text = assign(
      `${own}${subscription}role_definition_id = azurerm_role_definition.d.role_definition_resource_id`,
    );
    const [role] = modelOf(data + app(identity) + definition + text).roles;
    expect(role?.grants.map(({ effect, actions }) => [effect, actions.terms.map((term) => term.text)])).toEqual([
      ['allow', ['*']],
      ['deny', ['Microsoft.Authorization/*/write']],
    ]);
  });
});

describe('secrets of what is no function', () => {
  test.each([
    ['a web app', 'linux_web_app', 'app_settings = {\nDB_PASSWORD = "p"\n}', ['app_settings.DB_PASSWORD']],
    [
      'a reference to a vault',
      'linux_web_app',
      'app_settings = {\nDB_PASSWORD = "@Microsoft.KeyVault(SecretUri=https://v.test/s)"\n}',
      [],
    ],
    [
      'variables of containers',
      'container_app',
      'template {\ncontainer {\nenv {\nname = "DB_PASSWORD"\nvalue = "p"\n}\nenv {\nname = "MODE"\nvalue = "p"\n}\n}\n}',
      ['template.container.env.DB_PASSWORD'],
    ],
  ])('%s', (_, type, lines, names) => {
    const text = `resource "azurerm_${type}" "x" {\n${lines}\n}\n`;
    expect(modelOf(text).texts?.map(({ name }) => name)).toEqual(names);
  });
});
