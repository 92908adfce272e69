import { describe, expect, test } from '@jest/globals';
import { applyEdits, collide } from '../../src/findings/edits.js';
import { fingerprintOf } from '../../src/findings/fingerprint.js';
import { indexLines, lineText, positionOf } from '../../src/findings/lines.js';
import { commentSuppressions } from '../../src/findings/suppression.js';
import { commentsIn } from '../../src/notation/comments/comments.js';

describe('positionOf', () => {
  const index = indexLines('ab\r\ncd\n\nlast');
  test.each([
    [0, { line: 1, column: 1 }],
    [3, { line: 1, column: 4 }],
    [4, { line: 2, column: 1 }],
    [7, { line: 3, column: 1 }],
    [12, { line: 4, column: 5 }],
    [99, { line: 4, column: 5 }],
    [-5, { line: 1, column: 1 }],
  ])('offset %d', (offset, expected) => expect(positionOf(index, offset)).toEqual(expected));

  test('the text of a line has no line ending', () => {
    expect([1, 2, 3, 4, 5].map((line) => lineText(index, line))).toEqual(['ab', 'cd', '', 'last', '']);
  });
});

describe('applyEdits', () => {
  const edit = (start: number, end: number, text: string) => ({ path: 'x', start, end, text });
  test.each([
    ['a replacement', [edit(1, 2, 'B')], 'aBc'],
    ['two in any order', [edit(2, 3, 'C'), edit(0, 1, 'A')], 'AbC'],
    ['an insertion', [edit(1, 1, '-')], 'a-bc'],
    ['the same edit twice', [edit(0, 1, 'A'), edit(0, 1, 'A')], 'Abc'],
    ['none', [], 'abc'],
    ['two lines at one place, the deeper first', [edit(3, 3, '\nd'), edit(3, 3, '\n  c')], 'abc\n  c\nd'],
    ['words and a line at one place, the words first', [edit(3, 3, '\n  d'), edit(3, 3, ' c')], 'abc c\n  d'],
    ['lines before others, the deeper first', [edit(0, 0, 'B:\n'), edit(0, 0, ' a\n')], ' a\nB:\nabc'],
    ['lines of one depth as they come', [edit(3, 3, '\nd'), edit(3, 3, '\ne')], 'abc\nd\ne'],
  ])('%s', (_, edits, expected) => expect(applyEdits('abc', edits)).toBe(expected));

  test('of lines added where several containers end, the inner ones come first', () => {
    const edits = [edit(3, 3, '\n  outer: 1'), edit(3, 3, '\n    inner: 1')];
    expect(applyEdits('abc', edits)).toBe('abc\n    inner: 1\n  outer: 1');
  });

  test('overlapping edits are our own mistake', () => {
    expect(() => applyEdits('abc', [edit(0, 2, 'x'), edit(1, 3, 'y')])).toThrow('Edits overlap at offset 1 of x.');
    expect(collide([edit(0, 2, 'x'), edit(1, 3, 'y')])).toBe(true);
    expect(collide([edit(0, 2, 'x'), edit(2, 3, 'y')])).toBe(false);
  });
});

describe('commentSuppressions', () => {
  const read = (text: string, path = /\/\/|<</.test(text) ? 'a.tf' : 'a.yml') =>
    commentSuppressions({ path, text, comments: commentsIn(path, text) }, '2026-11-25');
  test.each([
    ['on the line itself', 'x: 1 # postern-ignore: p-one -- meant', [['p-one', 1, 'meant']]],
    ['on the line above', '# postern-ignore: p-one -- meant\nx: 1', [['p-one', 2, 'meant']]],
    ['above another comment', '# postern-ignore: p -- meant\n# why\nx: 1', [['p', 3, 'meant']]],
    [
      'for two policies',
      'x: 1 # postern-ignore: a, b -- c',
      [
        ['a', 1, 'c'],
        ['b', 1, 'c'],
      ],
    ],
    ['in a slash comment', 'x // postern-ignore: a -- c', [['a', 1, 'c']]],
    ['with a date to come', 'x # postern-ignore: a -- c, until 2027-01-01', [['a', 1, 'c']]],
    ['inside of a value', "x: 'postern-ignore: a -- c'", []],
  ])('%s', (_, text, expected) => {
    const found = read(text).suppressions.map(({ policy, line, reason }) => [policy, line, reason]);
    expect(found).toEqual(expected);
  });

  test.each([
    ['no reason', 'x: 1 # postern-ignore: a', 'without a reason'],
    ['an empty reason', 'x: 1 # postern-ignore: a -- ', 'without a reason'],
    ['no policy', 'x: 1 # postern-ignore: -- c', 'without a policy'],
    ['a day that is none', 'x: 1 # postern-ignore: a -- c, until 2027-02-31', 'there is no day 2027-02-31'],
    ['a month that is none', 'x: 1 # postern-ignore: a -- c, until 2027-13-01', 'there is no day 2027-13-01'],
    ['half a date', 'x: 1 # postern-ignore: a -- c, until 2027', 'there is no day 2027'],
    ['a past date', 'x: 1 # postern-ignore: a -- c, until 2026-11-24', 'ended on 2026-11-24'],
  ])('with %s it is a notice and silences nothing', (_, text, message) => {
    const { suppressions, notices } = read(text);
    expect(suppressions).toEqual([]);
    expect(notices).toEqual([expect.objectContaining({ line: 1, message: expect.stringContaining(message) })]);
  });

  test.each([
    ['a heredoc', '# postern-ignore: a -- c\npolicy = <<-EOF\n  {}\n  EOF\nx', [2, 4]],
    ['a heredoc that does not end', '# postern-ignore: a -- c\npolicy = <<EOF\n{}', [2, 3]],
    ['a block scalar', '# postern-ignore: a -- c\nx: |\n  {}\n\n  {}\ny: 1', [2, 5]],
    ['a block scalar at the end', '# postern-ignore: a -- c\nx: |\n  {}\n', [2, 3]],
    ['a line', '# postern-ignore: a -- c\nx = 1\ny', [2, 2]],
  ])('%s is spoken about as a whole', (_, text, lines) => {
    const [found] = read(text).suppressions;
    expect([found?.line, found?.lastLine]).toEqual(lines);
  });

  test('its last day still counts', () => {
    expect(read('x # postern-ignore: a -- c, until 2026-11-25').suppressions).toHaveLength(1);
  });
});

test('a fingerprint tells policy, resource and discriminator apart', () => {
  const all = [
    ['a', 'b', 'c'],
    ['a', 'bc', ''],
    ['ab', 'c', ''],
    ['a', 'b', ''],
  ] as const;
  expect(new Set(all.map(([policy, resource, rest]) => fingerprintOf(policy, resource, rest))).size).toBe(4);
});
