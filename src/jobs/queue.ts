import { externalIdOf, type Job, type PullJob, subjectOf } from './job.js';
import type { Journal } from './journal.js';

/** Work that was accepted and will be done. */
export interface Queue {
  /** Resolves when the job is kept, not when it is done. */
  readonly enqueue: (job: Job) => Promise<void>;
  /** Resolves when nothing is left to do, or after `patience` milliseconds; what is left then stays in the journal. */
  readonly drain: (patience?: number) => Promise<void>;
  /** Jobs waiting and running. */
  readonly size: () => number;
}

export interface QueueOptions {
  /** Jobs at the same time. */
  readonly workers: number;
  /** Does a job; `signal` is aborted when a newer head makes it pointless. Rejects only if it may be tried again later. */
  readonly perform: (job: Job, signal: AbortSignal) => Promise<void>;
  readonly journal: Journal;
  readonly onError: (error: unknown, job: Job) => void;
  /** Milliseconds after which a job that was rejected is taken up again. */
  readonly retryAfter?: number;
}

const usualRetryAfter = 300_000;

interface Entry {
  readonly job: Job;
  /** The journal's numbers of this job and of those it replaced. */
  readonly numbers: readonly number[];
}

interface State extends QueueOptions {
  readonly waiting: Map<string, Entry>;
  readonly running: Map<string, { readonly job: Job; readonly controller: AbortController }>;
  /** Who wants to know when nothing is left. */
  readonly idle: (() => void)[];
}

/** One job at a time about each pull request; the newest head wins; jobs of an earlier run of the program come first. */
export function createQueue(options: QueueOptions): Queue {
  const { journal } = options;
  const state: State = { ...options, waiting: new Map(), running: new Map(), idle: [] };
  for (const { number, job } of journal.pending) add(state, job, number);
  setImmediate(start, state);
  return {
    enqueue: async (job) => {
      add(state, job, journal.put(job));
      setImmediate(start, state);
    },
    drain: (patience) =>
      new Promise((resolve) => {
        if (isIdle(state)) return resolve();
        state.idle.push(resolve);
        if (patience !== undefined) setTimeout(resolve, patience).unref();
      }),
    size: () => state.waiting.size + state.running.size,
  };
}

function isIdle({ waiting, running }: State): boolean {
  return waiting.size === 0 && running.size === 0;
}

/** Starts what may run now. */
function start(state: State): void {
  for (const [subject, entry] of state.waiting) {
    if (state.running.size >= state.workers) return;
    if (state.running.has(subject)) continue;
    state.waiting.delete(subject);
    void work(state, subject, entry);
  }
  if (isIdle(state)) for (const tell of state.idle.splice(0)) tell();
}

async function work(state: State, subject: string, { job, numbers }: Entry): Promise<void> {
  const controller = new AbortController();
  state.running.set(subject, { job, controller });
  try {
    await state.perform(job, controller.signal);
    for (const number of numbers) state.journal.done(number);
  } catch (error) {
    state.onError(error, job);
    setTimeout(takeUp, state.retryAfter ?? usualRetryAfter, state, { job, numbers }).unref();
  }
  state.running.delete(subject);
  start(state);
}

/** Puts a rejected job back, unless a newer one about its subject waits, which then stands for it too. */
function takeUp(state: State, entry: Entry): void {
  const subject = subjectOf(entry.job);
  const newer = state.waiting.get(subject);
  const numbers = [...entry.numbers, ...(newer?.numbers ?? [])];
  state.waiting.set(subject, { job: newer?.job ?? entry.job, numbers });
  start(state);
}

function add(state: State, job: Job, number: number): void {
  const { waiting, running, journal } = state;
  const subject = subjectOf(job);
  const current = running.get(subject);
  if (current !== undefined && isRepeated(current.job, job)) {
    journal.done(number);
    return;
  }
  if (current !== undefined && isOutdated(current.job, job)) current.controller.abort(job);
  const replaced = waiting.get(subject);
  waiting.delete(subject);
  waiting.set(subject, merge(replaced, job, number));
  const obsolete = replaced && supersededBy(replaced.job, job);
  if (obsolete !== undefined) add(state, obsolete, journal.put(obsolete));
}

/** A push that is being reviewed already: a webhook that was sent twice. */
function isRepeated(current: Job, next: Job): boolean {
  if (current.kind !== 'pull' || next.kind !== 'pull') return current.kind === next.kind && current.kind !== 'survey';
  return current.head === next.head && next.reason === 'pushed';
}

function isOutdated(current: Job, next: Job): boolean {
  return current.kind === 'pull' && next.kind === 'pull' && current.head !== next.head;
}

/** A job that waits gives way to a newer one about the same subject. What was asked for stays asked for. */
function merge(replaced: Entry | undefined, job: Job, number: number): Entry {
  const before = replaced?.job;
  const numbers = [...(replaced?.numbers ?? []), number];
  if (before?.kind !== 'pull' || job.kind !== 'pull' || before.head !== job.head || job.reason !== 'pushed') {
    return { job, numbers };
  }
  return { job: { ...job, reason: before.reason }, numbers };
}

function supersededBy(before: Job, job: Job): Job | undefined {
  return isOutdated(before, job) && before.kind === 'pull' && job.kind === 'pull'
    ? supersededJob(before, job.head)
    : undefined;
}

/** The job that concludes the check of a head which a newer one replaced. */
function supersededJob(job: PullJob, by: string): Job {
  const { installation, owner, repo, url, delivery, head } = job;
  return { kind: 'superseded', installation, owner, repo, url, delivery, head, externalId: externalIdOf(job), by };
}
