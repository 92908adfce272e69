import { expect, test } from '@jest/globals';
import { startProgress } from '../../src/cli/progress.js';

function shown(isTTY: boolean, times: readonly number[]): readonly string[] {
  const written: string[] = [];
  const clock = [0, ...times].values();
  const progress = startProgress(
    { isTTY, write: (text) => written.push(text) },
    () => clock.next().value ?? Number.POSITIVE_INFINITY,
  );
  for (let step = 0; step < 3; step += 1) progress.step();
  progress.end();
  return written.map((text) => text.replace('\r\u001b[K', ''));
}

// The clock is looked at once for a step, and once more when its line is written.
test.each([
  ['of a quick run is not shown', true, [10, 20, 30], []],
  [
    'is shown after a second, and taken away',
    true,
    [500, 1100, 1100, 1300, 1300],
    ['2 stacks judged', '3 stacks judged', ''],
  ],
  ['is not written more often than can be read', true, [1100, 1100, 1150, 1190], ['1 stack judged', '']],
  ['is for terminals only', false, [], []],
])('progress %s', (_, isTTY, times, expected) => expect(shown(isTTY, times)).toEqual(expected));
