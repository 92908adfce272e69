import type { Logger } from 'probot';
import { AnalysisFailed } from '../contained/analysis.js';
import type { Job } from '../jobs/job.js';
import type { JobEvents } from '../jobs/start.js';
import { LimitReached } from '../pull-request/limit.js';
import type { Received } from '../webhooks/receiver.js';
import type { Figures } from './figures.js';

type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** One line and one count for everything that happens to webhooks and jobs: constant text, with names and numbers beside. */
export function eventsOf(log: Log, figures: Figures): JobEvents & { readonly onReceived: (one: Received) => void } {
  return {
    onReceived: ({ id, name, outcome, jobs, error }) => {
      figures.delivery(name, outcome);
      const [job] = jobs;
      const fields = { delivery: id, event: name, outcome, jobs: jobs.length, ...(job && placeOf(job)) };
      if (outcome === 'not kept') log.error({ ...fields, error: plainError(error) }, 'The webhook could not be stored');
      else if (outcome === 'odd')
        log.warn({ ...fields, because: kindOf(error) }, 'The webhook has a form that is not known');
      else log.info(fields, 'The webhook was accepted');
    },
    onConcluded: ({ job, conclusion, findings }, { calls, milliseconds }) => {
      figures.review(conclusion, milliseconds, findings);
      const fresh = findings.filter(({ status }) => status === 'introduced' || status === 'worsened').length;
      log.info({ ...placeOf(job), conclusion, findings: fresh, calls, milliseconds }, 'The review was concluded');
    },
    onFailure: (error, job) => {
      figures.failure(causeOf(error));
      log.error(
        { ...(job && placeOf(job)), error: plainError(error) },
        job === undefined ? 'Background work failed' : 'The job failed',
      );
    },
    onPostponed: (job, until) =>
      log.info({ ...placeOf(job), until: until.toISOString() }, 'The job waits for its time'),
    onBudget: figures.budget,
    onCalls: figures.calls,
    stage: figures.stage,
    attempt: (job, work) => figures.attempt(placeOf(job), work),
  };
}

function placeOf(job: Job) {
  const { kind, delivery, installation, owner, repo } = job;
  return {
    job: kind,
    delivery,
    installation,
    repository: `${owner}/${repo}`,
    ...('number' in job && { pullRequest: job.number }),
    ...('head' in job && { head: job.head }),
  };
}

/** Few words, so that they can be counted. */
function causeOf(error: unknown): string {
  if (error instanceof AnalysisFailed) return 'analysis';
  if (error instanceof LimitReached) return 'limit';
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : Number.NaN;
  if (Number.isInteger(status)) return `github ${status}`;
  return kindOf(error);
}

/**
 * What of an error may stand in a log. Errors of requests hold what was sent, comments with source included, and those of
 * parsers repeat what they could not read.
 */
export function plainError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '' } = error;
  const frames = stack.split('\n').filter((line) => /^ +at /.test(line));
  return {
    type: name,
    ...(!(error instanceof SyntaxError) && { message }),
    ...('status' in error && { status: error.status }),
    ...('code' in error && { code: error.code }),
    stack: frames.join('\n'),
  };
}

function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
