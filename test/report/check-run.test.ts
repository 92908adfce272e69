import { describe, expect, test } from '@jest/globals';
import type { Placed } from '../../src/findings/finding.js';
import type { OtherCheck } from '../../src/findings/other-checks.js';
import { renderCheckRun } from '../../src/report/check-run.js';
import type { Review } from '../../src/review.js';
import { finding, reviewOf } from '../support/finding.js';

const words = () => ({
  title: 'Open',
  several: ['doors', 'are open'] as const,
  why: 'Why.',
  remedy: 'Close it.',
  acceptable: 'Never.',
  page: undefined,
});

function report(
  review: Review,
  commented: readonly Placed[] = [],
  told: readonly (readonly string[])[] = [],
  others: readonly OtherCheck[] = [],
) {
  return renderCheckRun({
    review,
    notices: [],
    profile: 'standard',
    words,
    address: ({ path, side, first }) => `https://example.com/${side}/${path}#L${first}`,
    commented: new Set(commented),
    told,
    others,
  });
}

const unread = { path: 'a.tf', message: 'Too large.', kind: 'unread' } as const;

describe('the title', () => {
  const nothing = { stacks: 0, files: 0, lines: 0, unresolved: 0, milliseconds: 1 };
  test.each([
    ['nothing serverless', reviewOf([], { stats: nothing }), 'Nothing to review'],
    ['nothing new', reviewOf([]), 'No new problems'],
    ['one that fails', reviewOf([finding()]), '1 new problem, 1 fails this check'],
    [
      'some that do not fail',
      reviewOf([finding({ severity: 'low' }), finding({ severity: 'low', fingerprint: 'f2' })]),
      '2 new problems',
    ],
    ['existing ones only', reviewOf([finding({ status: 'existing' })]), 'No new problems'],
    ['suppressed ones only', reviewOf([finding({ suppressed: { reason: 'x', in: 'comment' } })]), 'No new problems'],
    ['a file that was not read', reviewOf([], { notices: [unread] }), 'No new problems, 1 part not reviewed'],
  ])('with %s', (_, review, expected) => expect(report(review).title).toBe(expected));

  const grant = finding({ fingerprint: 'grant', policy: 'wildcard-action' });
  const url = finding({ fingerprint: 'url' });
  const path = finding({
    fingerprint: 'path',
    policy: 'exposed-power-path',
    severity: 'critical',
    absorbed: [grant, url],
  });
  test.each<[string, readonly Placed[], readonly (readonly string[])[], string]>([
    ['a sum as its parts', [path], [], '2 new problems, 2 fail this check'],
    ['what is left of a sum', [grant], [['grant'], ['url']], '1 of 2 problems fixed, 1 remains, 1 fails this check'],
    ['everything fixed', [], [['grant'], ['url']], '2 of 2 problems fixed'],
    ['one problem, fixed', [], [['grant']], '1 of 1 problem fixed'],
    ['nothing fixed yet', [grant], [['grant']], '1 new problem, 1 fails this check'],
    [
      'one more than was told',
      [grant, url],
      [['grant'], ['gone', 'gone too']],
      '1 of 3 problems fixed, 2 remain, 2 fail this check',
    ],
  ])('tells %s', (_, findings, told, expected) => expect(report(reviewOf(findings), [], told).title).toBe(expected));

  test('tells no progress while parts could not be read', () => {
    expect(report(reviewOf([], { notices: [unread] }), [], [['f1']]).title).toBe(
      'No new problems, 1 part not reviewed',
    );
  });
});

