import { describe, expect, test } from '@jest/globals';
import type { Placed } from '../../src/findings/finding.js';
import { sourcesOf } from '../../src/findings/sources.js';
import { gatherAlike } from '../../src/report/alike.js';
import { renderComment } from '../../src/report/comment.js';
import type { Comment } from '../../src/report/comments.js';
import { fingerprintsIn } from '../../src/report/fingerprint-marker.js';
import { finding } from '../support/finding.js';

const comment = (line: number, changed: Partial<Placed> = {}, more: Partial<Comment> = {}): Comment => ({
  path: 'template.yaml',
  side: 'right',
  range: { first: line, last: line },
  findings: [
    finding({
      severity: 'medium',
      fingerprint: `f${line}`,
      start: { line, column: 1 },
      end: { line, column: 2 },
      ...changed,
    }),
  ],
  elsewhere: [],
  replacement: undefined,
  fixed: new Set(),
  ...more,
});
const many = (count: number, changed: Partial<Placed> = {}, more: Partial<Comment> = {}) =>
  Array.from({ length: count }, (_, index) => comment(index + 1, changed, more));

describe('comments that say the same', () => {
  test.each([
    ['of four places are one', many(4), [[1, 3]]],
    [
      'of three places are three',
      many(3),
      [
        [1, 0],
        [2, 0],
        [3, 0],
      ],
    ],
    [
      'and others between them stay where they are',
      [comment(9, { policy: 'other' }), ...many(4)],
      [
        [9, 0],
        [1, 3],
      ],
    ],
    [
      'with another weight are others',
      [...many(3), comment(4, { severity: 'low' })],
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 0],
      ],
    ],
  ])('%s', (_, comments, expected) => {
    expect(gatherAlike(comments).map(({ range, elsewhere }) => [range.first, elsewhere.length])).toEqual(expected);
  });

  test.each([
    ['serious', many(4, { severity: 'high' })],
    ['mended by a click', many(4, {}, { replacement: { range: { first: 1, last: 1 }, lines: ['x'] } })],
    ['on deleted lines', many(4, {}, { side: 'left' })],
    ['serious in part', many(4, {}, { findings: [finding(), finding({ severity: 'low' })] })],
    ['about several policies in part', [comment(9, { policy: 'other' }), ...many(3)]],
  ])('are said at each place when they are %s', (_, comments) => expect(gatherAlike(comments)).toEqual(comments));
});

test('one comment names the other places, ten at most, and is known by all of them', () => {
  const [told = comment(0)] = gatherAlike(many(14));
  const body = renderComment(told, () => undefined, sourcesOf(new Map()));
  expect(body).toContain('The same in 13 other places: `template.yaml:2`, `template.yaml:3`,');
  expect(body).toContain('`template.yaml:11` and 3 more.');
  expect(fingerprintsIn(body)).toHaveLength(14);
});
