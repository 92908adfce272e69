import { describe, expect, test } from '@jest/globals';
import { withoutBlock } from '../../src/diff/cause.js';
import { type Patch, parseFilePatch, patchBetween } from '../../src/diff/patch.js';
import { commentable, place, standIn } from '../../src/diff/place.js';

const base = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n';
const head = 'a\nb\nC\nd\ne\nf\ng\nh\nnew\ni\nj\n';

describe('place', () => {
  const patch = patchBetween(base, head);
  test.each([
    ['a line the change wrote', { first: 3, last: 3 }, 'right', 'comment'],
    ['a written line whose range goes on', { first: 3, last: 4 }, 'right', 'comment'],
    ['a context line', { first: 4, last: 4 }, 'right', 'annotate'],
    ['a line outside of the diff', { first: 50, last: 50 }, 'right', 'summary'],
    ['a range that leaves the diff', { first: 11, last: 40 }, 'right', 'summary'],
    ['a deleted line', { first: 3, last: 3 }, 'left', 'comment'],
    ['a kept line of the base', { first: 9, last: 9 }, 'left', 'annotate'],
  ] as const)('%s', (_, lines, side, expected) => expect(place(lines, patch, side)).toBe(expected));

  test('nothing can be shown in a file without a patch', () => {
    expect(place({ first: 1, last: 1 }, undefined)).toBe('summary');
  });

  test('a comment stays within its hunk', () => {
    expect(commentable({ first: 3, last: 4 }, patch)).toEqual({ first: 3, last: 4 });
    expect(commentable({ first: 9, last: 90 }, patch)).toEqual({ first: 9, last: 9 });
  });
});

describe('standIn', () => {
  const whole = 'a\nb\nc\nd\n';
  test.each([
    ['a line below what was written', 10, base, head, 11],
    ['a rewritten line', 3, base, head, 3],
    ['a line above every change', 1, base, head, 1],
    ['a deleted line: the one below', 2, whole, 'a\nc\nd\n', 2],
    ['a deleted last line: the one above', 4, whole, 'a\nb\nc\n', 3],
    ['a line of a deleted file', 2, whole, '', 1],
  ])('%s', (...[, line, before, after, expected]) => {
    expect(standIn(line, patchBetween(before, after))).toBe(expected);
  });

  test('without a patch a line is its own', () => expect(standIn(7, undefined)).toBe(7));
});

describe('parseFilePatch', () => {
  const blocks = (patch: Patch | undefined) => patch?.hunks.flatMap((hunk) => hunk.blocks);

  test('reads the bare hunks that GitHub lists', () => {
    const patch = parseFilePatch('@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n\\ No newline at end of file');
    expect(blocks(patch)).toEqual([{ oldLine: 2, deleted: ['b'], newLine: 2, written: ['B'] }]);
  });

  test('a deleted line that begins with dashes stays a line', () => {
    expect(blocks(parseFilePatch('@@ -1,2 +1,1 @@\n--- old\n kept'))).toEqual([
      { oldLine: 1, deleted: ['-- old'], newLine: 1, written: [] },
    ]);
  });

  test('text that is no patch is undefined', () => {
    expect(parseFilePatch('@@ nonsense @@\n?')).toBeUndefined();
  });
});

describe('withoutBlock', () => {
  test.each([
    ['a changed line', 'a\nb\nc\n', 'a\nB\nc\n'],
    ['a deleted line', 'a\nb\nc\n', 'a\nc\n'],
    ['a deleted last line', 'a\nb\n', 'a\n'],
    ['an added line', 'a\nc\n', 'a\nb\nc\n'],
    ['a deleted first line', 'a\nb\n', 'b\n'],
  ])('undoes %s', (_, before, after) => {
    const undone = patchBetween(before, after).hunks.flatMap((hunk) => hunk.blocks);
    expect(undone.reduceRight((text, block) => withoutBlock('a', text, block), after)).toBe(before);
  });
});
