import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readManifest } from '../../sandbox/app.js';
import { runChaos } from '../../sandbox/chaos/chaos.js';
import { type AppProcess, startApp } from '../../sandbox/demo/app-process.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { startTestSandbox } from '../support/sandbox.js';
import { openTemplate, soundFiles } from '../support/scenario.js';
import { freshServed, testServer } from '../support/served.js';
import { freshDirectory } from '../support/store.js';

/** The built server, as it is deployed: `npm test` builds it first. */
const entry = 'dist/server.js';

test('nothing is lost and nothing said twice while the process is killed at random', async () => {
  const { faults, kills } = await runChaos({
    app: readManifest('app.yml'),
    entry,
    seed: 5,
    reviews: 8,
    processes: 1,
    workers: 1,
    databaseUrl: undefined,
    data: freshDirectory(),
    print: (text) => console.error(text),
  });
  expect(faults).toEqual([]);
  expect(kills).toBeGreaterThan(0);
});

describe('processes that share a PostgreSQL server', () => {
  const onServer = testServer === undefined ? test.skip : test;
  let database: Awaited<ReturnType<typeof freshServed>> | undefined;
  const running: AppProcess[] = [];
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    database = testServer === undefined ? undefined : await freshServed();
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });
  afterAll(async () => {
    await sandbox.stop();
    await database?.drop();
  });

  async function start(role: string): Promise<AppProcess> {
    const environment = { DATABASE_URL: database?.url ?? '', ROLE: role, WORKERS: '1' };
    const started = await startApp(sandbox, { entry, environment });
    running.push(started);
    return started;
  }

  onServer('one receives and another reviews; both are replaced one after the other under traffic', async () => {
    const oldWorker = await start('worker');
    const oldWeb = await start('web');
    const repository = await sandbox.createRepository({ files: soundFiles, name: 'rolled' });
    // Equal changes of one second would be one commit, with a check for each pull request.
    const open = (note: string) =>
      sandbox.openPullRequest(repository, { files: { 'template.yaml': openTemplate, 'note.md': note } });
    const pulls = [await open('first')];
    await start('worker');
    pulls.push(await open('second'));
    await oldWorker.stop();
    pulls.push(await open('third'));
    await start('web');
    pulls.push(await open('fourth'));
    await oldWeb.stop();
    pulls.push(await open('fifth'));
    for (const pull of pulls) {
      await sandbox.waitForCheck(pull, { milliseconds: 50_000 });
      expect(sandbox.checkRuns(pull).map(({ conclusion }) => conclusion)).toEqual(['failure']);
    }
    expect(sandbox.violations()).toEqual([]);
  });
});
