import { describe, expect, test } from '@jest/globals';
import type { Job, PullJob } from '../../src/jobs/job.js';
import { arrive, giveBack, isUrgent, mayBegin, rankOf, type Slot } from '../../src/jobs/rules.js';

const source = { installation: 1, owner: 'acme', repo: 'app', url: 'https://github.com/acme/app', delivery: 'd' };
const pull = (head: string, changed: Partial<PullJob> = {}): PullJob => ({
  ...source,
  kind: 'pull',
  number: 1,
  head,
  base: 'b',
  baseRef: 'main',
  reason: 'pushed',
  ...changed,
});
const superseded = (head: string, by: string): Job => ({
  ...source,
  kind: 'superseded',
  head,
  externalId: `pull/1/${head}`,
  by,
});
const group: Job = { ...source, kind: 'group', head: 'a', base: 'b', baseRef: 'main' };
const survey: Job = { ...source, kind: 'survey' };
const commit: Job = { ...source, kind: 'commit', head: 'a', externalId: undefined, branch: undefined };
const branch = (head: string): Job => ({ ...source, kind: 'branch', head, branch: 'main' });
const slot = (running?: Job, waiting?: Job): Slot => ({ running, waiting });
const nothing = { stoppedBy: undefined, also: undefined };

describe('a job arrives', () => {
  const asked = pull('a', { reason: 'asked' });
  test.each<[string, Slot, Job, object]>([
    ['and nothing is there: it waits', slot(), pull('a'), { ...nothing, waiting: pull('a') }],
    [
      'twice while it runs: once is enough',
      slot(pull('a')),
      pull('a'),
      { ...nothing, isRepeated: true, waiting: undefined },
    ],
    [
      'twice while it waits: once is enough',
      slot(undefined, pull('a')),
      pull('a'),
      { ...nothing, isRepeated: true, waiting: pull('a') },
    ],
    [
      'of a newer push to the default branch: the older one stops',
      slot(branch('a')),
      branch('b'),
      { waiting: branch('b'), stoppedBy: 'b', also: undefined },
    ],
    [
      'of one push to the default branch twice: once is enough',
      slot(undefined, branch('a')),
      branch('a'),
      { ...nothing, isRepeated: true, waiting: branch('a') },
    ],
    ['that was asked for while it runs: it runs again', slot(pull('a')), asked, { ...nothing, waiting: asked }],
    [
      'of the same head after it was asked for: it stays asked for',
      slot(undefined, asked),
      pull('a'),
      { ...nothing, isRepeated: true, waiting: asked },
    ],
    [
      'with a newer head while an older one runs: the older one stops',
      slot(pull('a')),
      pull('b'),
      { waiting: pull('b'), stoppedBy: 'b', also: undefined },
    ],
    [
      'with a newer head while an older one waits: the older one is concluded',
      slot(undefined, pull('a')),
      pull('b'),
      { waiting: pull('b'), stoppedBy: undefined, also: superseded('a', 'b') },
    ],
    [
      'with a third head while one runs and one waits: both are told',
      slot(pull('a'), pull('b')),
      pull('c'),
      { waiting: pull('c'), stoppedBy: 'c', also: superseded('b', 'c') },
    ],
    ['of the merge queue twice', slot(group), group, { ...nothing, isRepeated: true, waiting: undefined }],
    ['to survey while a survey runs: there may be more by now', slot(survey), survey, { ...nothing, waiting: survey }],
  ])('%s', (_, before, job, expected) => expect(arrive(before, job)).toEqual(expected));
});

describe('a job was begun and not done', () => {
  test.each<[string, Slot, object]>([
    ['and nothing waits: it waits again', slot(pull('a')), { ...nothing, waiting: pull('a') }],
    [
      'and a newer head waits: that one is left, the older is concluded',
      slot(pull('a'), pull('b')),
      { waiting: pull('b'), stoppedBy: undefined, also: superseded('a', 'b') },
    ],
    [
      'that was asked for, and the same head waits: it stays asked for',
      slot(pull('a', { reason: 'asked' }), pull('a')),
      { ...nothing, waiting: pull('a', { reason: 'asked' }) },
    ],
    ['which ended meanwhile: what waits, waits', slot(undefined, pull('a')), { ...nothing, waiting: pull('a') }],
  ])('%s', (_, before, expected) => expect(giveBack(before)).toEqual(expected));
});

test('the merge queue goes first, then pull requests, then heads that nobody waits for, then forks, then surveys', () => {
  const jobs = [survey, pull('a', { fork: true }), superseded('a', 'b'), commit, pull('a'), group];
  const order = [...jobs].sort((one, other) => rankOf(one) - rankOf(other));
  expect(order.map((job) => [job.kind, rankOf(job)])).toEqual([
    ['group', 0],
    ['commit', 1],
    ['pull', 1],
    ['superseded', 2],
    ['pull', 3],
    ['survey', 4],
  ]);
  expect(jobs.filter(isUrgent)).toEqual([group]);
});

describe('what an installation may have under way', () => {
  const fork = pull('a', { fork: true });
  const times = (count: number, job: Job) => Array.from({ length: count }, () => job);
  test.each<[string, Job, readonly Job[], boolean]>([
    ['its first job', pull('a'), [], true],
    ['its fourth job', pull('a'), times(3, pull('a')), true],
    ['its fifth job', pull('a'), times(4, pull('a')), false],
    ['an entry of the merge queue, always', group, times(4, pull('a')), true],
    ['a second fork', fork, [fork], true],
    ['a third fork', fork, times(2, fork), false],
    ['a pull request of its own beside two forks', pull('a'), times(2, fork), true],
  ])('%s', (_, job, running, expected) => expect(mayBegin(job, running)).toBe(expected));
});
