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
const run = 'resource "google_cloud_run_v2_service" "s" {\n  name = "s"\n}\n';

function binding(form: string, lines: string): string {
  return `resource "google_cloud_run_v2_service_iam_${form}" "b" {\n  name = google_cloud_run_v2_service.s.name\n  role = "roles/run.invoker"\n  ${lines}\n}\n`;
}

describe('who may call a Google function', () => {
  test.each([
    ['nobody without a binding', '', known({ kind: 'iam' })],
    ['everybody', binding('member', 'member = "allUsers"'), known({ kind: 'none' })],
    ['everybody among others', binding('binding', 'members = ["user:a@b.test", "allUsers"]'), known({ kind: 'none' })],
    ['a group', binding('member', 'member = "group:a@b.test"'), known({ kind: 'iam' })],
    [
      'members that are not known',
      `variable "m" {}\n${binding('member', 'member = var.m')}`,
      expect.objectContaining({ kind: 'unknown' }),
    ],
  ])('%s', (_, more, auth) => expect(modelOf(`${run}${more}`).routes[0]?.auth).toEqual(auth));

  test('a binding is taken away whole', () => {
    const text = `${run}${binding('member', 'member = "allUsers"')}`;
    const auth = modelOf(text).routes[0]?.auth;
    const edits = auth?.kind === 'known' ? auth.write({ kind: 'iam' }) : undefined;
    expect(edits).toEqual([{ path: 'infra/main.tf', start: run.length, end: text.length, text: '' }]);
  });

  test('a function that events start has no address', () => {
    const text = 'resource "google_cloudfunctions2_function" "f" {\n  event_trigger {\n    event_type = "x"\n  }\n}\n';
    expect(modelOf(text).routes).toEqual([]);
  });
});

test('roles of a service account by where they are bound', () => {
  const account = 'resource "google_service_account" "a" {}\n';
  const bind = (scope: string, line: string) =>
    `resource "google_${scope}_iam_member" "b" {\n  ${line}\n  role   = "roles/editor"\n  member = "serviceAccount:\${google_service_account.a.email}"\n}\n`;
  const text = `${account}${bind('project', 'project = "p"')}${bind('pubsub_topic', 'topic = "t"')}`;
  expect(modelOf(text).roles.map(({ id, named }) => [id, named.map(({ scope }) => scope)])).toEqual([
    ['google_service_account.a', ['project', 'resource']],
  ]);
});

describe('runtimes of Azure function apps', () => {
  test.each([
    ['node_version = "22"', known('node|22')],
    ['python_version = "3.12"', known('python|3.12')],
    ['dotnet_version = "v8.0"', known('dotnet|8')],
    ['dotnet_version = "v8.0"\nuse_dotnet_isolated_runtime = true', known('dotnet-isolated|8')],
    ['powershell_core_version = "7.4"', known('powershell|7.4')],
    ['', expect.objectContaining({ kind: 'unknown' })],
  ])('%s', (line, expected) => {
    const text = `resource "azurerm_linux_function_app" "f" {\n  site_config {\n    application_stack {\n      ${line}\n    }\n  }\n}\n`;
    expect(modelOf(text).functions[0]?.runtime).toEqual(expected);
  });
});

describe('runtimes that are said otherwise', () => {
  const settings = (worker: string, more = '') =>
    `app_settings = {\nFUNCTIONS_WORKER_RUNTIME = "${worker}"\n${more}\n}\n`;
  const node = 'WEBSITE_NODE_DEFAULT_VERSION = "~14"';
  const site = (line: string) => `site_config {\n${line}\n}\n`;

  test.each([
    ['an older app on Linux', 'function_app', site('linux_fx_version = "PYTHON|3.9"'), known('python|3.9')],
    ['an image', 'function_app', site('linux_fx_version = "DOCKER|x:1"'), expect.objectContaining({ kind: 'unknown' })],
    ['a setting of an app on Windows', 'windows_function_app', settings('node', node), known('node|14')],
    [
      'a setting that apps on Linux pay no heed to',
      'linux_function_app',
      settings('node', node),
      expect.objectContaining({ kind: 'unknown' }),
    ],
    ['Java of an older app', 'function_app', settings('java') + site('java_version = "1.8"'), known('java|8')],
    ['.NET inside the host', 'function_app', settings('dotnet'), known('dotnet')],
    [
      '.NET of an older app',
      'function_app',
      settings('dotnet-isolated') + site('dotnet_framework_version = "v6.0"'),
      known('dotnet-isolated|6'),
    ],
  ])('%s', (_, type, lines, expected) => {
    const text = `resource "azurerm_${type}" "f" {\n${lines}}\n`;
    expect(modelOf(text).functions[0]?.runtime).toEqual(expected);
  });
});
