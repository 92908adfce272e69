import { expect, test } from '@jest/globals';
import { flatten, variantsOf } from '../../../src/clouds/values/branches.js';
import type { Value } from '../../../src/model/value.js';
import { show } from '../../frameworks/cloudformation/reading.js';

const at = { path: 'a', start: 0, end: 1 };
const text = (value: string): Value => ({ kind: 'scalar', value, at });
const list = (...items: readonly Value[]): Value => ({ kind: 'list', items, open: false, at });
const choice = (yes: Value | undefined, no: Value | undefined, condition = 'A'): Value => ({
  kind: 'choice',
  among: 'branches',
  at,
  cases: [
    { label: condition, value: yes },
    { label: `not ${condition}`, value: no },
  ],
});
const unread: Value = { kind: 'unknown', at, because: 'test' };

test.each<[string, Value | undefined, readonly unknown[], boolean]>([
  ['nothing', undefined, [], false],
  ['a single value', text('a'), [['a', undefined]], false],
  [
    'a list',
    list(text('a'), text('b')),
    [
      ['a', undefined],
      ['b', undefined],
    ],
    false,
  ],
  ['an item in one branch', list(choice(text('a'), undefined)), [['a', 'A']], false],
  [
    'lists in two branches',
    choice(list(text('a')), list(text('b'))),
    [
      ['a', 'A'],
      ['b', 'not A'],
    ],
    false,
  ],
  [
    'a branch in a branch',
    choice(choice(text('a'), text('b'), 'B'), undefined),
    [
      ['a', 'A and B'],
      ['b', 'A and not B'],
    ],
    false,
  ],
  ['an unread item', list(text('a'), unread), [['a', undefined]], true],
])('the items of %s', (_, value, items, open) => {
  const found = flatten(value);
  expect(found.items.map((item) => [show(item.value), item.branch])).toEqual(items);
  expect(found.open).toBe(open);
});

test('after three conditions the rest stays undecided', () => {
  const value = list(...['A', 'B', 'C', 'D'].map((name) => choice(text('x'), text('y'), name)));
  expect(variantsOf({ value })).toHaveLength(8);
});

test('a value nested without end is read to a depth', () => {
  let value: Value = text('a');
  for (let depth = 0; depth < 5000; depth++) value = list(value);
  expect(flatten(value)).toEqual({ items: [], open: true });
  expect(variantsOf({ value })).toHaveLength(1);
});
