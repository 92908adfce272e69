import { describe, expect, test } from '@jest/globals';
import type { Advisory } from '../../../src/dependencies/advisories/advisory.js';
import { advisoryNotices, questionsOf } from '../../../src/dependencies/advisories/questions.js';
import { componentSets } from '../../../src/dependencies/component-set.js';
import { touchedManifests } from '../../../src/dependencies/touched.js';
import { judgeSets } from '../../../src/policies/components/judge.js';
import dependencyTyposquat from '../../../src/policies/vulnerable-components/dependency-typosquat/policy.js';
import vulnerableDependency from '../../../src/policies/vulnerable-components/vulnerable-dependency/policy.js';
import { filesOf } from '../../support/component-examples.js';

const events = [{ introduced: '0' }, { fixed: '2.31.0' }];
const advisory: Advisory = {
  id: 'PYSEC-1',
  aliases: [],
  summary: '',
  modified: '',
  severity: [],
  url: '',
  affected: [
    { ecosystem: 'PyPI', name: 'requests', versions: [], severity: [], ranges: [{ type: 'ECOSYSTEM', events }] },
  ],
};

type Texts = Readonly<Record<string, string>>;
const setsOf = (texts: Texts) => componentSets(Object.keys(texts), filesOf(texts));

function statuses(base: Texts, head: Texts, renames: Texts = {}) {
  const change = { base: setsOf(base), head: setsOf(head), renames: new Map(Object.entries(renames)) };
  const policies = [vulnerableDependency, dependencyTyposquat];
  const around = { policies, date: '2026-11-25', functions: [], ownNames: [] };
  return judgeSets(change, [advisory], around).problems.map(
    ({ policy, problem }) => `${problem.status} ${policy.id} ${problem.at.path}`,
  );
}

const vulnerable = 'requests==2.30.0\n';

describe('a whole change', () => {
  test.each<[string, Texts, Texts, Texts, readonly string[]]>([
    [
      'that adds a file',
      {},
      { 'requirements.txt': vulnerable },
      {},
      ['introduced vulnerable-dependency requirements.txt'],
    ],
    [
      'that removes a file',
      { 'requirements.txt': vulnerable },
      {},
      {},
      ['fixed vulnerable-dependency requirements.txt'],
    ],
    [
      'that moves a file',
      { 'a/requirements.txt': vulnerable },
      { 'b/requirements.txt': vulnerable },
      { 'b/requirements.txt': 'a/requirements.txt' },
      ['existing vulnerable-dependency b/requirements.txt'],
    ],
    [
      'that adds a file with a look-alike',
      {},
      { 'requirements.txt': 'reqeusts==1.0\n' },
      {},
      ['introduced dependency-typosquat requirements.txt'],
    ],
  ])('%s', (...[, base, head, renames, expected]) => expect(statuses(base, head, renames)).toEqual(expected));
});

describe('what a change touches', () => {
  const files = filesOf({
    'package.json': '{}',
    'package-lock.json': '{}',
    'app/package.json': '{}',
    'pom.xml': '<project/>',
    'module/pom.xml': '<project/>',
    'requirements.txt': '-r base.txt',
    'base.txt': 'x==1.0',
    '.npmrc': '',
    'README.md': '',
  });

  test.each<[string, readonly string[]]>([
    ['package-lock.json', ['package-lock.json']],
    ['app/package.json', ['app/package.json', 'package-lock.json']],
    ['pom.xml', ['module/pom.xml', 'pom.xml']],
    ['base.txt', ['requirements.txt']],
    ['.npmrc', ['app/package.json', 'package-lock.json', 'package.json']],
    ['README.md', []],
    ['removed/package.json', ['package-lock.json']],
  ])('by %s', (path, expected) => expect(touchedManifests([path], files)).toEqual(expected));
});

test('every version is asked for once, and names without one only for what no version escapes', () => {
  const texts = { 'requirements.txt': 'requests==2.30.0\nboto3>=1\n', 'app/requirements.txt': 'requests==2.30.0\n' };
  expect(questionsOf(setsOf(texts))).toEqual([
    { ecosystem: 'PyPI', name: 'requests', version: '2.30.0' },
    { ecosystem: 'PyPI', name: 'boto3', version: '99999.99.99' },
  ]);
});

test.each([
  ['incomplete', 1],
  ['complete', 0],
  ['off', 0],
] as const)('an answer that is %s keeps the check from being green: %s notices', (status, count) => {
  const answer = { status, advisories: [], asOf: undefined, problems: ['osv.example answered 503.'] };
  const notices = advisoryNotices(answer, setsOf({ 'requirements.txt': vulnerable }));
  expect(notices).toHaveLength(count);
  expect(notices.every(({ kind, message }) => kind === 'unread' && message.includes('503'))).toBe(true);
});

test('without a change to components nothing is said about advisories', () => {
  expect(advisoryNotices({ status: 'incomplete', advisories: [], asOf: undefined, problems: [] }, [])).toEqual([]);
});
