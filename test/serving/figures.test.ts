import { expect, test } from '@jest/globals';
import { sourcesOf } from '../../src/findings/sources.js';
import { eventsOf } from '../../src/serving/events.js';
import { createFigures } from '../../src/serving/figures.js';
import { finding } from '../support/finding.js';

const job = {
  kind: 'pull',
  installation: 7,
  owner: 'acme',
  repo: 'app',
  url: 'https://github.com/acme/app',
  delivery: 'd1',
  number: 3,
  head: 'a'.repeat(40),
  base: 'b'.repeat(40),
  baseRef: 'main',
  reason: 'pushed',
} as const;

const texts = sourcesOf(new Map());

/** A log that remembers its lines. */
function watch() {
  const lines: unknown[] = [];
  const write = (fields: unknown, message?: unknown) => void lines.push({ ...Object(fields), message });
  const figures = createFigures(async () => ({ waiting: 2, running: 1, oldest: 12 }));
  return { lines, figures, events: eventsOf({ info: write, warn: write, error: write } as never, figures) };
}

test('what happens is counted, in the form of Prometheus', async () => {
  const { figures, events } = watch();
  events.onReceived({ id: 'd1', name: 'pull_request', payload: {}, outcome: 'accepted', jobs: [job] });
  events.onConcluded(
    { job, conclusion: 'failure', findings: [finding({ policy: 'open-door', severity: 'high' })], texts },
    { calls: 9, milliseconds: 700 },
  );
  events.onFailure(Object.assign(new Error('x'), { status: 502 }), job);
  events.onCalls(7, 9);
  events.onBudget(7, 4990);
  await figures.stage('analyse', async () => undefined);
  const text = await figures.render();
  for (const line of [
    'postern_deliveries_total{event="pull_request",outcome="accepted"',
    'postern_reviews_total{conclusion="failure"',
    'postern_findings_total{policy="open-door",severity="high"',
    'postern_failures_total{cause="github 502"',
    'postern_github_calls_total{installation="7"',
    'postern_github_budget{installation="7"',
    'postern_queue_jobs{state="waiting"',
    'postern_queue_age_seconds 12',
    'postern_stage_seconds_bucket{stage="analyse"',
    'postern_review_seconds_sum',
  ]) {
    expect(text).toContain(line);
  }
});

test('a concluded review is one line without a word of the repository', () => {
  const { lines, events } = watch();
  events.onConcluded({ job, conclusion: 'failure', findings: [finding()], texts }, { calls: 9, milliseconds: 700 });
  expect(lines).toEqual([
    {
      message: 'The review was concluded',
      job: 'pull',
      delivery: 'd1',
      installation: 7,
      repository: 'acme/app',
      pullRequest: 3,
      head: job.head,
      conclusion: 'failure',
      findings: 1,
      calls: 9,
      milliseconds: 700,
    },
  ]);
});

test('a payload that is not understood is told without what it says', () => {
  const { lines, events } = watch();
  const error = new TypeError('secret of the payload');
  events.onReceived({ id: 'd1', name: 'pull_request', payload: { secret: 1 }, outcome: 'odd', jobs: [], error });
  expect(JSON.stringify(lines)).not.toContain('secret');
});
