import type { Job } from './job.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Outcome } from './perform.js';
import { createPermits, type Permit, type Permits } from './permits.js';
import { allEnded, beat, giveBack, type Run } from './runs.js';
import type { Claim } from './store/claim.js';
import type { Store } from './store/store.js';

export interface WorkerOptions {
  /** Jobs at work at the same time in this process. */
  readonly workers: number;
  readonly store: Pick<Store, 'tasks' | 'turns'>;
  /** Makes one attempt. */
  readonly perform: (job: Job, attempt: Attempt) => Promise<Outcome>;
  readonly onError: (error: unknown, job: Job | undefined) => void;
  /** Milliseconds between two looks into the store. */
  readonly pollEvery?: number;
}

export interface Attempt {
  /** Attempts that failed before. */
  readonly attempts: number;
  /** Aborted when the attempt is pointless: the reason is the newer head, or `claimLost`. */
  readonly signal: AbortSignal;
  /** Waits without holding a place at work. */
  readonly rest: (milliseconds: number) => Promise<void>;
}

/** The jobs of this process. */
export interface Workers {
  /** Something was put into the store: look at once. */
  readonly wake: () => void;
  /** Begins nothing more, lets what runs end within `grace` milliseconds, and gives the rest back. */
  readonly stop: (grace: number) => Promise<void>;
  readonly working: () => number;
}

const usualPoll = 500;
/** Milliseconds between two signs of life, and between two searches for what silent processes left. */
const beatEvery = 3000;
const recoverEvery = 15_000;
/** Milliseconds until a job is tried again that ended in an unexpected way. */
const unexpectedPause = 60_000;
/** Milliseconds that an attempt may take: what takes longer hangs, and would hold its place for ever. */
const longestAttempt = 600_000;
/** Milliseconds until another process may take a turn that this one is too busy for. */
const deferral = 1000;
/** Jobs under way for each worker: those that wait for GitHub's pace hold no worker. */
const underWayPerWorker = 16;

interface State extends WorkerOptions {
  readonly permits: Permits;
  readonly runs: Map<string, Run>;
  /** Installations whose turn came while they had no place. */
  readonly deferred: Set<number>;
  isStopping: boolean;
  /** Begins what may begin. */
  readonly look: () => Promise<void>;
}

export function startWorkers(options: WorkerOptions): Workers {
  const { store, workers, pollEvery = usualPoll } = options;
  const guarded = (task: () => Promise<void>) => () =>
    task().catch((error: unknown) => options.onError(error, undefined));
  // An error is told once, however many wait for the same look.
  const looking = oneAtATime(
    guarded(async () => {
      while (await lookOnce(state));
    }),
  );
  const permits = createPermits(workers, () => void looking());
  const state: State = { ...options, isStopping: false, look: looking, permits, runs: new Map(), deferred: new Set() };
  // Every webhook asks for it: several at once would only wait for each other's rows.
  const beating = oneAtATime(guarded(() => beat(state)));
  const recovering = guarded(async () => {
    await store.tasks.recover();
    await looking();
  });
  const timers = [
    setInterval(() => void looking(), pollEvery),
    setInterval(() => void beating(), beatEvery),
    setInterval(() => void recovering(), recoverEvery),
  ];
  void recovering();
  return {
    working: () => state.runs.size,
    wake: () => {
      void beating();
      void looking();
    },
    stop: async (grace) => {
      state.isStopping = true;
      for (const timer of timers) clearInterval(timer);
      await allEnded(state, grace);
      await giveBack(state);
    },
  };
}

/** False when there is nothing to begin now. */
async function lookOnce(state: State): Promise<boolean> {
  const { store, permits, runs, workers } = state;
  if (state.isStopping || permits.isFull() || runs.size >= workers * underWayPerWorker) return false;
  const installation = await nextInstallation(state);
  if (installation === undefined) return false;
  if (!permits.isFree(installation)) {
    state.deferred.add(installation);
    await store.turns.call(installation, { at: new Date(Date.now() + deferral) });
    return true;
  }
  const claim = await store.tasks.take(installation);
  if (claim !== undefined) begin(state, claim);
  return true;
}

async function nextInstallation({ deferred, permits, store }: State): Promise<number | undefined> {
  const back = [...deferred].find((one) => permits.isFree(one));
  if (back === undefined) return store.turns.next();
  deferred.delete(back);
  return back;
}

function begin(state: State, claim: Claim): void {
  const controller = new AbortController();
  const permit = state.permits.take(claim.job.installation);
  const ended = permit
    .then((granted) => work(state, claim, granted, controller.signal))
    .finally(() => state.runs.delete(claim.subject))
    .then(state.look);
  state.runs.set(claim.subject, { claim, controller, ended });
}

async function work({ store, onError, perform }: State, claim: Claim, permit: Permit, signal: AbortSignal) {
  const { job, attempts } = claim;
  try {
    const outcome = await withinTime(perform(job, { attempts, signal, rest: permit.rest }));
    if (outcome === 'done') await store.tasks.done(claim);
    else await store.tasks.postpone(claim, outcome);
  } catch (error) {
    onError(error, job);
    const at = new Date(Date.now() + unexpectedPause);
    await store.tasks.postpone(claim, { job, at, counts: true }).catch((second: unknown) => onError(second, job));
  } finally {
    permit.release();
  }
}

async function withinTime(attempt: Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It took longer than ${longestAttempt / 60_000} minutes.`)),
      longestAttempt,
    );
  });
  try {
    return await Promise.race([attempt, late]);
  } finally {
    clearTimeout(timer);
  }
}
