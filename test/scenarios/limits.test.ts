import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { PlainOctokit } from '../support/octokit.js';
import { type RunningPostern, runPostern } from '../support/postern.js';
import { startTestSandbox } from '../support/sandbox.js';
import { openTemplate, soundFiles } from '../support/scenario.js';

let sandbox: Sandbox;
let postern: RunningPostern;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => {
  await postern.stop();
  await sandbox.stop();
});

const files = { 'template.yaml': openTemplate };

async function open(owner: string) {
  const known = sandbox.world.repositories.get(`${owner}/shop`);
  const repository = known ?? (await sandbox.createRepository({ owner, name: 'shop', files: soundFiles }));
  return sandbox.openPullRequest(repository, { files });
}

describe.each(['2022-11-28', '2026-03-10'])('version %s of the REST API', (version) => {
  test('is spoken', async () => {
    const Octokit = PlainOctokit.plugin((octokit) => {
      octokit.hook.before('request', (options) => {
        options.headers['x-github-api-version'] = version;
      });
      return {};
    });
    postern = await runPostern(sandbox, undefined, { octokit: Octokit as typeof PlainOctokit });
    const run = await sandbox.waitForCheck(await open('acme'));
    expect(run).toMatchObject({ title: '1 new problem, 1 fails this check' });
    expect(sandbox.violations()).toEqual([]);
  });
});

test.each<[string, () => string]>([
  ['of forty letters and digits', () => `ghs_${randomBytes(18).toString('hex')}`],
  ['of the first form', () => `v1.${randomBytes(20).toString('hex')}`],
  ['of eight kilobytes', () => `ghs_${randomBytes(6000).toString('base64url')}`],
  ['with every character that a header may hold', () => `${randomBytes(4).toString('hex')}-._~+/=`],
  [
    'that look like the assertion of an app',
    () => ['eyJ', 'e30', 'c2ln'].map((part) => part + randomBytes(8).toString('hex')).join('.'),
  ],
])('a review works with tokens %s', async (_, newSecret) => {
  sandbox.issueTokens(newSecret);
  postern = await runPostern(sandbox);
  const run = await sandbox.waitForCheck(await open('acme'));
  expect(run).toMatchObject({ title: '1 new problem, 1 fails this check' });
  expect(sandbox.violations()).toEqual([]);
  expect(sandbox.world.tokens.size).toBe(1);
});

test('while one installation has to wait, another is reviewed; the first one is when its time comes', async () => {
  postern = await runPostern(sandbox);
  sandbox.install('globex');
  const listing = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  sandbox.fail({ kind: 'secondary-limit', route: listing, retryAfterSeconds: 4 });
  const limited = await open('acme');
  const more = await open('acme');
  const free = await open('globex');
  for (const pull of [free, limited, more]) {
    expect(await sandbox.waitForCheck(pull)).toMatchObject({ title: '1 new problem, 1 fails this check' });
  }
  // However slow the machine: what was told to wait wrote nothing before its time.
  const refused = sandbox.world.calls.find(({ status, owner }) => status === 403 && owner === 'acme');
  const written = refused?.path.replace(/commits\/.*/, 'check-runs');
  const begun = sandbox.world.calls.find(({ method, path }) => method === 'POST' && path === written);
  expect(Number(begun?.at) - Number(refused?.at)).toBeGreaterThan(3900);
  expect(sandbox.violations()).toEqual([]);
});

test('pull requests that wait for the same first token, with one worker and paced writes, are all reviewed', async () => {
  postern = await runPostern(sandbox, undefined, { workers: 1, betweenWrites: 200 });
  const [installation] = sandbox.world.installations;
  // Another process writes for the installation, too.
  for (let write = 0; write < 50; write += 1) await postern.store.limits.reserveWrite(installation?.id ?? 0);
  const pulls = [await open('acme'), await open('acme'), await open('acme')];
  for (const pull of pulls) {
    expect(await sandbox.waitForCheck(pull, { milliseconds: 50_000 })).toMatchObject({
      title: '1 new problem, 1 fails this check',
    });
  }
});

describe('something goes away in the middle', () => {
  const comparing = 'GET /repos/{owner}/{repo}/compare/{basehead}';

  /** Opens a pull request, and does this while its change is read. */
  async function meanwhile(happens: () => void): Promise<void> {
    postern = await runPostern(sandbox);
    sandbox.fail({ kind: 'slow', milliseconds: 300, route: comparing });
    const pull = await open('acme');
    while (sandbox.checkRuns(pull).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    happens();
    await postern.idle();
  }

  test.each<[string, () => void]>([
    ['the installation is suspended', () => sandbox.suspend('acme')],
    ['the installation is removed', () => sandbox.uninstall('acme')],
    [
      'the repository is deleted',
      () => {
        const repository = sandbox.world.repositories.get('acme/shop');
        if (repository !== undefined) sandbox.deleteRepository(repository);
      },
    ],
  ])('%s: the job is over, and the next one elsewhere is as ever', async (_, happens) => {
    await meanwhile(happens);
    sandbox.install('globex');
    expect(await sandbox.waitForCheck(await open('globex'))).toMatchObject({ status: 'completed' });
  });
});
