import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/findings/edits.js';
import { editedLines, renderDiff, replaceLines } from '../../src/topics/suggestion.js';

const text = 'one\ntwo\nthree\nfour\n';
const edit = (start: number, end: number, written: string, path = 'a.yml') => ({ path, start, end, text: written });

describe('the lines that edits touch', () => {
  test.each([
    ['one word', [edit(4, 7, '2')], { first: 2, last: 2 }],
    ['two lines', [edit(0, 1, 'O'), edit(9, 10, 'H')], { first: 1, last: 3 }],
    ['a whole line with its break', [edit(4, 8, '')], { first: 2, last: 2 }],
    ['an insertion after a word', [edit(7, 7, '\n2b')], { first: 2, last: 2 }],
    ['an insertion at the end of the file', [edit(19, 19, 'five\n')], { first: 4, last: 4 }],
    ['several files', [edit(0, 1, 'x'), edit(0, 1, 'x', 'b.yml')], undefined],
    ['no edits', [], undefined],
  ])('%s', (_, edits, expected) => expect(editedLines(text, edits)).toEqual(expected));
});

describe('a replacement of whole lines', () => {
  test.each([
    ['a word', [2, 2], [edit(4, 7, '2')], ['2']],
    ['a word, with the lines around it', [1, 3], [edit(4, 7, '2')], ['one', '2', 'three']],
    ['an inserted line', [2, 2], [edit(7, 7, '\n2b')], ['two', '2b']],
    ['an inserted line that stands before the next one', [2, 2], [edit(8, 8, '2b\n')], ['two', '2b']],
    ['a deleted line', [2, 2], [edit(4, 8, '')], []],
    ['a line appended to the file', [4, 4], [edit(19, 19, 'five\n')], ['four', 'five']],
    ['an edit beyond the range', [1, 1], [edit(4, 7, '2')], undefined],
    ['an edit that joins the next line', [2, 2], [edit(7, 8, '')], undefined],
    ['an edit that changes nothing', [2, 2], [edit(4, 7, 'two')], undefined],
    ['edits that collide', [2, 2], [edit(4, 7, '2'), edit(5, 7, 'x')], undefined],
    ['a range beyond the file', [9, 9], [edit(4, 7, '2')], undefined],
  ])('%s', (_, [first = 0, last = 0], edits, expected) => {
    expect(replaceLines(text, { first, last }, edits)?.lines).toEqual(expected);
  });

  test('line ends of Windows are not part of a line', () => {
    expect(replaceLines('a\r\nb\r\n', { first: 1, last: 2 }, [edit(1, 1, '1')])?.lines).toEqual(['a1', 'b']);
  });

  test('a last line without a break stays one', () => {
    expect(replaceLines('a\nb', { first: 2, last: 2 }, [edit(3, 3, '\nc')])?.lines).toEqual(['b', 'c']);
  });

  test('put in place of its range it gives the edited text', () => {
    const line = fc.stringMatching(/^[a-z]{0,4}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), line, (lines, a, b, written) => {
        const whole = `${lines.join('\n')}\n`;
        const [start = 0, end = 0] = [a % whole.length, b % whole.length].sort((x, y) => x - y);
        const edits = [edit(start, end, written)];
        const range = editedLines(whole, edits) ?? { first: 1, last: 1 };
        const replaced = replaceLines(whole, range, edits);
        const all = whole.split('\n');
        all.splice(range.first - 1, range.last - range.first + 1, ...(replaced?.lines ?? []));
        expect(replaced === undefined || all.join('\n') === applyEdits(whole, edits)).toBe(true);
      }),
    );
  });
});

describe('edits as a diff', () => {
  test.each([
    ['a changed word', [edit(4, 7, '2')], '@@ line 2 @@\n-two\n+2'],
    ['an inserted line', [edit(7, 7, '\n2b')], '@@ line 2 @@\n two\n+2b'],
    ['two places', [edit(0, 3, '1'), edit(14, 18, '4')], '@@ line 1 @@\n-one\n+1\n@@ line 4 @@\n-four\n+4'],
    ['two edits on one line', [edit(4, 5, 'T'), edit(6, 7, 'O')], '@@ line 2 @@\n-two\n+TwO'],
  ])('%s', (_, edits, expected) => expect(renderDiff(text, edits)).toBe(expected));
});
