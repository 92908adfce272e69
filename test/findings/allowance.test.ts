import { describe, expect, test } from '@jest/globals';
import { counted, within } from '../../src/findings/allowance.js';

const nothing = () => 0;

describe('work of one thing', () => {
  test('that ends in time has its value', () => expect(within(nothing, () => 'done')).toEqual({ value: 'done' }));

  test('may answer nothing at all', () => expect(within(nothing, () => undefined)).toEqual({ value: undefined }));

  test('that throws throws', () =>
    expect(() =>
      within(nothing, () => {
        throw new Error('A mistake.');
      }),
    ).toThrow('A mistake.'));

  test.each<[string, () => unknown]>([
    [
      'a loop that catches everything',
      () => {
        for (let turns = 0; ; turns += 1) {
          try {
            if (turns < 0) break;
          } catch {
            turns -= 1;
          }
        }
      },
    ],
    ['a regular expression', () => /^(a|a)+$/.test(`${'a'.repeat(60)}b`)],
  ])('is stopped in %s', (_, endless) => {
    const { stackTraceLimit } = Error;
    expect(within(nothing, endless)).toBeUndefined();
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  });

  test('may wait: time of the processor counts', () => {
    const asleep = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_300);
    expect(within(nothing, asleep)).toEqual({ value: 'timed-out' });
  });
});

test('files are counted once each, and only those that were read', () => {
  const texts = new Map([
    ['a', 'xxx'],
    ['b', 'xxxxx'],
  ]);
  const files = counted({ list: () => ['a', 'b'], read: (path) => texts.get(path) });
  files.read('a');
  files.read('a');
  expect(files.characters()).toBe(3);
});
