import { describe, expect, test } from '@jest/globals';
import { knativeFunctions } from '../../../src/frameworks/knative/function-project.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function read(more: string, head = 'specVersion: 0.36.0\nname: receipts\nruntime: node\n') {
  return parsedStack(knativeFunctions, 'fn/func.yaml', heldFiles(new Map([['fn/func.yaml', `${head}${more}`]])));
}

function said(setting: Setting<unknown, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

describe('a project of one function', () => {
  test('is built from its folder', () => {
    const stack = read('');
    expect(stack?.codeRoots).toEqual(['fn']);
    expect(stack?.model.functions.map(({ id }) => id)).toEqual(['receipts']);
  });

  test.each([
    ['no limit', '', 'absent'],
    ['a limit', 'deploy: { options: { scale: { max: 10 } } }', 10],
    ['a limit, as former versions write it', 'options: { scale: { max: 7 } }', 7],
    ['zero, which is no limit', 'deploy: { options: { scale: { max: 0 } } }', -1],
    ['a limit of the machine that deploys', "deploy: { options: '{{ env:OPTIONS }}' }", 'unknown'],
  ])('scales with %s', (_, more, limit) => expect(said(read(more)?.model.functions[0]?.concurrency)).toBe(limit));

  test.each([
    ['everyone', '', 'absent'],
    [
      'the cluster only',
      'deploy: { labels: [{ key: networking.knative.dev/visibility, value: cluster-local }] }',
      'private',
    ],
    [
      'the cluster only, as former versions write it',
      'labels: [{ key: networking.knative.dev/visibility, value: cluster-local }]',
      'private',
    ],
    ['everyone, whatever else it is called', 'deploy: { labels: [{ key: a, value: cluster-local }, 5] }', 'absent'],
  ])('is reached by %s', (_, more, expected) => expect(said(read(more)?.model.apis[0]?.visibility)).toBe(expected));

  test('has the variables that it says, and more where a whole secret is taken', () => {
    const envs = "[{ name: A, value: b }, { name: C, value: '{{ secret:x:y }}' }, { value: '{{ secret:z }}' }]";
    const [fn] = read(`run: { envs: ${envs} }`)?.model.functions ?? [];
    expect(fn?.environment.map(({ name, value }) => [name, said(value)])).toEqual([
      ['A', 'b'],
      ['C', 'unknown'],
    ]);
    expect(fn?.environmentOpen).toBe(true);
  });
});

test.each([
  ['without a runtime', 'specVersion: 1\nname: a\n'],
  ['without a name', 'specVersion: 1\nruntime: go\n'],
  ['that is a list', '- specVersion: 1\n'],
])('a file %s is none', (_, head) => expect(read('', head)).toBeUndefined());

test('a file that is half written is told', () => {
  expect(read('', 'specVersion: [\n')?.notices).toMatchObject([{ kind: 'unread', line: 2 }]);
});