describe('the summary', () => {
  const review = reviewOf(
    [
      finding({ message: 'A | <b>@octocat</b>' }),
      finding({ fingerprint: 'f2', status: 'fixed' }),
      finding({ fingerprint: 'f3', status: 'existing', message: 'Old one.' }),
    ],
    {
      suppressionsAdded: [{ policy: 'cors-too-wide', reason: 'Public @all.', path: 'a.yml', line: 3 }],
      notices: [{ path: 'b.tf', line: 7, message: 'Not read.', kind: 'unread' }],
      stats: { stacks: 2, files: 5, lines: 9, unresolved: 12, milliseconds: 1 },
    },
  );
  const { summary, text } = report(review);

  test.each([
    ['what is new, as a sentence', '**New with this change: A \\| &lt;b&gt;@&#8203;octocat&lt;/b&gt;.**'],
    ['the profile', 'This change brings 1 new problem (1 high). 1 fails this check under the profile `standard`.'],
    ['how much was read', '2 stacks, 5 files read.'],
    ['the threats', '| Broken authentication |  | 1 |  |  |'],
    [
      'each finding, with names as text',
      '| High | A \\| &lt;b&gt;@&#8203;octocat&lt;/b&gt; | [`template.yaml:1`](https://example.com/right/template.yaml#L1) | `function-url-open` |',
    ],
    ['the notices', '| `b.tf:7` | Not read. |'],
    ['suppressions that the change adds', '- `cors-too-wide` in `a.yml:3`: Public @&#8203;all.'],
    ['what the change fixes', 'This change fixes 1 problem.'],
    ['what is unknown', '12 values could not be resolved and count as unknown.'],
  ])('says %s', (_, expected) => expect(summary).toContain(expected));

  test('begins with what could not be read', () => {
    expect(summary).toMatch(/^\*\*Part of this change could not be reviewed\.\*\*/);
  });

  test('tells a place of several alike once', () => {
    const alike = ['1', '2'].map((fingerprint) => finding({ fingerprint }));
    const told = report(reviewOf(alike)).summary;
    expect(told).toMatch(/\| Two doors are open\. \| \[`template\.yaml:1`\]\([^)]*\) \| `function-url-open` \|/);
  });

  test('tells what is alike in one row, with its places', () => {
    const alike = [1, 2, 3, 4, 5].map((line) => finding({ fingerprint: `f${line}`, start: { line, column: 1 } }));
    const told = report(reviewOf(alike)).summary;
    expect(told).toContain('| High | Five doors are open. | [`template.yaml:1`]');
    expect(told).toMatch(/\[`template\.yaml:3`\]\(\S+\) and 2 more \| `function-url-open` \|/);
  });

  test('tells low problems in one line a policy and stack, folded', () => {
    const low = ['A', 'B'].map((name) => finding({ severity: 'low', fingerprint: name, policy: 'tracing-off' }));
    const other = finding({ severity: 'low', fingerprint: 'C', message: 'Logs never expire.', policy: 'old-logs' });
    const told = report(reviewOf([...low, other])).summary;
    expect(told).toContain('<details><summary>3 low problems</summary>');
    expect(told).toContain(
      '- `tracing-off`: two doors are open: [`template.yaml:1`](https://example.com/right/template.yaml#L1) (`Hello`)',
    );
    expect(told).toContain('- `old-logs`: Logs never expire. [`template.yaml:1`]');
  });

  test.each<[string, Review, string]>([
    [
      'of medium problems',
      reviewOf([finding({ severity: 'medium' })]),
      'there are new problems, but none severe enough to fail it',
    ],
    ['of what was not read', reviewOf([], { notices: [unread] }), 'part of the change could not be read'],
    [
      'of what was there',
      reviewOf([finding({ severity: 'critical', status: 'existing' })]),
      'critical problems were there before',
    ],
  ])('says that the check is neutral because %s', (_, given, reason) => {
    expect(report(given).summary).toContain(`The check is neutral because ${reason}.`);
  });

  test('the text has what was there before, folded', () => {
    expect(text).toContain('<summary>1 problem that this change did not cause</summary>');
    expect(text).toContain('Old one.');
  });
});

describe('what no comment tells', () => {
  const told = finding({ fingerprint: 'told' });
  const annotated = finding({ fingerprint: 'a', place: 'annotate', message: 'Second.' });
  const outside = finding({ fingerprint: 'b', place: 'summary', message: 'Third.' });
  const deleted = finding({ fingerprint: 'c', side: 'left', message: 'Fourth.' });
  const { annotations, text = '' } = report(reviewOf([told, annotated, outside, deleted]), [told]);

  test('is annotated where lines of the head allow it', () => {
    expect(annotations.map(({ message }) => message.split('\n')[0])).toEqual(['Second.']);
  });

  test('is told in full in the text', () => {
    expect(['Second.', 'Third.', 'Fourth.'].filter((sentence) => text.includes(sentence))).toHaveLength(3);
    expect(text).not.toContain(told.message);
  });

  test('a comment that could not be posted becomes an annotation', () => {
    expect(report(reviewOf([told])).annotations).toHaveLength(1);
  });
});

describe('annotations', () => {
  test.each([
    ['critical', 'failure'],
    ['high', 'failure'],
    ['medium', 'warning'],
    ['low', 'notice'],
  ] as const)('of %s problems are a %s', (severity, level) => {
    expect(report(reviewOf([finding({ severity })])).annotations[0]?.annotation_level).toBe(level);
  });

  test.each([
    ['on one line have columns', { line: 1, column: 5 }, { start_column: 1, end_column: 4 }],
    ['on several lines have none', { line: 2, column: 5 }, {}],
    ['of nothing have none', { line: 1, column: 1 }, {}],
  ])('%s', (_, end, expected) => {
    const [{ start_column, end_column } = {}] = report(reviewOf([finding({ end })])).annotations;
    expect(JSON.parse(JSON.stringify({ start_column, end_column }))).toEqual(expected);
  });
});

