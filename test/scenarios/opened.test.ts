import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readFolder } from '../../sandbox/demo/shop.js';
import { longerTemplate, openTemplate, type Scenario, soundTemplate, startScenario } from '../support/scenario.js';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterEach(() => {
  expect(scenario.sandbox.violations()).toEqual([]);
});
afterAll(() => scenario.stop());

const failing = ['review', 'comment template.yaml:12 RIGHT: authorizer-removed, suggestion'];
const failed = 'check | failure | 1 new problem, 1 fails this check';

describe('a pull request is opened', () => {
  test('that opens a function to the world: one check, one review with a suggestion', async () => {
    const pull = await scenario.sandbox.openPullRequest(await scenario.repository(), {
      files: { 'template.yaml': openTemplate },
    });
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['new check | in_progress', ...failing, failed]);
  });

  test('that brings nothing: one green check, no review', async () => {
    const pull = await scenario.sandbox.openPullRequest(await scenario.repository(), {
      files: { 'template.yaml': longerTemplate },
    });
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['new check | in_progress', 'check | success | No new problems']);
  });

  test('that touches no stack: green at once', async () => {
    const pull = await scenario.sandbox.openPullRequest(await scenario.repository(), { files: { 'notes.md': 'x\n' } });
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['new check | in_progress', 'check | success | Nothing to review']);
  });

  test('that deletes a protection: told on the deleted line', async () => {
    const pull = await scenario.sandbox.openPullRequest(await scenario.repository(), {
      files: { 'template.yaml': soundTemplate.replace('      Tracing: Active\n', '') },
    });
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual([
      'new check | in_progress',
      'review',
      'comment template.yaml:9 LEFT: monitoring-removed',
      'check | failure | 1 new problem, 1 fails this check',
    ]);
  });

  test('that brings nothing worse than a low problem: a line in the check, no comment', async () => {
    const group = '  ShopLog:\n    Type: AWS::Logs::LogGroup\n    Properties: { LogGroupName: shop }\n';
    const pull = await scenario.sandbox.openPullRequest(await scenario.repository(), {
      files: { 'template.yaml': `${soundTemplate}${group}` },
    });
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['new check | in_progress', 'check | success | 1 new problem']);
  });

  test('from a fork, whose head no check run names', async () => {
    const pull = await scenario.sandbox.openPullRequest(await scenario.repository(), {
      files: { 'template.yaml': openTemplate },
      fork: 'stranger',
    });
    const run = await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['new check | in_progress', ...failing, failed]);
    await scenario.sandbox.rerequestRun(run);
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['check | in_progress', failed]);
  });

  test('as a draft: the check only, and the review when it is ready', async () => {
    const pull = await scenario.sandbox.openPullRequest(await scenario.repository(), {
      files: { 'template.yaml': openTemplate },
      draft: true,
    });
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['new check | in_progress', `${failed} | 1 annotations`]);
    await scenario.sandbox.markReady(pull);
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['check | in_progress', ...failing, failed]);
  });

  test('of the shop: 12 calls at most, besides what its findings cost', async () => {
    const repository = await scenario.repository(readFolder('sandbox/shop/base'));
    const mark = scenario.sandbox.mark();
    const pull = await scenario.sandbox.openPullRequest(repository, { files: readFolder('sandbox/shop/head') });
    const run = await scenario.conclude(pull);
    expect(run).toMatchObject({ conclusion: 'failure' });
    expect(scenario.sandbox.comments(pull).length).toBeGreaterThan(1);
    expect(scenario.sandbox.usage(mark).calls).toBeLessThanOrEqual(14);
    scenario.written();
  });
});
