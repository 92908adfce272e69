import { describe, expect, test } from '@jest/globals';
import { patchBetween } from '../../src/diff/patch.js';
import type { Placed } from '../../src/findings/finding.js';
import { sourcesOf } from '../../src/findings/sources.js';
import { canCarry } from '../../src/topics/placing.js';
import { topicsOf } from '../../src/topics/topics.js';
import { finding, fixable } from '../support/finding.js';

const lines = Array.from({ length: 40 }, (_, index) => `line${index + 1}`);
const base = `${lines.join('\n')}\n`;
/** Lines 5 to 8 and 30 are written by the change; the hunks are 2-11 and 27-33. */
const head = base.replace(/line([5-8]|30)\n/g, 'new$1\n');
const diff = {
  patches: new Map([['template.yaml', patchBetween(base, head)]]),
  headPath: (path: string) => (path === 'old.yaml' ? 'template.yaml' : path),
  texts: sourcesOf(new Map([['template.yaml', head]])),
};
const thing = (id: string) => ({ kind: 'function', id, behind: [] }) as const;
const toComments = (findings: readonly Placed[], by = diff) =>
  topicsOf(findings, by, { profile: 'strict', together: () => new Set() });
const at = (first: number, last = first) => ({ start: { line: first, column: 1 }, end: { line: last, column: 2 } });

describe('where a comment stands', () => {
  test.each([
    ['on its line', finding(at(6)), [6, 6]],
    ['on its lines', finding(at(5, 8)), [5, 8]],
    ['on its first line when it leaves the hunk', finding(at(8, 15)), [8, 8]],
    ['on its first line when it is long', finding({ ...at(5, 25) }), [5, 5]],
    ['on the lines that its fix replaces', fixable(head, 'new6', 'x'), [6, 6]],
    ['on both when they are near', fixable(head, 'new8', 'x', at(5)), [5, 8]],
    ['on the lines of the fix when they are far', fixable(head, 'new30', 'x', at(5)), [30, 30]],
    ['on its line when the fix is outside of the diff', fixable(head, 'line20', 'x', at(6)), [6, 6]],
  ])('%s', (_, one, [first, last]) => {
    expect(toComments([one], diff).map(({ range }) => range)).toEqual([{ first, last }]);
  });

  test('deleted lines are on the left side, under the name that the file has now', () => {
    const [comment] = toComments(
      [finding({ side: 'left', at: { path: 'old.yaml', start: 0, end: 1 }, ...at(6) })],
      diff,
    );
    expect(comment).toMatchObject({ path: 'template.yaml', side: 'left', range: { first: 6, last: 6 } });
  });
});

describe('the same lines', () => {
  test('are one comment with one suggestion, the worst problem first', () => {
    const medium = fixable(head, 'new6', 'six', { severity: 'medium', fingerprint: 'medium' });
    const high = fixable(head, 'new7', 'seven', { fingerprint: 'high', ...at(6, 7) });
    const comments = toComments([medium, high], diff);
    expect(comments.map(({ findings }) => findings.map(({ fingerprint }) => fingerprint))).toEqual([
      ['high', 'medium'],
    ]);
    expect(comments[0]?.replacement?.lines).toEqual(['six', 'seven']);
  });

  test('with fixes that collide get the worst one’s', () => {
    const worse = fixable(head, 'new6', 'worse', { severity: 'critical', fingerprint: 'a' });
    const other = fixable(head, 'new6', 'other', { fingerprint: 'b' });
    const [comment] = toComments([other, worse], diff);
    expect(comment?.replacement?.lines).toEqual(['worse']);
    expect([...(comment?.fixed ?? [])]).toEqual([worse]);
  });

  test('are one comment whatever the things are that they are about', () => {
    const other = { policy: 'cors-too-wide', thing: thing('Other'), severity: 'medium' } as const;
    const comments = toComments([finding(at(5, 7)), finding({ ...at(7), ...other })], diff);
    expect(comments.map(({ range, findings }) => [range.first, range.last, findings.length])).toEqual([[5, 7, 2]]);
  });
});

test('the worst comment comes first', () => {
  const medium = finding({ ...at(5), severity: 'medium', policy: 'cors-too-wide', thing: thing('Other') });
  const comments = toComments([medium, finding({ ...at(30) })], diff);
  expect(comments.map(({ range }) => range.first)).toEqual([30, 5]);
});

test.each<[string, { class: 'exact'; verified: boolean; path?: string }]>([
  ['a fix that was not verified', { class: 'exact', verified: false }],
  ['a fix in another file', { class: 'exact', verified: true, path: 'other.yaml' }],
])('%s is no suggestion', (_, { path = 'template.yaml', ...fix }) => {
  const one = finding({ ...at(6), fix: { ...fix, edits: [{ path, start: 0, end: 1, text: 'x' }] } });
  expect(toComments([one], diff)[0]?.replacement).toBeUndefined();
});

test.each([
  ['a written line', finding(at(6)), true],
  ['a context line', finding(at(3)), true],
  ['a line outside of the diff', finding(at(20)), false],
  ['a file without a patch', finding({ ...at(6), at: { path: 'huge.yaml', start: 0, end: 1 } }), false],
])('GitHub takes a comment on %s: %j', (_, one, expected) => expect(canCarry(one, diff)).toBe(expected));

test('a low problem is no comment', () => {
  expect(toComments([fixable(head, 'new8', 'x', { severity: 'low' })], diff)).toEqual([]);
});

test.each([
  ['over twenty lines are a suggestion', 20, [1, 20]],
  ['over more lines are told as a diff', 21, [1, 1]],
])('edits that reach %s', (_, last, [from, to]) => {
  const patches = new Map([['template.yaml', patchBetween('', head)]]);
  const edits = [`line1\n`, `${last > 20 ? 'line21' : 'line20'}\n`].map((written) => {
    const start = head.indexOf(written);
    return { path: 'template.yaml', start, end: start + written.length - 1, text: 'x' };
  });
  const one = finding({ ...at(1), fix: { class: 'exact', verified: true, edits } });
  const [comment] = toComments([one], { ...diff, patches });
  expect([comment?.range, comment?.replacement === undefined]).toEqual([{ first: from, last: to }, last > 20]);
});
