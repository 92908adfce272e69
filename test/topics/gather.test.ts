import { describe, expect, test } from '@jest/globals';
import { patchBetween } from '../../src/diff/patch.js';
import type { Placed } from '../../src/findings/finding.js';
import type { Profile } from '../../src/findings/outcome.js';
import { sourcesOf } from '../../src/findings/sources.js';
import { topicsOf } from '../../src/topics/topics.js';
import { finding } from '../support/finding.js';

const text = Array.from({ length: 200 }, (_, index) => `line${index + 1}\n`).join('');
const files = ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml', 'e.yaml'];
const diff = {
  patches: new Map(files.map((path) => [path, patchBetween('', text)])),
  headPath: String,
  texts: sourcesOf(new Map(files.map((path) => [path, text]))),
};
const on = (line: number, policy: string, about: string, changed: Partial<Placed> = {}): Placed =>
  finding({
    policy,
    thing: { kind: 'function', id: about, behind: [] },
    at: { path: 'a.yaml', start: 0, end: 1 },
    start: { line, column: 1 },
    end: { line, column: 2 },
    fingerprint: `${policy} ${about} ${line}`,
    ...changed,
  });
const inFile = (path: string) => ({ at: { path, start: 0, end: 1 } });
const cost = { threat: 'budget-exhaustion', severity: 'medium' } as const;
const medium = { severity: 'medium' } as const;

/** The topics as their findings: policy and line, the lead first. */
function told(findings: readonly Placed[], profile: Profile = 'standard'): readonly (readonly string[])[] {
  const topics = topicsOf(findings, diff, { profile, together: () => new Set() });
  return topics.map((topic) => topic.findings.map(({ policy, start }) => `${policy} ${start.line}`));
}

test('how a manifest is kept comes after what a function runs on', () => {
  const components = { threat: 'vulnerable-components', severity: 'medium' } as const;
  const manifest = { kind: 'manifest', id: 'a.yaml', behind: [] } as const;
  const loose = on(10, 'not-pinned', 'a.yaml', { ...components, thing: manifest });
  const old = on(20, 'old-runtime', 'F', { ...components, ...inFile('b.yaml') });
  expect(told([loose, old])).toEqual([['old-runtime 20'], ['not-pinned 10']]);
});

describe('one thing is one comment', () => {
  test.each<[string, readonly Placed[], readonly (readonly string[])[]]>([
    [
      'what is on a function goes with the worst of it',
      [on(40, 'wide-grant', 'A', medium), on(10, 'open-url', 'A'), on(80, 'wide-cors', 'A', medium)],
      [['open-url 10', 'wide-grant 40', 'wide-cors 80']],
    ],
    [
      'what is on another function is another comment',
      [on(10, 'open-url', 'A'), on(80, 'wide-grant', 'B')],
      [['open-url 10'], ['wide-grant 80']],
    ],
    [
      'the function behind an API goes with it for what its callers use up and what it runs on',
      [
        on(10, 'open-route', 'Api'),
        on(70, 'old-runtime', 'A', {
          threat: 'vulnerable-components',
          thing: { kind: 'function', id: 'A', behind: ['Api'] },
        }),
        on(60, 'no-limit', 'A', { ...cost, thing: { kind: 'function', id: 'A', behind: ['Api'] } }),
        on(90, 'wide-grant', 'A', { thing: { kind: 'function', id: 'A', behind: ['Api'] } }),
      ],
      [['open-route 10', 'old-runtime 70', 'no-limit 60'], ['wide-grant 90']],
    ],
    [
      'a low problem is told nowhere',
      [on(10, 'open-url', 'A'), on(20, 'no-traces', 'A', { severity: 'low' })],
      [['open-url 10']],
    ],
  ])('%s', (_, findings, expected) => expect(told(findings)).toEqual(expected));
});

describe('alike is one comment', () => {
  test.each<[string, readonly Placed[], readonly (readonly string[])[]]>([
    [
      'from the second on, high ones too',
      [on(10, 'open-url', 'A'), on(80, 'open-url', 'B')],
      [['open-url 10', 'open-url 80']],
    ],
    [
      'with what goes with any of them',
      [on(10, 'open-url', 'A'), on(80, 'open-url', 'B'), on(150, 'wide-cors', 'B', medium)],
      [['open-url 10', 'open-url 80', 'wide-cors 150']],
    ],
    [
      'so that no policy is told twice in a file',
      [on(10, 'open-url', 'A'), on(40, 'wide-grant', 'A'), on(120, 'wide-grant', 'B')],
      [['open-url 10', 'wide-grant 40', 'wide-grant 120']],
    ],
    [
      'where it is worst',
      [on(10, 'open-url', 'A'), on(40, 'wide-grant', 'A', medium), on(120, 'wide-grant', 'B')],
      [['open-url 10'], ['wide-grant 120', 'wide-grant 40']],
    ],
    [
      'in two files, when it is not serious',
      [on(10, 'old', 'A', { ...medium, ...inFile('a.yaml') }), on(11, 'old', 'B', { ...medium, ...inFile('b.yaml') })],
      [['old 10', 'old 11']],
    ],
    [
      'in two files, when each has its own edit, is two',
      [
        on(10, 'old', 'A', { ...medium, ...inFile('a.yaml') }),
        on(11, 'old', 'B', { ...medium, ...inFile('b.yaml'), fix: { class: 'exact', verified: true, edits: [] } }),
      ],
      [['old 10'], ['old 11']],
    ],
    [
      'in three files, when it is serious, is three',
      [
        on(10, 'old', 'A', inFile('a.yaml')),
        on(11, 'old', 'B', inFile('b.yaml')),
        on(12, 'old', 'C', inFile('c.yaml')),
      ],
      [['old 10'], ['old 11'], ['old 12']],
    ],
    [
      'in five files, however serious',
      files.map((path, index) => on(10 + index, 'old', path, inFile(path))),
      [['old 10', 'old 11', 'old 12', 'old 13', 'old 14']],
    ],
  ])('%s', (_, findings, expected) => expect(told(findings)).toEqual(expected));
});

describe('a reason for a comment', () => {
  test.each<[string, Partial<Placed>, Profile, number]>([
    ['is a medium problem', medium, 'standard', 1],
    ['is not what a medium problem costs', cost, 'standard', 0],
    ['is what a medium problem costs, when the profile is strict', cost, 'strict', 1],
    ['is what a high problem costs', { ...cost, severity: 'high' }, 'standard', 1],
    ['is not a medium problem that is uncertain', { ...medium, confidence: 'low' }, 'standard', 0],
    ['is not a problem that was there', { status: 'existing' }, 'standard', 0],
    ['is not a problem that is accepted', { suppressed: { reason: 'x', in: 'comment' } }, 'standard', 0],
  ])('%s', (_, changed, profile, count) => expect(told([on(10, 'one', 'A', changed)], profile)).toHaveLength(count));
});

test('the first comment is the worst, and of equal ones what somebody gains from', () => {
  const findings = [
    on(10, 'loses-logs', 'A', { threat: 'insufficient-logging' }),
    on(60, 'secret', 'B', { threat: 'data-exposure' }),
    on(90, 'open', 'C', { threat: 'broken-authentication' }),
    on(150, 'everything', 'D', { threat: 'insufficient-logging', severity: 'critical' }),
  ];
  expect(told(findings)).toEqual([['everything 150'], ['open 90'], ['secret 60'], ['loses-logs 10']]);
});
