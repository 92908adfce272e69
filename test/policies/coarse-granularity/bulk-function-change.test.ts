import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import policy from '../../../src/policies/coarse-granularity/bulk-function-change/policy.js';
import { api, context, fn, model, route, unresolved, unset, value } from '../../support/model.js';

type Function = ReturnType<typeof fn>;

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** What is said of functions that get a layer each, and are reached by the first one's route. */
function told(gradual: Pick<Function, 'gradual'>, auth: 'none' | 'iam'): readonly string[] {
  const functions = ids.map((id) => fn({ id, layers: value([]), ...gradual }));
  const routes = [route({ function: 'a', api: api().id, auth: value({ kind: auth }) })];
  const stackOf = (layers: Function['layers']) =>
    deriveFacts(model({ functions: functions.map((one) => ({ ...one, layers })), routes, apis: [api()] }));
  const base = stackOf(value([]));
  return [...policy.compare(base, stackOf(value([value('arn:aws:lambda:eu-west-1:1:layer:x:1')])), context())].map(
    ({ message }) => message,
  );
}

const words = 'nothing shifts the traffic of their callers gradually';

test.each<[string, Pick<Function, 'gradual'>, 'none' | 'iam', boolean]>([
  ['released at once, to anyone', { gradual: unset() }, 'none', true],
  ['said to be released at once', { gradual: value(false) }, 'none', true],
  ['released step by step', { gradual: value(true) }, 'none', false],
  ['released as the deployment decides', { gradual: unresolved() }, 'none', false],
  ['released by something else', {}, 'none', false],
  ['for callers who are known', { gradual: unset() }, 'iam', false],
])('functions %s', (_, gradual, auth, isSaid) => {
  const messages = told(gradual, auth);
  expect(messages).not.toEqual([]);
  expect(messages.every((message) => message.includes(words))).toBe(isSaid);
});

describe('a change of code alone', () => {
  /** What is said when files change and nothing else of eight functions. */
  const said = (roots: (id: string) => string, handler: (id: string) => string, changed: readonly string[]) => {
    const functions = ids.map((id) => fn({ id, codeRoot: roots(id), handler: value(handler(id)) }));
    const stack = deriveFacts(model({ functions }));
    return [...policy.compare(stack, stack, { ...context(), changed })].map(({ message }) => message);
  };
  const own = (id: string) => `src/${id}`;

  test('is told where eight functions get other code of their own', () => {
    const changed = ids.map((id) => `src/${id}/lib/x.ts`);
    expect(said(own, () => 'index.handler', changed)).toEqual([
      'This change affects 8 functions at once: a, b, c, d, e and 3 more.',
    ]);
  });

  test.each<[string, [(id: string) => string, (id: string) => string], readonly string[], number]>([
    ['seven of them', [own, () => 'index.handler'], ids.slice(1).map((id) => `src/${id}/x.ts`), 0],
    ['files that no code is in', [own, () => 'index.handler'], ids.map((id) => `src/${id}/package-lock.json`), 0],
    ['a file of a shared folder', [() => 'src', (id) => `${id}.handler`], ['src/lib.ts'], 0],
    ['the files that they start in', [() => './src/', (id) => `${id}.handler`], ids.map((id) => `src/${id}.ts`), 1],
    ['the same in the root', [() => '', (id) => `src/${id}.handler`], ids.map((id) => `src/${id}.py`), 1],
  ])('%s', (_, [roots, handler], changed, times) => {
    expect(said(roots, handler, changed)).toHaveLength(times);
  });
});
