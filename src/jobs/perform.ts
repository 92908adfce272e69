import { beginCheck, type CheckRun, type CheckTarget, endCheck } from '../publish/check-run.js';
import { jobsAt, jobsIn } from './discovery.js';
import { failedEnding, isPassing, isUnauthorized } from './failure.js';
import { externalIdOf, type Job, type ReviewJob, type SupersededJob } from './job.js';
import { review, supersededEnding, type Tools } from './review.js';

/** A connection to GitHub as one installation. */
export interface Connection extends Pick<Tools, 'github' | 'mayResolve'> {
  /** Gets a new token: the old one is not taken any more. */
  readonly renew: () => Promise<void>;
}

/** What every job needs; the rest comes with the installation's connection. */
export interface Workshop extends Omit<Tools, 'github' | 'mayResolve'> {
  readonly connect: (installation: number) => Promise<Connection>;
  /** Milliseconds before each further attempt. */
  readonly pauses: readonly number[];
  readonly onFailure: (error: unknown, job: Job) => void;
}

/** Does one job. What passes is tried again; a review that fails for good ends its check with a sentence. */
export async function perform(job: Job, workshop: Workshop, signal: AbortSignal): Promise<void> {
  const connection = await workshop.connect(job.installation);
  const state: { run: CheckRun | undefined } = { run: undefined };
  const retry = { ...connection, pauses: workshop.pauses };
  try {
    await persist(() => attemptJob(job, { ...workshop, ...connection }, state, signal), retry);
  } catch (error) {
    workshop.onFailure(error, job);
    await endAsFailed(job, error, { ...retry, run: state.run });
  }
}

interface Retry extends Connection {
  readonly pauses: readonly number[];
}

/** Tries until it succeeds, fails for good, or the pauses are used up. */
async function persist<T>(work: () => Promise<T>, { pauses, renew }: Retry): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await wait(pause);
      if (isUnauthorized(error)) await renew();
    }
  }
  return work();
}

async function attemptJob(
  job: Job,
  tools: Tools,
  state: { run: CheckRun | undefined },
  signal: AbortSignal,
): Promise<void> {
  if (job.kind === 'survey') return enqueueAll(await jobsIn(tools.github, job), tools);
  if (job.kind === 'commit') return enqueueAll(await jobsAt(tools.github, job), tools);
  if (job.kind === 'superseded') return concludeSuperseded(job, tools);
  const mode = state.run !== undefined || job.kind === 'group' ? 'again' : modes[job.reason];
  state.run = await beginCheck(tools.github, targetOf(job), mode);
  if (state.run !== undefined) await review(job, state.run, tools, signal);
}

const modes = { pushed: 'once', asked: 'again', rebased: 'anew' } as const;

async function enqueueAll(jobs: readonly Job[], { enqueue }: Tools): Promise<void> {
  for (const job of jobs) await enqueue(job);
}

async function concludeSuperseded(job: SupersededJob, { github }: Tools): Promise<void> {
  const { owner, repo, head, externalId, by } = job;
  const run = await beginCheck(github, { owner, repo, head, externalId, detailsUrl: undefined }, 'once');
  if (run !== undefined) await endCheck(github, run, supersededEnding(by));
}

/** The check never stays in progress: if GitHub cannot be reached even for this, the job stays in the journal. */
async function endAsFailed(
  job: Job,
  error: unknown,
  retry: Retry & { readonly run: CheckRun | undefined },
): Promise<void> {
  if (job.kind !== 'pull' && job.kind !== 'group') {
    if (isPassing(error)) throw error;
    return;
  }
  const { github } = retry;
  try {
    const run = retry.run ?? (await persist(() => beginCheck(github, targetOf(job), 'again'), retry));
    if (run !== undefined) await persist(() => endCheck(github, run, failedEnding(error)), retry);
  } catch (second) {
    if (isPassing(second)) throw second;
  }
}

function targetOf(job: ReviewJob): CheckTarget {
  const { owner, repo, head, url } = job;
  const detailsUrl = job.kind === 'pull' ? `${url}/pull/${job.number}/files` : undefined;
  return { owner, repo, head, externalId: externalIdOf(job), detailsUrl };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
