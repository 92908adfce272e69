import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readManifest } from '../../sandbox/app.js';
import type { Pull } from '../../sandbox/world.js';
import { longerTemplate, openTemplate, type Scenario, startScenario } from '../support/scenario.js';

const manifest = readManifest('app.yml');

let scenario: Scenario;
let pull: Pull;
beforeAll(async () => {
  const permissions = { ...manifest.permissions, contents: 'write' };
  scenario = await startScenario({ app: { ...manifest, permissions } });
});
beforeEach(async () => {
  const repository = await scenario.repository();
  pull = await scenario.sandbox.openPullRequest(repository, { files: { 'template.yaml': openTemplate } });
  await scenario.conclude(pull);
  scenario.written();
});
afterEach(() => {
  expect(scenario.sandbox.violations()).toEqual([]);
});
afterAll(() => scenario.stop());

async function push(files: Record<string, string | null>): Promise<readonly string[]> {
  await scenario.sandbox.pushTo(pull, files);
  await scenario.conclude(pull);
  return scenario.written();
}

const green = ['new check | in_progress', 'check | success | 1 of 1 problem fixed'];
const stillRed = ['new check | in_progress', 'check | failure | 1 new problem, 1 fails this check'];

describe('a commit is pushed', () => {
  test('by the suggestion: it mends the problem, and the check is green', async () => {
    const [comment] = scenario.sandbox.comments(pull);
    const applied = await scenario.sandbox.applySuggestion(comment?.id ?? 0);
    expect(applied).toEqual({ commit: pull.headSha });
    await scenario.conclude(pull);
    expect(await scenario.sandbox.readFile(pull, 'template.yaml')).toBe(longerTemplate);
    expect(scenario.written()).toEqual(green);
  });

  test('by hand, that mends the problem: the thread is resolved', async () => {
    const [begin, end] = green;
    expect(await push({ 'template.yaml': longerTemplate })).toEqual([begin, 'resolveReviewThread', end]);
  });

  test('that leaves the problem: nothing is said twice', async () => {
    expect(await push({ 'notes.md': 'words\n' })).toEqual(stillRed);
  });

  test('that only moves the problem: nothing is said twice', async () => {
    expect(await push({ 'template.yaml': `# Moved by a line.\n${openTemplate}` })).toEqual(stillRed);
  });

  test('that renames the file of the problem: nothing is said twice', async () => {
    expect(await push({ 'template.yaml': null, 'stacks/template.yaml': openTemplate })).toEqual(stillRed);
  });

  test('that mends the problem after somebody answered: the thread is left to them', async () => {
    const [thread] = scenario.sandbox.threads(pull);
    if (thread === undefined) throw new Error('There is no thread.');
    await scenario.sandbox.reply(thread, 'On purpose: it is a public page.');
    expect(await push({ 'template.yaml': longerTemplate })).toEqual(green);
  });

  test('that brings one more problem: only that is told', async () => {
    expect(await push({ 'template.yaml': openTemplate.replace('      Tracing: Active\n', '') })).toEqual([
      'new check | in_progress',
      'review',
      'comment template.yaml:9 LEFT: monitoring-removed',
      'check | failure | 2 new problems, 2 fail this check',
    ]);
  });
});

describe('without a push', () => {
  test('a re-run of all checks says the same again and posts nothing', async () => {
    const [run] = scenario.sandbox.checkRuns(pull);
    if (run === undefined) throw new Error('There is no check run.');
    await scenario.sandbox.rerequestSuite(run);
    await scenario.conclude(pull);
    expect(scenario.written()).toEqual(['check | in_progress', stillRed[1]]);
  });

  test('a new base that has the problem already makes it no news', async () => {
    await scenario.sandbox.createBranch(pull.repository, 'release', pull.headSha);
    await push({ 'template.yaml': `${openTemplate}# A word more.\n` });
    await scenario.sandbox.changeBase(pull, 'release');
    await scenario.postern.idle();
    expect(scenario.written().at(-1)).toBe('check | success | No new problems');
  });

  test('an entry of the merge queue gets the same check and no comment', async () => {
    await scenario.conclude(await scenario.sandbox.enqueue(pull));
    expect(scenario.written()).toEqual([
      'new check | in_progress',
      'check | failure | 1 new problem, 1 fails this check | 1 annotations',
    ]);
  });
});