test('thousands of findings stay within GitHub’s limits and say how many are left out', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    finding({
      fingerprint: `f${index}`,
      message: `${'é'.repeat(200)} ${index}`,
      start: { line: index + 1, column: 1 },
      status: index % 2 ? 'existing' : 'introduced',
    }),
  );
  const { summary, text = '', annotations } = report(reviewOf(many));
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535);
  expect(summary).toMatch(/and \d+ more/);
  expect(annotations).toHaveLength(300);
});

test('the name to accept a finding by stands wherever the check tells it', () => {
  const named = (fingerprint: string, changed: Partial<Placed> = {}) =>
    finding({ fingerprint, names: [`Name${fingerprint}`], place: 'annotate', ...changed });
  const low = named('Low', { severity: 'low', place: 'summary' });
  const old = named('Old', { status: 'existing', place: 'summary' });
  const { summary, text = '', annotations } = report(reviewOf([named('New'), low, old]));
  expect(summary).toMatch(/\| `function-url-open` \| `NameNew` \|/);
  expect(summary).toMatch(/template\.yaml:1`\]\(\S+\) \(`NameLow`\)/);
  expect(text).toContain('an entry with `resource: NameNew` under `suppressions`');
  expect(text).toContain('| `NameOld` |');
  expect(annotations[0]?.message).toContain('`resource: NameNew`');
});

describe('what other analysers report', () => {
  const sonar = (line: number, level: 'warning' | 'failure'): OtherCheck => ({
    tool: 'SonarQube',
    state: 'failed',
    url: 'https://sonarcloud.io/x',
    reports: [{ path: 'template.yaml', line, level }],
  });
  const said = (others: readonly OtherCheck[]) => report(reviewOf([finding()]), [], [], others);

  test('is named beside the result', () => {
    const codeql = { tool: 'CodeQL', state: 'is still running', url: undefined, reports: [] };
    expect(said([sonar(9, 'failure'), codeql]).summary).toContain(
      'On the same commit: [SonarQube](https://sonarcloud.io/x) failed, CodeQL is still running.',
    );
  });
  test('at the same line is said of the problem, in the table and in full', () => {
    const { summary, text } = said([sonar(1, 'failure')]);
    const words = 'This line is also reported by [SonarQube](https://sonarcloud.io/x).';
    expect([summary.includes(words), text?.includes(words)]).toEqual([true, true]);
  });
  test.each<[string, readonly OtherCheck[]]>([
    ['at another line', [sonar(2, 'failure')]],
    ['more quietly', [sonar(1, 'warning')]],
  ])('%s is not', (_, others) => expect(said(others).summary).not.toContain('also reported'));
  test('under a hostile name stays text', () => {
    const hostile = { tool: '[x](https://evil.test) @all <b>', state: 'passed', url: undefined, reports: [] };
    expect(said([hostile]).summary).toContain('\\[x\\](https:&#8203;//evil.test) @&#8203;all &lt;b&gt; passed.');
  });
});

describe('suppressions for other tools', () => {
  const byPeer = (fingerprint: string, reason: string) =>
    finding({ fingerprint, suppressed: { reason, in: 'other-tool' } });

  test.each([
    ['one', [byPeer('a', 'checkov:skip=CKV_AWS_258')], '**1 problem silenced by suppressions for other tools**'],
    [
      'several',
      [byPeer('a', 'checkov:skip=CKV_AWS_258'), byPeer('b', 'nosemgrep')],
      '**2 problems silenced by suppressions for other tools**',
    ],
  ])('%s: what they silence is counted, and each is named with its comment', (_, findings, sentence) => {
    const { summary } = report(reviewOf(findings));
    expect(summary).toContain(sentence);
    for (const { policy, suppressed } of findings)
      expect(summary).toContain(`- \`${policy}\` in \`template.yaml:1\`: \`${suppressed?.reason}\``);
  });

  test('of the own ones only their number is told', () => {
    const own = finding({ suppressed: { reason: 'By design.', in: 'comment' } });
    const { summary } = report(reviewOf([own]));
    expect(summary).toContain('1 problem suppressed.');
    expect(summary).not.toContain('other tools');
  });
});
