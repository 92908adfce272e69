import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openTemplate, type Scenario, startScenario } from '../support/scenario.js';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterEach(() => expect(scenario.sandbox.violations()).toEqual([]));
afterAll(() => scenario.stop());

const line = openTemplate.split('\n').findIndex((text) => text.includes('AuthType')) + 1;
const annotation = (start: number) => ({
  path: 'template.yaml',
  start_line: start,
  end_line: start,
  annotation_level: 'failure',
  message: 'Make sure that authentication is not needed here.',
});

/** A draft has no comments yet: others report on its head before it is ready. */
async function reviewedAfter(start: number) {
  const { sandbox } = scenario;
  const repository = await scenario.repository();
  const pull = await sandbox.openPullRequest(repository, { files: { 'template.yaml': openTemplate }, draft: true });
  await scenario.conclude(pull);
  const annotations = [annotation(start)];
  await sandbox.reportCheck(pull, {
    app: 'sonarqubecloud',
    name: 'SonarCloud Code Analysis',
    conclusion: 'failure',
    annotations,
  });
  await sandbox.reportCheck(pull, { app: 'github-advanced-security', name: 'CodeQL', conclusion: 'success' });
  await sandbox.reportCheck(pull, { app: 'github-advanced-security', name: 'Postern', conclusion: 'success' });
  await sandbox.reportCheck(pull, { app: 'github-actions', name: 'build', conclusion: 'failure' });
  const mark = sandbox.mark();
  await sandbox.markReady(pull);
  await scenario.postern.idle();
  const calls = sandbox.world.calls.slice(mark).filter(({ route = '' }) => /check-runs$|annotations$/.test(route));
  const check = sandbox.checkRuns(pull).find((run) => run.name === 'Postern' && run.suite.app === undefined);
  return { check, comments: sandbox.comments(pull), reads: calls.filter(({ method }) => method === 'GET').length };
}

describe('other analysers report on the same commit', () => {
  test('and are named; what they say at the same line has no comment', async () => {
    const { check, comments, reads } = await reviewedAfter(line);
    expect(comments).toEqual([]);
    expect(check?.conclusion).toBe('failure');
    expect(check?.summary).toMatch(/On the same commit: \[CodeQL\]\([^)]+\) passed, \[SonarQube\]\([^)]+\) failed\./);
    expect(check?.summary).toMatch(/This line is also reported by \[SonarQube\]/);
    // The list, the lines of SonarQube, and our own annotations of the draft.
    expect(reads).toBe(3);
  });

  test('and what they say elsewhere changes no comment', async () => {
    const { check, comments } = await reviewedAfter(line + 1);
    expect(comments.map(({ path }) => path)).toEqual(['template.yaml']);
    expect(check?.summary).not.toContain('also reported');
  });
});
