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

  test('that a repository does not have changes nothing for its check', async () => {
    scenario.sandbox.fail({ kind: 'status', status: 403, route });
    const { check } = await opened(asked);
    expect([check.conclusion, scenario.sandbox.world.analyses]).toEqual(['failure', []]);
  });
});
