import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Probot } from 'probot';
import { redeliverMissing } from '../../src/jobs/redelivery.js';
import { githubOf } from '../../src/pull-request/gated-client.js';
import { probotOptions } from '../support/sandbox.js';
import { openTemplate, type Scenario, startScenario } from '../support/scenario.js';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario();
});
afterEach(() => scenario.stop());

const files = { 'template.yaml': openTemplate };

/** As the app itself. */
async function asApp() {
  const openGate = { enter: async () => undefined, onAnswer: () => undefined, onLimit: async () => undefined };
  return githubOf(await new Probot(probotOptions(scenario.sandbox)).auth(), openGate);
}

/** What happens while nobody listens. */
async function whileDown<T>(happens: () => Promise<T>): Promise<T> {
  const { world } = scenario.sandbox;
  const url = world.webhookUrl;
  world.webhookUrl = 'http://127.0.0.1:9/';
  const result = await happens();
  world.webhookUrl = url;
  return result;
}

const later = () => ({ now: Date.now() + 60_000 });

test('webhooks that were sent while the server was down are sent again, once', async () => {
  const { sandbox, postern } = scenario;
  const repository = await scenario.repository();
  const pull = await whileDown(() => sandbox.openPullRequest(repository, { files }));
  const github = await asApp();
  expect(await redeliverMissing(github, postern.store.deliveries, later())).toBeGreaterThan(0);
  expect(await sandbox.waitForCheck(pull)).toMatchObject({ status: 'completed' });
  await postern.idle();
  expect(await redeliverMissing(github, postern.store.deliveries, later())).toBe(0);
  expect(sandbox.violations().filter(({ kind }) => kind !== 'webhook-unanswered')).toEqual([]);
});

test('a webhook that was never sent is found by the sweep, and so is an entry of the merge queue', async () => {
  const { sandbox, postern } = scenario;
  const repository = await scenario.repository();
  const announce = sandbox.world.announce;
  sandbox.world.announce = async () => undefined;
  const pull = await sandbox.openPullRequest(repository, { files });
  const entry = await sandbox.enqueue(pull);
  sandbox.world.announce = announce;
  const [installation] = sandbox.world.installations;
  const sweep = {
    kind: 'sweep',
    installation: installation?.id ?? 0,
    owner: 'acme',
    repo: '*',
    url: '',
    delivery: 's',
  } as const;
  await postern.store.tasks.enqueue([sweep]);
  await postern.idle();
  expect(sandbox.checkRuns(pull)).toMatchObject([{ status: 'completed' }]);
  expect(sandbox.checkRuns(entry)).toMatchObject([{ status: 'completed' }]);
  const mark = sandbox.mark();
  await postern.store.tasks.enqueue([sweep]);
  await postern.idle();
  const counted = sandbox.usage(mark);
  expect([counted.byRoute, counted.refused]).toEqual([{ 'GET /installation/repositories': 1 }, 0]);
  expect(sandbox.violations()).toEqual([]);
});
