import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FaultDraft } from '../../sandbox/sandbox.js';
import { openTemplate, type Scenario, soundFiles, startScenario } from '../support/scenario.js';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.stop());

async function open() {
  const repository = await scenario.repository();
  return scenario.sandbox.openPullRequest(repository, { files: { 'template.yaml': openTemplate } });
}

const comparing = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const reviewing = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const creating = 'POST /repos/{owner}/{repo}/check-runs';
const completing = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';

describe('GitHub has a bad day', () => {
  const faults: readonly (readonly [string, FaultDraft])[] = [
    ['an error while reading', { kind: 'status', status: 502, route: comparing }],
    ['an answer cut in the middle', { kind: 'truncate', route: comparing }],
    ['a connection reset while reading', { kind: 'reset', route: comparing }],
    ['a refusal while reading', { kind: 'status', status: 403, route: comparing }],
    ['a commit that is not known everywhere yet', { kind: 'status', status: 404, route: comparing }],
    ['a request that is not understood', { kind: 'status', status: 422, route: comparing }],
    ['a secondary limit while reading', { kind: 'secondary-limit', route: comparing }],
    ['an error when the check is created', { kind: 'status', status: 500, route: creating }],
    ['an error when the check is completed', { kind: 'status', status: 503, route: completing }],
    ['an error when the review is posted', { kind: 'status', status: 502, route: reviewing }],
    ['a review that arrives although its answer is cut', { kind: 'truncate', route: reviewing }],
  ];
  test.each(faults)('%s: one check, one comment, as without', async (_, fault) => {
    scenario.sandbox.fail(fault);
    const pull = await open();
    await scenario.postern.idle();
    expect(scenario.sandbox.checkRuns(pull).map(({ status, title }) => [status, title])).toEqual([
      ['completed', '1 new problem, 1 fails this check'],
    ]);
    expect(scenario.sandbox.comments(pull)).toHaveLength(1);
    expect(scenario.sandbox.world.faults.map(({ times }) => times).at(-1)).toBe(0);
  });

  test.each([
    ['standard', 'neutral'],
    ['strict', 'failure'],
  ])('a refusal that stays, under the profile %s: the check says so and ends %s', async (profile, conclusion) => {
    const settings = { '.github/postern.yml': `profile: ${profile}\n` };
    const repository = await scenario.repository({ ...soundFiles, ...settings });
    scenario.sandbox.fail({ kind: 'status', status: 403, route: comparing, times: 3 });
    const pull = await scenario.sandbox.openPullRequest(repository, { files: { 'template.yaml': openTemplate } });
    const run = await scenario.conclude(pull);
    expect([run.title, run.conclusion]).toEqual(['Could not review this change', conclusion]);
  });

  test('tokens that expired too early', async () => {
    await open();
    await scenario.postern.idle();
    scenario.sandbox.expireTokens();
    const pull = await open();
    expect(await scenario.conclude(pull)).toMatchObject({ title: '1 new problem, 1 fails this check' });
  });

  test('a review that GitHub refuses: the check tells it all', async () => {
    scenario.sandbox.fail({ kind: 'status', status: 422, route: reviewing });
    const pull = await open();
    const run = await scenario.conclude(pull);
    expect(run.annotations.map(({ path, start_line }) => [path, start_line])).toEqual([['template.yaml', 12]]);
  });
});

describe('webhooks that should not count', () => {
  async function redeliver(options: Parameters<typeof scenario.sandbox.deliver>[1]) {
    const sent = scenario.sandbox
      .deliveries()
      .filter(({ event }) => event === 'pull_request')
      .at(-1);
    if (sent === undefined) throw new Error('No webhook was sent.');
    scenario.written();
    const delivery = await scenario.sandbox.deliver(sent, options);
    await scenario.postern.idle();
    return { status: delivery.status, written: scenario.written() };
  }

  test.each([
    ['a wrong signature', 'wrong'],
    ['no signature', 'none'],
  ] as const)('%s: refused, and nothing happens', async (_, signature) => {
    const pull = await open();
    await scenario.conclude(pull);
    expect(await redeliver({ signature })).toEqual({ status: 401, written: [] });
  });

  test('a webhook that comes twice: nothing is said twice', async () => {
    const pull = await open();
    await scenario.conclude(pull);
    const { written } = await redeliver({});
    expect(written.filter((line) => /^(review|comment|new check)/.test(line))).toEqual([]);
    expect(scenario.sandbox.checkRuns(pull)).toHaveLength(1);
  });

  test.each([
    ['an event that nobody subscribed to', { event: 'star', action: 'created', payload: { action: 'created' } }],
    [
      'an event without what it has by GitHub',
      { event: 'pull_request', action: 'opened', payload: { action: 'opened' } },
    ],
    ['a repository whose name is a path', oddPull({ name: '../../etc', html_url: 'x', owner: { login: 'acme' } })],
  ])('%s: taken, and nothing happens', async (_, message) => {
    scenario.written();
    const { status } = await scenario.sandbox.deliver(message);
    await scenario.postern.idle();
    expect([status, scenario.written()]).toEqual([202, []]);
  });

  function oddPull(repository: object) {
    const sides = { head: { sha: 'a'.repeat(40) }, base: { sha: 'b'.repeat(40), ref: 'main' } };
    const payload = { action: 'opened', installation: { id: 1 }, repository, pull_request: { number: 1, ...sides } };
    return { event: 'pull_request', action: 'opened', payload };
  }

  test('a head that vanished before it was looked at: the job is over, and the head that is there has its check', async () => {
    const pull = await open();
    await scenario.conclude(pull);
    const sent = scenario.sandbox.deliveries().findLast(({ event }) => event === 'pull_request');
    const payload = structuredClone(Object(sent?.payload));
    payload.pull_request.head.sha = 'd'.repeat(40);
    scenario.written();
    await scenario.sandbox.deliver({
      event: 'pull_request',
      action: 'synchronize',
      payload: { ...payload, action: 'synchronize' },
    });
    await scenario.postern.idle();
    expect(scenario.written()).toEqual([]);
    expect(scenario.sandbox.checkRuns(pull)).toMatchObject([{ status: 'completed' }]);
  });
});
