import { describe, expect, test } from '@jest/globals';
import { afterClock, within } from '../../src/findings/allowance.js';

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
