import { expect, test } from '@jest/globals';
import { pullNumberIn, queueBaseIn } from '../../src/jobs/job.js';

const sha = 'a'.repeat(40);

test.each([
  ['one of ours', `pull/12/${sha}`, 12],
  ['one of the merge queue', `group/${sha}/${sha}`, undefined],
  ['one of another app', 'build-12', undefined],
  ['none', null, undefined],
])('the pull request in an external id: %s', (_, id, expected) => expect(pullNumberIn(id)).toBe(expected));

test.each([
  ['a branch of the merge queue', `gh-readonly-queue/main/pr-7-${sha}`, { baseRef: 'main', base: sha }],
  ['a base branch with slashes', `gh-readonly-queue/release/1.x/pr-7-${sha}`, { baseRef: 'release/1.x', base: sha }],
  ['another branch', 'feature/x', undefined],
  ['no branch', undefined, undefined],
])('the base of a merge queue entry: %s', (_, branch, expected) => expect(queueBaseIn(branch)).toEqual(expected));
