import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type AppProcess, startApp } from '../../sandbox/demo/app-process.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { startTestSandbox } from '../support/sandbox.js';
import { openTemplate, soundFiles } from '../support/scenario.js';

/** The built server, as it is deployed: `npm test` builds it first. */
const entry = 'dist/server.js';

let sandbox: Sandbox;
let app: AppProcess | undefined;
const data = mkdtempSync(path.join(tmpdir(), 'postern-'));

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => {
  await app?.stop();
  expect(sandbox.violations().filter(({ kind }) => kind !== 'webhook-unanswered')).toEqual([]);
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(data, { recursive: true, force: true });
});

async function open(name: string, template: string) {
  const repository = await sandbox.createRepository({ files: soundFiles, name });
  return sandbox.openPullRequest(repository, { files: { 'template.yaml': template } });
}

test('a server that is killed during a review ends it after its restart, and says nothing twice', async () => {
  app = await startApp(sandbox, { entry, data });
  sandbox.fail({ kind: 'slow', milliseconds: 2000, route: 'GET /repos/{owner}/{repo}/compare/{basehead}' });
  const pull = await open('killed', openTemplate);
  while (sandbox.checkRuns(pull).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await app.kill();
  app = await startApp(sandbox, { entry, data });
  await sandbox.waitForCheck(pull);
  const titles = sandbox.checkRuns(pull).map(({ conclusion, title }) => [conclusion, title]);
  expect(titles).toEqual([['failure', '1 new problem, 1 fails this check']]);
  expect(sandbox.comments(pull).map(({ place }) => place?.line)).toEqual([12]);
});

test('input made to exhaust the analysis ends its check, and the next review is as ever', async () => {
  app = await startApp(sandbox, { entry, data });
  const bomb = `${openTemplate}      Deep: ${'{ a: '.repeat(150_000)}1${' }'.repeat(150_000)}\n`;
  expect(await sandbox.waitForCheck(await open('bombed', bomb))).toHaveProperty('status', 'completed');
  const next = await sandbox.waitForCheck(await open('next', openTemplate));
  expect(next.title).toBe('1 new problem, 1 fails this check');
});

test('the demo prints its review and ends', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/demo.mjs', '--once'], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(stdout).toMatch(/Postern: failure {2}\d+ new problems/);
  expect(stdout).toMatch(/template\.yaml, (?:deleted )?lines? /);
  expect(stdout).toContain('AuthType: AWS_IAM');
});
