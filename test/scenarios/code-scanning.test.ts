import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Log } from 'sarif';
import { openTemplate, type Scenario, soundFiles, startScenario } from '../support/scenario.js';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterEach(() => expect(scenario.sandbox.violations()).toEqual([]));
afterAll(() => scenario.stop());

const route = 'POST /repos/{owner}/{repo}/code-scanning/sarifs';
const asked = { ...soundFiles, '.github/postern.yml': 'codeScanning: true\n' };
const change = { files: { 'template.yaml': openTemplate } };

function rulesIn(log: unknown): readonly (string | undefined)[] {
  return (log as Log).runs[0]?.results?.map(({ ruleId }) => ruleId) ?? [];
}

async function opened(files: typeof soundFiles) {
  const repository = await scenario.repository(files);
  scenario.sandbox.world.analyses.length = 0;
  const pull = await scenario.sandbox.openPullRequest(repository, change);
  return { pull, check: await scenario.conclude(pull) };
}

describe('code scanning', () => {
  test('gets the findings of a pull request where the settings ask for it', async () => {
    const { pull, check } = await opened(asked);
    const [analysis] = scenario.sandbox.world.analyses;
    expect([analysis?.sha, analysis?.ref]).toEqual([pull.headSha, `refs/pull/${pull.number}/head`]);
    const log = analysis?.log as Log | undefined;
    const results = log?.runs[0]?.results ?? [];
    expect(results.map(({ ruleId }) => ruleId)).toContain('authorizer-removed');
    expect(check.conclusion).toBe('failure');
  });

  test('gets nothing unless it is asked for', async () => {
    await opened(soundFiles);
    expect(scenario.sandbox.world.analyses).toEqual([]);
  });

  test('gets nothing of an entry of the merge queue', async () => {
    const { pull } = await opened(asked);
    scenario.sandbox.world.analyses.length = 0;
    const entry = await scenario.sandbox.enqueue(pull);
    await scenario.conclude(entry);
    expect(scenario.sandbox.world.analyses).toEqual([]);
  });

  test.each([
    ['as it stands where the settings ask for it', asked, 1],
    ['not at all unless it is asked for', soundFiles, 0],
  ])('is told of a push to the default branch %s', async (_, files, uploads) => {
    const { sandbox, postern } = scenario;
    const repository = await scenario.repository(files);
    sandbox.world.analyses.length = 0;
    const mark = sandbox.mark();
    await sandbox.pushToBranch(repository, 'main', { 'template.yaml': openTemplate });
    await postern.idle();
    const told = sandbox.world.analyses.map(({ ref, log }) => ({ ref, rules: rulesIn(log) }));
    expect(told.length).toBe(uploads);
    const open = { ref: 'refs/heads/main', rules: expect.arrayContaining(['function-url-open']) };
    expect(told).toEqual(Array.from({ length: uploads }, () => open));
    // One question finds out that nobody asks for it.
    const calls = sandbox.world.calls.slice(mark).filter(({ route }) => !route.endsWith('access_tokens'));
    expect(uploads === 1 || calls.length === 1).toBe(true);
  });

  test('is not told of a push to any other branch', async () => {
    const { sandbox, postern } = scenario;
    const repository = await scenario.repository(asked);
    sandbox.world.analyses.length = 0;
    await sandbox.pushToBranch(repository, 'feature', { 'template.yaml': openTemplate });
    await postern.idle();
    expect(sandbox.world.analyses).toEqual([]);
  });

  test('that a repository does not have changes nothing for its check', async () => {
    scenario.sandbox.fail({ kind: 'status', status: 403, route });
    const { check } = await opened(asked);
    expect([check.conclusion, scenario.sandbox.world.analyses]).toEqual(['failure', []]);
  });
});
