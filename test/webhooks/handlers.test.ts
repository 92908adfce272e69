import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Probot } from 'probot';
import type { Job } from '../../src/jobs/job.js';
import { onCheckRun } from '../../src/webhooks/check-run.js';
import { onCheckSuite } from '../../src/webhooks/check-suite.js';
import { onInstallation } from '../../src/webhooks/installation.js';
import { onMergeGroup } from '../../src/webhooks/merge-group.js';
import { onPullRequest } from '../../src/webhooks/pull-request.js';
import { onPush } from '../../src/webhooks/push.js';

let probot: Probot;
let jobs: Job[] = [];

beforeAll(() => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  probot = new Probot({ appId: 1, privateKey, logLevel: 'fatal' });
  const enqueue = async (job: Job) => void jobs.push(job);
  probot.on(['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize'], onPullRequest(enqueue));
  probot.on(['pull_request.ready_for_review', 'pull_request.edited'], onPullRequest(enqueue));
  probot.on('merge_group.checks_requested', onMergeGroup(enqueue));
  probot.on('check_run.rerequested', onCheckRun(enqueue));
  probot.on('check_suite.rerequested', onCheckSuite(enqueue));
  probot.on('push', onPush(enqueue));
  probot.on(['installation.created', 'installation_repositories.added'], onInstallation(enqueue));
});
beforeEach(() => {
  jobs = [];
});

const repository = { name: 'app', html_url: 'https://github.com/acme/app', owner: { login: 'acme' } };
const installation = { id: 7, account: { html_url: 'https://github.com/acme' } };
const source = { installation: 7, owner: 'acme', repo: 'app', url: 'https://github.com/acme/app', delivery: 'd1' };
const pull_request = { number: 3, head: { sha: 'abc' }, base: { sha: 'base', ref: 'main' } };

/** Receives the smallest payload that a handler reads. */
async function receive(name: string, payload: object): Promise<readonly Job[]> {
  await probot.receive({ id: 'd1', name, payload: { installation, repository, ...payload } } as never);
  return jobs;
}

describe('a pull request', () => {
  const job = { ...source, kind: 'pull', number: 3, head: 'abc', base: 'base', baseRef: 'main' };
  test.each([
    ['is opened', { action: 'opened' }, [{ ...job, reason: 'pushed' }]],
    ['is pushed to', { action: 'synchronize' }, [{ ...job, reason: 'pushed' }]],
    ['is opened again', { action: 'reopened' }, [{ ...job, reason: 'asked' }]],
    ['is no draft any more', { action: 'ready_for_review' }, [{ ...job, reason: 'asked' }]],
    ['gets another base', { action: 'edited', changes: { base: {} } }, [{ ...job, reason: 'rebased' }]],
    ['gets another title', { action: 'edited', changes: { title: {} } }, []],
    ['is labelled', { action: 'labeled' }, []],
    ['is told by a webhook without installation', { action: 'opened', installation: undefined }, []],
  ])('%s', async (_, payload, expected) => {
    expect(await receive('pull_request', { pull_request, ...payload })).toEqual(expected);
  });
});

describe('the merge queue', () => {
  const merge_group = { head_sha: 'abc', base_sha: 'base', base_ref: 'refs/heads/release/1' };
  const job = { ...source, kind: 'group', head: 'abc', base: 'base', baseRef: 'release/1' };
  test.each([
    ['asks for checks', 'checks_requested', [job]],
    ['drops an entry', 'destroyed', []],
  ])('%s', async (_, action, expected) => {
    expect(await receive('merge_group', { action, merge_group })).toEqual(expected);
  });
});

describe('a push', () => {
  const pushed = { ...repository, default_branch: 'main' };
  const job = { ...source, kind: 'branch', head: 'abc', branch: 'main' };
  test.each([
    ['to the default branch', { ref: 'refs/heads/main' }, [job]],
    ['to another branch', { ref: 'refs/heads/feature' }, []],
    ['of a tag of that name', { ref: 'refs/tags/main' }, []],
    ['of an entry of the merge queue', { ref: 'refs/heads/gh-readonly-queue/main/pr-1-abc' }, []],
    ['that deletes the branch', { ref: 'refs/heads/main', deleted: true }, []],
    ['told by a webhook without installation', { ref: 'refs/heads/main', installation: undefined }, []],
  ])('%s', async (_, payload, expected) => {
    expect(await receive('push', { after: 'abc', deleted: false, repository: pushed, ...payload })).toEqual(expected);
  });
});

describe('a check', () => {
  const job = { ...source, kind: 'commit', head: 'abc', externalId: undefined, branch: undefined };
  const check_run = { name: 'Postern', head_sha: 'abc', external_id: 'pull/3/abc', check_suite: { head_branch: 'x' } };
  test.each([
    ['ours is asked for again', 'rerequested', check_run, [{ ...job, externalId: 'pull/3/abc', branch: 'x' }]],
    [
      'of a fork is asked for again',
      'rerequested',
      { ...check_run, check_suite: { head_branch: null } },
      [{ ...job, externalId: 'pull/3/abc' }],
    ],
    ['of another name is asked for again', 'rerequested', { ...check_run, name: 'lint' }, []],
    ['is completed', 'completed', check_run, []],
  ])('%s', async (_, action, run, expected) => {
    expect(await receive('check_run', { action, check_run: run })).toEqual(expected);
  });

  test.each([
    ['all are asked for again', 'rerequested', [job]],
    ['GitHub offers a suite', 'requested', []],
  ])('%s', async (_, action, expected) => {
    const check_suite = { head_sha: 'abc', head_branch: null };
    expect(await receive('check_suite', { action, check_suite })).toEqual(expected);
  });
});

describe('the app', () => {
  const repositories = [{ name: 'app', full_name: 'acme/app' }];
  const survey = { ...source, kind: 'survey' };
  test.each([
    ['is installed', 'installation', { action: 'created', repositories }, [survey]],
    ['is installed without a list of repositories', 'installation', { action: 'created' }, []],
    ['is removed', 'installation', { action: 'deleted', repositories }, []],
    [
      'gets repositories',
      'installation_repositories',
      { action: 'added', repositories_added: repositories, repositories_removed: [] },
      [survey],
    ],
  ])('%s', async (_, name, payload, expected) => expect(await receive(name, payload)).toEqual(expected));
});
