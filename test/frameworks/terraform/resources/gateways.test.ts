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

const gateway = resource('api_management', 'g', 'name = "g"');
const api = (lines = '') =>
  resource('api_management_api', 'a', `api_management_name = azurerm_api_management.g.name\n${lines}`);
const operation = resource(
  'api_management_api_operation',
  'o',
  'api_name = azurerm_api_management_api.a.name\nmethod = "POST"\nurl_template = "/orders"',
);
const policy = (xml: string) =>
  resource(
    'api_management_api_policy',
    'p',
    `api_name = azurerm_api_management_api.a.name\nxml_content = "<policies><inbound>${xml}</inbound></policies>"`,
  );
const unknownPolicy = `variable "xml" {}\n${resource('api_management_policy', 'all', 'xml_content = var.xml')}`;

describe('whether an API limits its requests', () => {
  test.each([
    ['not without policies', gateway + api(), kind('absent')],
    ['not by other policies', gateway + api() + policy('<cors/>'), kind('absent')],
    ['by its policy', gateway + api() + policy("<rate-limit calls='9'/>"), kind('known')],
    ['for each key', gateway + api() + policy("<quota-by-key calls='9'/>"), kind('known')],
    ['perhaps, by a fragment', gateway + api() + policy("<include-fragment fragment-id='x'/>"), kind('unknown')],
    ['perhaps, by a policy that is not known', gateway + api() + unknownPolicy, kind('unknown')],
    ['perhaps, in a gateway elsewhere', api(), kind('unknown')],
    [
      'by the policy of a product',
      gateway +
        api() +
        resource(
          'api_management_product_policy',
          'p',
          'xml_content = "<policies><rate-limit calls=\'1\'/></policies>"',
        ),
      kind('known'),
    ],
  ])('%s', (_, text, throttle) => {
    const found = modelOf(text).apis.find(({ id }) => id === 'azurerm_api_management_api.a');
    expect(found?.throttle).toEqual(throttle);
  });
});

describe('what callers of an operation prove', () => {
  const anyone = api('subscription_required = false');
  test.each([
    ['a key', api(), known({ kind: 'api-key' })],
    ['nothing', anyone, known({ kind: 'none' })],
    ['who they are', anyone + policy("<validate-jwt header-name='Authorization'/>"), known({ kind: 'jwt' })],
    [
      'nothing, where a check is a comment',
      `${anyone}${policy('<!-- <validate-jwt/> --><base/>')}`,
      known({ kind: 'none' }),
    ],
    [
      'nothing, where answers are decided by conditions',
      `${anyone}${policy('<base/></inbound><outbound><choose/></outbound><inbound>')}`,
      known({ kind: 'none' }),
    ],
    ['what is decided by conditions', anyone + policy('<choose/>'), kind('unknown')],
    ['what is not known', anyone + unknownPolicy, kind('unknown')],
  ])('%s', (_, text, auth) => {
    expect(modelOf(gateway + operation + text).routes.map((route) => route.auth)).toEqual([auth]);
  });
});

test.each([
  ['', '/orders'],
  ['path = "shop"', '/shop/orders'],
  ['path = var.path', '/orders'],
])('an operation stands below the path of its API: %s', (lines, path) => {
  const text = `variable "path" {}\n${gateway}${operation}${api(lines)}`;
  expect(modelOf(text).routes.map((route) => route.path)).toEqual([path]);
});

describe('whether bodies are checked', () => {
  test.each([
    ['not without policies', '', kind('absent')],
    ['by the policy of the API', policy('<validate-content/>'), known(true)],
    ['perhaps', unknownPolicy, kind('unknown')],
  ])('%s', (_, text, validation) => {
    expect(modelOf(gateway + api() + operation + text).routes[0]?.validation).toEqual(validation);
  });
});

describe('whether a gateway keeps logs', () => {
  const settings = (target: string) => resource('monitor_diagnostic_setting', 'd', `target_resource_id = ${target}`);
  test.each([
    ['not at all', '', kind('absent')],
    ['in a workspace', settings('azurerm_api_management.g.id'), kind('known')],
    [
      'not by the settings of another',
      resource('key_vault', 'k', '') + settings('azurerm_key_vault.k.id'),
      kind('absent'),
    ],
    ['perhaps, by settings of something unknown', `variable "t" {}\n${settings('var.t')}`, kind('known')],
  ])('%s', (_, text, log) => expect(modelOf(gateway + text).apis[0]?.accessLog).toEqual(log));
});

describe('what stands in front of an app', () => {
  const app = (lines = '') => resource('linux_function_app', 'f', lines);
  const host = 'azurerm_linux_function_app.f.default_hostname';
  const front = resource('cdn_frontdoor_origin', 'o', `host_name = ${host}`);
  test.each([
    ['nothing', app(), false],
    ['a front door', app() + front, true],
    ['a gateway', app() + resource('api_management_backend', 'b', `url = "https://\${${host}}/api"`), true],
    ['an API', app() + gateway + api(`service_url = "https://\${${host}}/api"`), true],
  ])('%s', (_, text, stands) => {
    const found = modelOf(text).apis.find(({ api: of }) => of === 'azure');
    expect(found?.domain !== undefined).toBe(stands);
  });

  test('an app that lets nobody else in answers to its front alone', () => {
    const closed = 'site_config {\nip_restriction_default_action = "Deny"\n}';
    expect(modelOf(app(closed) + front).apis[0]?.defaultEndpoint).toEqual(known(false));
  });
});
