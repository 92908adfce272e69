import { expect, test } from '@jest/globals';
import { compareSides } from '../../src/findings/comparison.js';

interface Named {
  readonly names: readonly string[];
  readonly weight: readonly number[];
}

const identity = { identitiesOf: ({ names }: Named) => names, weightOf: ({ weight }: Named) => weight };
const one = (weight: readonly number[], ...names: readonly string[]): Named => ({ names, weight });

test.each<[string, readonly Named[], Named, string]>([
  ['was not there', [one([1], 'a')], one([1], 'b'), 'introduced'],
  ['weighs as much', [one([1, 5], 'a')], one([1, 5], 'a'), 'existing'],
  ['weighs more', [one([1, 5], 'a')], one([2, 0], 'a'), 'worsened'],
  ['weighs more in the second number', [one([1, 5], 'a')], one([1, 6], 'a'), 'worsened'],
  ['weighs less in the second number', [one([1, 5], 'a')], one([1, -6], 'a'), 'improved'],
  ['weighs less', [one([2, 0], 'a')], one([1, 9], 'a'), 'improved'],
  ['is known by another name', [one([1], 'a')], one([1], 'b', 'a'), 'existing'],
  ['weighs as much as the worst it was', [one([1], 'a'), one([3], 'b')], one([3], 'a', 'b'), 'existing'],
])('what %s', (_, base, head, status) => {
  expect(compareSides(base, [head], identity).standing).toEqual([{ one: head, status }]);
});

test('what the head lacks is gone', () => {
  const [kept, gone] = [one([1], 'a'), one([1], 'b')];
  expect(compareSides([kept, gone], [kept], identity).gone).toEqual([gone]);
});
