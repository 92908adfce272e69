import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { usualAssumptions, weekShares } from '../../sandbox/scale/assumptions.js';
import { measuredConstants } from '../../sandbox/scale/constants.data.js';
import { renderScale } from '../../sandbox/scale/render.js';
import { simulate } from '../../sandbox/scale/simulate.js';
import { headsOf, sizesOf } from '../../sandbox/scale/traffic.js';

const given = { ...usualAssumptions, repositories: 500, installations: 5 };
const week = (changed: Partial<typeof given> = {}) => {
  const assumptions = { ...given, ...changed };
  return simulate(assumptions, measuredConstants, sizesOf(assumptions));
};

test('docs/operate/scale.md shows what the simulation says (npm run scale -- --write)', () => {
  const page = readFileSync(new URL('../../docs/operate/scale.md', import.meta.url), 'utf8');
  const [, tables = ''] = /<!-- scale:begin -->\n([\s\S]*)<!-- scale:end -->/.exec(page) ?? [];
  expect(tables).toBe(renderScale(measuredConstants));
});

test('a week is made of its hours, and the same seed makes the same week', () => {
  expect(weekShares()).toHaveLength(168);
  expect(weekShares().reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
  expect(headsOf(given)).toEqual(headsOf(given));
  expect(headsOf(given).every(({ at }) => at >= 0 && at < 7 * 86_400)).toBe(true);
});

test('twice the repositories are twice the calls; fewer workers make longer waits', () => {
  expect(week({ repositories: 1000 }).calls / week().calls).toBeCloseTo(2, 1);
  const busy = { ...measuredConstants.heads.quiet, milliseconds: 60_000 };
  const slow = { ...measuredConstants, heads: { other: busy, quiet: busy, telling: busy } };
  const late = (workers: number) => simulate({ ...given, workers }, slow, sizesOf(given)).wait.late;
  expect(late(1)).toBeGreaterThan(late(4));
});

test("GitHub's pace holds back an installation that writes more than once a second", () => {
  const assumptions = { ...given, repositories: 100, installations: 1, pullsPerWeek: 340 };
  expect(simulate(assumptions, measuredConstants, sizesOf(assumptions)).wait.late).toBeGreaterThan(60);
});
