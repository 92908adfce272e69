import { beforeAll, describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { bicep } from '../../../src/frameworks/azure/bicep/bicep.js';
import type { Setting } from '../../../src/model/setting.js';
import { read, stackOf } from './support.js';

beforeAll(async () => bicep.prepare?.());

/** A function app whose scale limit is an expression. */
function app(limit: string, before = ''): string {
  return `${before}
resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders'
  kind: 'functionapp'
  properties: {
    siteConfig: {
      functionAppScaleLimit: ${limit}
    }
  }
}
`;
}

function limitOf(texts: Readonly<Record<string, string>>): Setting<number> | undefined {
  return stackOf(bicep, 'main.bicep', texts).model.functions[0]?.concurrency;
}

function told(setting: Setting<number> | undefined): unknown {
  if (setting?.kind === 'known') return [setting.value, setting.confidence];
  if (setting?.kind === 'choice') return setting.cases.map((one) => told(one.setting));
  return setting?.kind;
}

describe('what an expression comes to', () => {
  test.each([
    ['a number', '20', '', [20, 'high']],
    ['a variable', 'limit', 'var limit = 20', [20, 'high']],
    ['a variable of a variable', 'b', 'var a = 20\nvar b = a', [20, 'high']],
    ['a parameter with a default', 'limit', 'param limit int = 20', [20, 'medium']],
    ['what holds unless a parameter is given', 'limit != -1 ? limit : 20', 'param limit int = -1', [20, 'medium']],
    [
      'what holds unless a text is given',
      "int(!empty(limit) ? limit : '20')",
      "param limit string = ''",
      [20, 'medium'],
    ],
    ['no limit unless a parameter is given', 'limit != -1 ? limit : null', 'param limit int = -1', 'absent'],
    ['a branch without a limit', 'large ? null : 20', 'param large bool = true', ['absent', [20, 'high']]],
    ['a part of a text', "int(take('2034', 2))", '', [20, 'high']],
    ['an item of a text that is split', "int(split('10,20', ',')[1])", '', [20, 'high']],
    ['a text that is put together', "int(replace(join(['2', 'x'], ''), 'x', '0'))", '', [20, 'high']],
    ['how a text begins', "startsWith('orders-prod', 'Orders') ? 20 : 0", '', [20, 'high']],
    ['a parameter without a default', 'limit', 'param limit int', 'unknown'],
    [
      'a parameter with allowed values',
      'limit',
      '@allowed([\n  10\n  20\n])\nparam limit int = 10',
      [
        [10, 'high'],
        [20, 'high'],
      ],
    ],
    [
      'a condition on a parameter',
      "env == 'prod' ? 50 : 5",
      'param env string',
      [
        [50, 'high'],
        [5, 'high'],
      ],
    ],
    ['a condition that is decided', 'false ? 50 : 5', '', [5, 'high']],
    ['a member of a map', 'limits.small', 'var limits = {\n  small: 5\n}', [5, 'high']],
    ['a text with a number in it', "int('2${zero}')", "var zero = '0'", [20, 'high']],
    ['a function that only the deployment answers', "reference('x').limit", '', 'unknown'],
    ['a variable defined by itself', 'a', 'var a = b\nvar b = a', 'unknown'],
    ['a sum', '10 + 5', '', [15, 'high']],
    ['an unknown name', 'nowhere', '', 'unknown'],
  ])('%s', (_, limit, before, expected) => {
    expect(told(limitOf({ 'main.bicep': app(limit, before) }))).toEqual(expected);
  });

  test('a parameter file decides', () => {
    const texts = {
      'main.bicep': app('limit', 'param limit int = 5'),
      'main.bicepparam': "using './main.bicep'\n\nparam limit = 40\n",
    };
    expect(told(limitOf(texts))).toEqual([40, 'high']);
  });

  test('several parameter files are branches', () => {
    const texts = {
      'main.bicep': app('limit', 'param limit int'),
      'dev.bicepparam': "using 'main.bicep'\nparam limit = 4\n",
      'prod.bicepparam': "using 'main.bicep'\nparam limit = 40\n",
    };
    expect(told(limitOf(texts))).toEqual([
      [4, 'high'],
      [40, 'high'],
    ]);
  });

  test('a JSON parameter file decides, but not what the developer CLI fills in', () => {
    const text = app('limit', 'param limit int');
    const file = (value: string) => `{"parameters": {"limit": {"value": ${value}}}}`;
    expect(told(limitOf({ 'main.bicep': text, 'main.parameters.json': file('7') }))).toEqual([7, 'high']);
    expect(told(limitOf({ 'main.bicep': text, 'main.parameters.json': file('"${LIMIT}"') }))).toEqual('unknown');
  });
});

describe('modules', () => {
  const main = "module api './app/api.bicep' = {\n  name: 'api'\n  params: {\n    limit: 12\n  }\n}\n";

  test('are read with their arguments, and belong to their caller', () => {
    const texts = { 'main.bicep': main, 'app/api.bicep': app('limit', 'param limit int = 5') };
    const { model, files } = stackOf(bicep, 'main.bicep', texts);
    expect(model.functions.map(({ id }) => id)).toEqual(['api.app']);
    expect(told(model.functions[0]?.concurrency)).toEqual([12, 'high']);
    expect(files).toEqual(['main.bicep', 'app/api.bicep']);
    expect(read(bicep, 'app/api.bicep', texts)).toBeUndefined();
  });

  test.each([
    ['is not in the repository', "module x 'absent.bicep' = {\n  name: 'x'\n}\n"],
    ['climbs out of the repository', "module x '../../etc/passwd' = {\n  name: 'x'\n}\n"],
    ['calls itself', "module x 'main.bicep' = {\n  name: 'x'\n}\n"],
  ])('one that %s is told and opens the stack', (_, text) => {
    const { model, notices } = stackOf(bicep, 'main.bicep', { 'main.bicep': text });
    expect(model.open).toBe(true);
    expect(notices.map(({ line }) => line)).toEqual([1]);
  });

  test('one of a registry opens the stack without a word', () => {
    const text = "module x 'br/public:avm/res/web/site:0.1.0' = {\n  name: 'x'\n}\n";
    const { model, notices } = stackOf(bicep, 'main.bicep', { 'main.bicep': text });
    expect([model.open, notices]).toEqual([true, []]);
  });

  test('what a caller says stands in its file and is written there', () => {
    const main = "module app 'app.bicep' = {\n  name: 'app'\n  params: {\n    limit: 300\n  }\n}\n";
    const limit = limitOf({ 'main.bicep': main, 'app.bicep': app('limit', 'param limit int') });
    const edits = limit?.kind === 'known' ? limit.write(20) : undefined;
    expect(limit?.at.path).toBe('main.bicep');
    expect(applyEdits(main, edits ?? [])).toBe(main.replace('300', '20'));
  });

  test('outputs of a module lead to its resources', () => {
    const texts = {
      'main.bicep': `module api 'api.bicep' = {
  name: 'api'
}

resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: 'grant'
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
    principalId: api.outputs.principal
  }
}
`,
      'api.bicep': `resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders'
  kind: 'functionapp'
  identity: {
    type: 'SystemAssigned'
  }
}

output principal string = app.identity.principalId
`,
    };
    const { roles } = stackOf(bicep, 'main.bicep', texts).model;
    expect(roles.map(({ id, named }) => [id, named.map(({ name, scope }) => [name, scope])])).toEqual([
      ['api.app identity', [['Contributor', 'project']]],
    ]);
  });
});

describe('resources', () => {
  test('inside others, of loops and under conditions are found; those elsewhere are not', () => {
    const text = `param names array = [
  'a'
  'b'
]
resource store 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'files'
}
resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [for name in names: {
  name: 'files/default/\${name}'
}]
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = if (false) {
  name: 'vault'
}
resource bus 'Microsoft.ServiceBus/namespaces@2022-10-01-preview' = {
  name: 'bus'
  resource orders 'queues' = {
    name: 'orders'
    properties: {
      maxDeliveryCount: 200
    }
  }
}
`;
    const { stores } = stackOf(bicep, 'main.bicep', { 'main.bicep': text }).model;
    expect(
      stores.map(({ id, store, redrive }) => [id, store, redrive.kind === 'known' && redrive.value.maximumReceives]),
    ).toEqual([
      ['queues[0]', 'queue', 5],
      ['queues[1]', 'queue', 5],
      ['bus', 'queue', 5],
      ['bus::orders', 'queue', 200],
    ]);
  });
});

describe('what cannot be read', () => {
  test('a broken line is told, the rest is read, and the stack is open', () => {
    const { model, notices } = stackOf(bicep, 'main.bicep', { 'main.bicep': `resource = = {\n${app('20')}` });
    expect(notices.map(({ kind }) => kind)).toContain('unread');
    expect(model.open).toBe(true);
  });

  test.each([
    ['of a variable', '...common'],
    ['under a condition', "...(stage != '' ? { functionAppScaleLimit: 20 } : {})"],
    ['of a call', '...union(common, { alwaysOn: false })'],
    ['after a text that looks like one', "appCommandLine: 'run ${stage} ...'\n      ...common"],
  ])('spreads are read: %s', (_, spread) => {
    const before = "var common = { functionAppScaleLimit: 20 }\nvar stage = 'a'\nvar hosts = [\n  ...[]\n  'a'\n]\n";
    const text = app('0', before).replace('functionAppScaleLimit: 0', spread);
    const { model, notices } = stackOf(bicep, 'main.bicep', { 'main.bicep': text });
    expect(notices).toEqual([]);
    expect(told(model.functions[0]?.concurrency)).toEqual([20, 'high']);
  });

  test('extensions are no part that went unread', () => {
    const { model, notices } = stackOf(bicep, 'main.bicep', { 'main.bicep': `extension graph\n${app('20')}` });
    expect([notices, model.open, told(model.functions[0]?.concurrency)]).toEqual([[], false, [20, 'high']]);
  });

  test.each([
    ['brackets', app(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`)],
    ['lists', app(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
    [
      'variables',
      app(
        'v9999',
        Array.from({ length: 10_000 }, (_, index) => `var v${index} = ${index === 0 ? '1' : `v${index - 1}`}`).join(
          '\n',
        ),
      ),
    ],
    ['conditions', app(`${'true ? '.repeat(5_000)}1${' : 2'.repeat(5_000)}`)],
  ])('ten thousand %s inside each other end', (_, text) => {
    expect(stackOf(bicep, 'main.bicep', { 'main.bicep': text }).model.path).toBe('main.bicep');
  });

  test('names that objects have are names like others', () => {
    const text = app('__proto__', 'var __proto__ = 20\nvar constructor = {\n  __proto__: 1\n}');
    expect(told(limitOf({ 'main.bicep': text }))).toEqual([20, 'high']);
  });
});

describe('writing', () => {
  function limited(text: string): string | undefined {
    const limit = limitOf({ 'main.bicep': text });
    const edits = limit?.kind === 'known' || limit?.kind === 'absent' ? limit.write(50) : undefined;
    return edits && applyEdits(text, edits);
  }

  test('over a literal, whose remark stays', () => {
    expect(limited(app('20 // enough'))).toContain('functionAppScaleLimit: 50 // enough\n');
  });

  test('not over a variable', () => {
    expect(limited(app('limit', 'var limit = 20'))).toBeUndefined();
  });

  test.each([
    [
      'in an empty object',
      'properties: {}',
      'properties: {\n    siteConfig: {\n      functionAppScaleLimit: 50\n    }\n  }\n',
    ],
    [
      'after the last property',
      'properties: {\n    httpsOnly: true // kept\n  }',
      'httpsOnly: true // kept\n    siteConfig: {\n      functionAppScaleLimit: 50\n    }\n  }',
    ],
    ['in an object of one line', 'properties: { httpsOnly: true }', 'properties: { httpsOnly: true, siteConfig: {'],
  ])('%s', (_, properties, expected) => {
    const text = `resource app 'Microsoft.Web/sites@2023-12-01' = {\n  name: 'orders'\n  kind: 'functionapp'\n  ${properties}\n}\n`;
    const after = limited(text) ?? '';
    expect(after).toContain(expected);
    expect(told(limitOf({ 'main.bicep': after }))).toEqual([50, 'high']);
  });
});
