import { describe, expect, test } from '@jest/globals';
import { afterClock, onOneClock, within } from '../../src/findings/allowance.js';

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

describe('work that must not be stopped', () => {
  test('is done while the clock stands still, and what needs it begins anew', () => {
    const made: string[] = [];
    const rounds: number[] = [];
    const needed = () => {
      rounds.push(made.length);
      return made.length > 0 || afterClock(() => void made.push('made')) ? made.length : 0;
    };
    expect(within(nothing, needed)).toEqual({ value: 1 });
    expect(rounds).toEqual([0, 1]);
  });

  test("is nobody else's where no clock runs", () => {
    expect(afterClock(() => undefined)).toBe(false);
    const inner = () => within(nothing, () => 'inner')?.value;
    expect(within(nothing, () => [inner(), afterClock(() => undefined)])?.value).toEqual(['inner', false]);
  });

  test('is done on the clock at last, so that there is an end', () => {
    const left: boolean[] = [];
    within(nothing, () => left.push(afterClock(() => undefined)));
    expect(left.at(-1)).toBe(false);
    expect(left.length).toBeLessThan(10);
  });
});

describe('several pieces of work on one clock', () => {
  const done = (item: number) => within(nothing, () => item)?.value;

  test('have their results in order', () => {
    const items = Array.from({ length: 40 }, (_, index) => index);
    expect(onOneClock(items, done)).toEqual(items);
    expect(onOneClock([], done)).toEqual([]);
  });

  test('inside others share theirs', () =>
    expect(onOneClock([1, 2], (one) => onOneClock([one, one], done))).toEqual([
      [1, 1],
      [2, 2],
    ]));

  test('lose only the one that never ends', () => {
    const endless = () => /^(a|a)+$/.test(`${'a'.repeat(60)}b`);
    expect(onOneClock([1, 2, 3], (one) => within(nothing, () => (one === 2 ? endless() : one)))).toEqual([
      { value: 1 },
      undefined,
      { value: 3 },
    ]);
  });

  test('that throw leave no clock behind', () => {
    const throwing = () => {
      throw new Error('A mistake.');
    };
    expect(() => onOneClock([1], throwing)).toThrow('A mistake.');
    expect(onOneClock([1], done)).toEqual([1]);
    expect(afterClock(() => undefined)).toBe(false);
  });

  test('begin anew with what must not be stopped', () => {
    const made: number[] = [];
    const needing = (one: number) => made.includes(one) || !afterClock(() => void made.push(one));
    expect(onOneClock([1, 2, 3], needing)).toEqual([true, true, true]);
    expect(made).toEqual([1, 2, 3]);
  });
});
