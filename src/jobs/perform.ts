import {
  beginCheck,
  type CheckRun,
  type CheckTarget,
  concludeCheck,
  type Ending,
  endCheck,
} from '../publish/check-run.js';
import { LimitReached } from '../pull-request/limit.js';
import type { SettingsTexts } from '../settings/layers.js';
import { showBranch } from './branch.js';
import { jobsAt, jobsIn, readPull } from './discovery.js';
import { failedEnding, isPassing, isUnauthorized, mayPass } from './failure.js';
import { externalIdOf, type Job, pullNumberIn, type ReviewJob, type SupersededJob } from './job.js';
import { review, supersededEnding } from './review.js';
import { jobsInSweep, type SweepSources } from './sweep.js';
import type { Tools } from './tools.js';

/** A connection to GitHub as one installation. */
export interface Connection extends Pick<Tools, 'github' | 'mayResolve'> {
  /** Gets a new token: the old one is not taken any more. */
  readonly renew: () => Promise<void>;
}

/** What every job needs; the rest comes with the installation's connection. */
export interface Workshop extends Omit<Tools, keyof Connection | 'onSettings'> {
  readonly sweep: SweepSources;
  /** Told of a head whose check has ended without a report: no sweep has to look for it again. */
  readonly remember: (job: ReviewJob, conclusion: Ending['conclusion'] | 'kept') => Promise<void>;
  readonly connect: (job: Job) => Promise<Connection>;
  /** Milliseconds before each further attempt. */
  readonly pauses: readonly number[];
  readonly onFailure: (error: unknown, job: Job) => void;
}

/** How an attempt ended: done, or to be made again at another time. */
export type Outcome = 'done' | { readonly job: Job; readonly at: Date; readonly counts: boolean };

/** Attempts after which a job is not begun once more: it may be what ends the process. */
const mostAttempts = 10;

/** Milliseconds until a job is tried again whose check could not even be ended. */
const longPause = 300_000;

/** How far an attempt came. */
interface State {
  run: CheckRun | undefined;
  settings: SettingsTexts | undefined;
}

/** Makes one attempt at a job. What passes is tried again later; a review that fails for good ends its check with a sentence. */
export async function perform(job: Job, attempts: number, workshop: Workshop, signal: AbortSignal): Promise<Outcome> {
  const state: State = { run: undefined, settings: undefined };
  try {
    const connection = await workshop.connect(job);
    if (attempts >= mostAttempts) throw new Error(`It was begun ${attempts} times and never ended.`);
    await withToken(connection, () => attemptJob(job, { ...workshop, ...connection }, state, signal));
    return 'done';
  } catch (error) {
    // Attempts that a crash ended take nothing from those that GitHub may need.
    const { failures = 0 } = job;
    const pause = workshop.pauses[failures];
    const again = begun(job, state.run);
    if (error instanceof LimitReached) return { job: again, at: error.until, counts: false };
    if (mayPass(error) && pause !== undefined)
      return { job: { ...again, failures: failures + 1 }, at: soon(pause), counts: true };
    workshop.onFailure(error, job);
    return endAsFailed(job, error, workshop, state);
  }
}

function soon(milliseconds: number): Date {
  return new Date(Date.now() + milliseconds);
}

/** A job whose check has begun already takes it up again, also one that began a new check for another base. */
function begun(job: Job, run: CheckRun | undefined): Job {
  return job.kind === 'pull' && job.reason === 'rebased' && run !== undefined ? { ...job, reason: 'asked' } : job;
}

/** A token that is not taken any more is renewed, once. */
async function withToken<T>({ renew }: Connection, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUnauthorized(error)) throw error;
    await renew();
    return work();
  }
}

async function attemptJob(
  job: Job,
  tools: Omit<Tools, 'onSettings'> & Pick<Workshop, 'sweep' | 'remember'>,
  state: State,
  signal: AbortSignal,
): Promise<void> {
  if (job.kind === 'survey') return tools.enqueue(await jobsIn(tools.github, job));
  if (job.kind === 'sweep') return tools.enqueue(await jobsInSweep(tools.github, job, tools.sweep));
  if (job.kind === 'branch') return showBranch(job, tools, signal);
  if (job.kind === 'commit') return tools.enqueue(await jobsAt(tools.github, job));
  if (job.kind === 'superseded') return concludeSuperseded(job, tools);
  const mode = state.run !== undefined || job.kind === 'group' ? 'again' : modes[job.reason];
  state.run = await beginCheck(tools.github, targetOf(job), mode);
  if (state.run === undefined) await tools.remember(job, 'kept');
  else await review(job, state.run, { ...tools, onSettings }, signal);

  function onSettings(texts: SettingsTexts): void {
    state.settings = texts;
  }
}

const modes = { pushed: 'once', asked: 'again', rebased: 'anew' } as const;

/** Webhooks may come in another order than the pushes: a head that is the newest after all is reviewed. */
async function concludeSuperseded(job: SupersededJob, { github }: Pick<Tools, 'github'>): Promise<void> {
  const { owner, repo, head, externalId, by } = job;
  const number = pullNumberIn(externalId);
  if (number !== undefined && (await readPull(github, job, number)).head.sha === head) return;
  const target = { owner, repo, head, externalId, detailsUrl: undefined };
  await concludeCheck(github, target, supersededEnding(by));
}

/** The check never stays in progress: if GitHub cannot be reached even for this, the job stays in the store. */
async function endAsFailed(job: Job, error: unknown, workshop: Workshop, state: State): Promise<Outcome> {
  if (job.kind !== 'pull' && job.kind !== 'group') return isPassing(error) ? tryLater(job) : 'done';
  try {
    const connection = await workshop.connect(job);
    const ending = await failedEnding(error, state.settings);
    await withToken(connection, async () => {
      const run = state.run ?? (await beginCheck(connection.github, targetOf(job), 'again'));
      if (run !== undefined) await endCheck(connection.github, run, ending);
    });
    await workshop.remember(job, ending.conclusion);
    return 'done';
  } catch (second) {
    if (second instanceof LimitReached) return { job, at: second.until, counts: false };
    return isPassing(second) ? tryLater(job) : 'done';
  }
}

function tryLater(job: Job): Outcome {
  return { job, at: soon(longPause), counts: false };
}

function targetOf(job: ReviewJob): CheckTarget {
  const { owner, repo, head, url } = job;
  const detailsUrl = job.kind === 'pull' ? `${url}/pull/${job.number}/files` : undefined;
  return { owner, repo, head, externalId: externalIdOf(job), detailsUrl };
}
