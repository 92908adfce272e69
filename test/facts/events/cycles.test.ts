import { describe, expect, test } from '@jest/globals';
import { cyclicParts, type Step, type Steps, shortestCycle } from '../../../src/facts/events/cycles.js';

function stepsOf(...arrows: readonly string[]): Steps {
  const steps = new Map<string, Step[]>();
  for (const arrow of arrows) {
    const [from = '', to = ''] = arrow.split('>');
    steps.set(from, [...(steps.get(from) ?? []), { to, edges: [{ from, to, kind: 'plumbing' }] }]);
  }
  return steps;
}

function partsOf(steps: Steps): readonly string[] {
  return cyclicParts(steps)
    .map((part) => [...part].sort().join(''))
    .sort();
}

describe('cyclicParts', () => {
  test.each([
    ['a way without return', ['a>b', 'b>c'], []],
    ['a step to itself', ['a>a', 'a>b'], ['a']],
    ['two that reach each other', ['a>b', 'b>a', 'b>c'], ['ab']],
    ['a circle behind a tail', ['t>a', 'a>b', 'b>c', 'c>a'], ['abc']],
    ['two circles with a bridge', ['a>b', 'b>a', 'b>c', 'c>d', 'd>c'], ['ab', 'cd']],
    ['two circles through one', ['a>b', 'b>a', 'a>c', 'c>a'], ['abc']],
    ['a diamond', ['a>b', 'a>c', 'b>d', 'c>d'], []],
  ])('%s', (_, arrows, expected) => expect(partsOf(stepsOf(...arrows))).toEqual(expected));

  test('a circle of 50,000 is found', () => {
    const size = 50_000;
    const circle = stepsOf(...Array.from({ length: size }, (_, index) => `${index}>${(index + 1) % size}`));
    expect(cyclicParts(circle).map((part) => part.size)).toEqual([size]);
  });
});

describe('shortestCycle', () => {
  test.each([
    ['the shorter of two ways', ['a>b', 'b>c', 'c>a', 'b>a'], ['a>b', 'b>a']],
    ['a step to itself', ['a>a', 'a>b', 'b>a'], ['a>a']],
    ['none', ['a>b'], undefined],
  ])('%s', (_, arrows, expected) => {
    const steps = stepsOf(...arrows);
    const way = shortestCycle('a', new Set(['a', 'b', 'c']), steps)?.map(({ from, to }) => `${from}>${to}`);
    expect(way).toEqual(expected);
  });
});
