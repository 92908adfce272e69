import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readFolder } from '../../sandbox/demo/shop.js';
import { type Scenario, startScenario } from '../support/scenario.js';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterEach(() => {
  expect(scenario.sandbox.violations()).toEqual([]);
});
afterAll(() => scenario.stop());

/** The problems that a check's title still counts. */
function remaining(title: string | null | undefined): number {
  return Number(/(\d+) (?:new problems?|remains?)\b/.exec(title ?? '')?.[1] ?? 0);
}

test('the shop, suggestion by suggestion: fewer problems each time, nothing is told as new', async () => {
  const repository = await scenario.repository(readFolder('sandbox/shop/base'));
  const pull = await scenario.sandbox.openPullRequest(repository, { files: readFolder('sandbox/shop/head') });
  const counts = [remaining((await scenario.conclude(pull)).title)];
  const first = scenario.sandbox.comments(pull);
  const suggesting = first.filter(({ body }) => body.includes('```suggestion'));
  expect(suggesting.length).toBeGreaterThan(0);
  scenario.written();
  for (const { id } of suggesting) {
    expect(await scenario.sandbox.applySuggestion(id)).toHaveProperty('commit');
    const { title } = await scenario.conclude(pull);
    expect(title).toMatch(/^\d+ of \d+ problems fixed, \d+ remains?/);
    counts.push(remaining(title));
    expect(scenario.written().filter((line) => line.startsWith('comment'))).toEqual([]);
  }
  expect(counts).toEqual([...new Set(counts)].sort((a, b) => b - a));
  expect(scenario.sandbox.comments(pull)).toHaveLength(first.length);
});

test('the shop, mended by hand: all that was told is fixed', async () => {
  const base = readFolder('sandbox/shop/base');
  const repository = await scenario.repository(base);
  const pull = await scenario.sandbox.openPullRequest(repository, { files: readFolder('sandbox/shop/head') });
  await scenario.conclude(pull);
  scenario.written();
  await scenario.sandbox.pushTo(pull, { ...base, 'notes.md': 'words\n' });
  const { title } = await scenario.conclude(pull);
  expect(title).toMatch(/^(\d+) of \1 problems fixed$/);
  expect(scenario.written().filter((line) => line.startsWith('comment'))).toEqual([]);
});
