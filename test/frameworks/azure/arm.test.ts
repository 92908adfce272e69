import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { arm } from '../../../src/frameworks/azure/arm/arm.js';
import type { Setting } from '../../../src/model/setting.js';
import { read, stackOf } from './support.js';

beforeAll(async () => arm.prepare?.());

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

interface Parts {
  readonly parameters?: unknown;
  readonly variables?: unknown;
  readonly resources?: unknown;
}

function template(parts: Parts): string {
  return JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', ...parts }, null, 2);
}

function site(limit: unknown, more: object = {}): object {
  const properties = { siteConfig: { functionAppScaleLimit: limit } };
  return {
    type: 'Microsoft.Web/sites',
    apiVersion: '2023-12-01',
    name: 'orders',
    kind: 'functionapp',
    properties,
    ...more,
  };
}

function limitOf(text: string, others: Readonly<Record<string, string>> = {}): Setting<number> | undefined {
  return stackOf(arm, 'main.json', { 'main.json': text, ...others }).model.functions[0]?.concurrency;
}

function told(setting: Setting<number> | undefined): unknown {
  if (setting?.kind === 'known') return [setting.value, setting.confidence];
  if (setting?.kind === 'choice') return setting.cases.map((one) => told(one.setting));
  return setting?.kind;
}

describe('what an expression comes to', () => {
  const parameters = {
    limit: { type: 'int', defaultValue: 20 },
    env: { type: 'string' },
    size: { type: 'int', allowedValues: [5, 10] },
  };
  const variables = { limits: { small: 5 }, a: "[variables('b')]", b: "[variables('a')]", list: [7, 8] };
  test.each([
    ['a number', 20, [20, 'high']],
    ['a parameter with a default', "[parameters('limit')]", [20, 'medium']],
    ['its name in other letters', "[parameters('LIMIT')]", [20, 'medium']],
    [
      'a parameter with allowed values',
      "[parameters('size')]",
      [
        [5, 'high'],
        [10, 'high'],
      ],
    ],
    ['a parameter without a default', "[parameters('env')]", 'unknown'],
    ['a member of a variable', "[variables('limits').small]", [5, 'high']],
    ['an item of a list', "[variables('list')[1]]", [8, 'high']],
    [
      'a condition',
      "[if(equals(parameters('env'), 'prod'), 50, 5)]",
      [
        [50, 'high'],
        [5, 'high'],
      ],
    ],
    ['a text of several parts', "[int(concat('2', '0'))]", [20, 'high']],
    ['a text with quotes in it', "[length(createArray('it''s', ')'))]", [2, 'high']],
    ['a variable defined by itself', "[variables('a')]", 'unknown'],
    ['an expression that is not valid', "[concat('a',]", 'unknown'],
    ['an unknown function', '[fancy(1)]', 'unknown'],
  ])('%s', (_, limit, expected) => {
    expect(told(limitOf(template({ parameters, variables, resources: [site(limit)] })))).toEqual(expected);
  });

  test('a parameter file beside the template decides', () => {
    const text = template({ parameters, resources: [site("[parameters('limit')]")] });
    const file = JSON.stringify({ parameters: { limit: { value: 40 } } });
    expect(told(limitOf(text, { 'main.parameters.json': file }))).toEqual([40, 'high']);
  });
});

describe('resources', () => {
  test('with symbolic names, in nested deployments and inside others are found', () => {
    const nested = {
      type: 'Microsoft.Resources/deployments',
      name: 'n',
      properties: { template: { resources: [site(1)] } },
    };
    const account = {
      type: 'Microsoft.Storage/storageAccounts',
      name: 'files',
      resources: [{ type: 'blobServices/containers', name: 'default/pictures', properties: { publicAccess: 'Blob' } }],
    };
    const { functions, stores } = stackOf(arm, 'main.json', {
      'main.json': template({ resources: { inner: nested, account, off: { ...site(2), condition: false } } }),
    }).model;
    expect([...functions, ...stores].map(({ id }) => id)).toEqual(['orders', 'account', 'default/pictures']);
  });

  test('ids tell apart what has one name', () => {
    const plan = { type: 'Microsoft.ServiceBus/namespaces', name: 'orders' };
    const { functions, stores } = stackOf(arm, 'main.json', {
      'main.json': template({ resources: [site(1), plan] }),
    }).model;
    expect([...functions, ...stores].map(({ id }) => id)).toEqual(['orders', 'namespaces orders']);
  });

  test('settings may stand in a part of an app that is named after it', () => {
    const config = {
      type: 'Microsoft.Web/sites/config',
      name: "[concat(parameters('name'), '/appsettings')]",
      properties: { MODE: 'fast' },
    };
    const text = template({
      parameters: { name: { type: 'string' } },
      resources: [{ ...site(1), name: "[parameters('name')]" }, config],
    });
    const [fn] = stackOf(arm, 'main.json', { 'main.json': text }).model.functions;
    expect([fn?.id, fn?.environment.map(({ name }) => name)]).toEqual(['name', ['MODE']]);
  });
});

describe('what is no template, or none that can be read', () => {
  test.each([
    ['other JSON', '{"resources": []}'],
    [
      'a parameter file',
      `{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"}`,
    ],
  ])('%s is left alone', (_, text) => {
    expect(read(arm, 'main.json', { 'main.json': text })).toBeUndefined();
  });

  test('a half-written template is told and open', () => {
    const { model, notices } = stackOf(arm, 'main.json', { 'main.json': `{"$schema": "${schema}", "resources": [` });
    expect([model.open, notices.map(({ kind }) => kind)]).toEqual([true, ['unread']]);
  });

  test.each([
    ['calls', site(`[${'not('.repeat(10_000)}true${')'.repeat(10_000)}]`)],
    ['indexes', site(`[${"variables('a')["}${'0]'.repeat(10_000)}]`)],
    ['quotes', site(`[${"'".repeat(10_001)}]`)],
  ])('ten thousand %s end', (_, resource) => {
    expect(told(limitOf(template({ resources: [resource] })))).toBe('unknown');
  });

  test('a template nested ten thousand deep is told', () => {
    const text = `{"$schema": "${schema}", "resources": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    expect(stackOf(arm, 'main.json', { 'main.json': text }).notices).toHaveLength(1);
  });
});

test('a literal is written over, and a missing setting is put in', () => {
  const text = template({ resources: [site(1)] });
  const limit = limitOf(text);
  const edits = limit?.kind === 'known' ? limit.write(50) : undefined;
  expect(told(limitOf(applyEdits(text, edits ?? [])))).toEqual([50, 'high']);
  const bare = template({ resources: [{ ...site(1), properties: { httpsOnly: true } }] });
  const missing = limitOf(bare);
  const added = missing?.kind === 'absent' ? missing.write(50) : undefined;
  expect(told(limitOf(applyEdits(bare, added ?? [])))).toEqual([50, 'high']);
});
