import { describe, expect, test } from '@jest/globals';
import type { Finding, Placed } from '../../src/findings/finding.js';
import type { Notice } from '../../src/findings/notice.js';
import { fails } from '../../src/findings/outcome.js';
import { sourcesOf } from '../../src/findings/sources.js';
import { shownFirst } from '../../src/report/grouping.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { View } from '../../src/report/terminal-view.js';
import { finding, fixable } from '../support/finding.js';

const text = 'Hello:\n  Url:\n    AuthType: NONE\n';
const words: View['words'] = () => ({
  title: 'Function URL is open',
  several: ['function URLs', 'accept unauthenticated requests'],
  why: 'Why.',
  remedy: 'Close it.',
  acceptable: 'Never.',
  page: 'https://example.com/page',
});
const view: View = {
  colored: false,
  linked: false,
  all: false,
  fails: (one) => fails(one, 'standard'),
  rule: 'under the profile standard',
  code: 0,
  words,
};

function shown(findings: readonly Finding[], changed: Partial<View> = {}, notices: readonly Notice[] = []): string {
  const stats = { stacks: 2, files: 3, lines: 9, unresolved: 0, milliseconds: 7 };
  const texts = sourcesOf(new Map([['template.yaml', text]]));
  const outcome = { findings, notices, stats, texts, isReview: false, version: '0.0.0' };
  const isFailing = findings.some(changed.fails ?? view.fails);
  return renderTerminal(outcome, { ...view, code: isFailing ? 1 : 0, ...changed });
}

const onLine = (line: number, changed: Partial<Placed> = {}) =>
  finding({ start: { line, column: 1 }, end: { line, column: 2 }, fingerprint: `f${line}`, ...changed });

test('a finding stands below its file, with its line underlined, the line before it, and what the fix writes', () => {
  expect(shown([fixable(text, 'NONE', 'AWS_IAM')])).toBe(
    [
      'template.yaml',
      '    3  high      The URL of Hello is open to anyone  function-url-open  Hello',
      '       2 |   Url:',
      '       3 |     AuthType: NONE',
      '         |               ^^^^',
      '       fix: AuthType: AWS_IAM',
      '',
      '✗ 1 problem: 1 high in 2 stacks; 1 fails under the profile standard (exit 1)',
      '  3 files, 1 fix shown: `postern fix` writes them, 7 ms',
      '',
    ].join('\n'),
  );
});

describe('what is alike', () => {
  const alike = [onLine(1), onLine(3), onLine(9)];

  test('is one line that names the others', () => {
    expect(shown(alike)).toContain('3 function URLs accept unauthenticated requests: lines 1, 3, 9  function-url-open');
  });

  test('is a line each when all is asked for', () => {
    expect(shown(alike, { all: true }).match(/The URL of Hello is open to anyone/g)).toHaveLength(3);
  });

  test('of another file or severity is another line', () => {
    const others = [onLine(3, { severity: 'critical' }), onLine(9, { at: { path: 'b.yaml', start: 0, end: 1 } })];
    expect(shown([onLine(1), ...others]).match(/The URL of Hello is open to anyone/g)).toHaveLength(3);
  });
});

describe('low problems', () => {
  const low = (stack: string, policy: string) => onLine(1, { severity: 'low', stack, policy });

  test('are counted, one line a stack', () => {
    const told = shown([low('a', 'tracing-off'), low('a', 'tracing-off'), low('b', 'old-logs')]);
    expect(told).toContain('low a: tracing-off 2\nlow b: old-logs 1\n--all shows each place\n');
    expect(told).toContain('3 problems: 3 low in 2 stacks; none fails under the profile standard (exit 0)');
  });

  test('of many stacks are one line, the most frequent policy first', () => {
    const many = Array.from({ length: 9 }, (_, index) => low(`s${index}`, 'tracing-off'));
    expect(shown([low('s0', 'old-logs'), ...many])).toContain('low in 9 stacks: tracing-off 9 · old-logs 1\n');
  });

  test('that fail are shown', () => {
    expect(shown([low('a', 'tracing-off')], { fails: () => true })).toContain('    1  low       The URL of Hello');
  });
});

describe('nothing found, but', () => {
  const unread: Notice = { path: 'a.tf', message: 'x.', kind: 'unread' };
  test.each([
    ['a file was not read', 0, [unread], '! No problems in 2 stacks; 1 part not reviewed, exit 0'],
    [
      'a file was not read, which fails',
      1,
      [unread, { ...unread, path: 'b.tf' }],
      '✗ No problems in 2 stacks; 2 parts not reviewed, which fails under the profile standard (exit 1)',
    ],
    [
      'settings have no effect',
      2,
      [{ ...unread, kind: 'settings' as const }],
      '✗ No problems in 2 stacks; settings have no effect as they are written (exit 2)',
    ],
  ])('%s', (_, code, notices, expected) => expect(shown([], { code }, notices)).toContain(`\n${expected}\n`));
});

test('nothing found: exit 0', () => {
  expect(shown([])).toBe('✓ No problems in 2 stacks; exit 0\n  3 files, 7 ms\n');
});

test('a terminal that follows links gets the policy’s page behind its id', () => {
  expect(shown([onLine(1)], { linked: true })).toContain(
    '\u001B]8;;https://example.com/page\u001B\\function-url-open\u001B]8;;\u001B\\',
  );
});

test('fixes are tried for what a short listing shows: nothing low, the first of what is alike', () => {
  const findings = [onLine(5), onLine(1), onLine(3, { policy: 'other' }), onLine(2, { severity: 'low' })];
  expect(shownFirst(findings).map(({ start }) => start.line)).toEqual([1, 3]);
});

test('a review ends with what the change newly opens', () => {
  const stats = { stacks: 1, files: 1, lines: 1, unresolved: 0, milliseconds: 1 };
  const check = { conclusion: 'neutral' as const, title: '', summary: '', annotations: [] };
  const publication = { check, comments: [], news: ['two routes are open', 'one log group never expires'] };
  const outcome = { notices: [], stats, texts: sourcesOf(new Map()), isReview: true, version: '0.0.0', publication };
  const told = renderTerminal({ ...outcome, findings: [finding()] }, view);
  expect(told).toContain(
    '\nNew with this change: two routes are open. One log group never expires.\n\n! 1 new problem',
  );
});
