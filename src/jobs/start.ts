import type { Probot } from 'probot';
import { createBlobCache } from '../pull-request/blobs.js';
import { githubOf } from '../pull-request/gated-client.js';
import type { Memory } from '../pull-request/github-pull-request.js';
import { createTreeCache } from '../pull-request/trees.js';
import type { Words } from '../report/words.js';
import { gateOf, type JobGate } from './gate.js';
import type { Job, ReviewJob } from './job.js';
import { type Connection, type Outcome, perform } from './perform.js';
import type { Reviewer } from './reviewer.js';
import type { Scanner } from './scanner.js';
import type { Store } from './store/store.js';
import type { Concluded } from './tools.js';
import { type Attempt, startWorkers, type Workers } from './workers.js';

/** What happens while jobs are done, for logs and figures. */
export interface JobEvents {
  readonly onConcluded: (concluded: Concluded, cost: Cost) => void;
  /** A job that failed, or trouble in the background. */
  readonly onFailure: (error: unknown, job: Job | undefined) => void;
  /** A job that waits for its time: a limit of GitHub's, or another try. */
  readonly onPostponed: (job: Job, until: Date) => void;
  readonly onBudget: (installation: number, left: number) => void;
  /** An attempt ended, however it did. */
  readonly onCalls: (installation: number, calls: number) => void;
  readonly stage: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Around an attempt and its stages. */
  readonly attempt: <T>(job: Job, work: () => Promise<T>) => Promise<T>;
}

/** What a job took. */
export interface Cost {
  readonly calls: number;
  readonly milliseconds: number;
}

export interface JobOptions {
  readonly probot: Probot;
  readonly store: Store;
  readonly reviewer: Reviewer;
  readonly scanner: Scanner;
  readonly words: Words;
  readonly events: JobEvents;
  /** Reviews at the same time in this process. */
  readonly workers: number;
  /** Milliseconds before each further attempt of a job. */
  readonly pauses?: readonly number[];
  readonly pollEvery?: number;
}

const usualPauses = [2_000, 10_000, 30_000];

/** Does the jobs of the store, in this process. */
export function startJobs(options: JobOptions): Workers {
  const { store, workers, events, pollEvery } = options;
  const memory: Memory = { trees: createTreeCache(), blobs: createBlobCache() };
  const started: Workers = startWorkers({
    workers,
    store,
    perform: (job, attempt) => attemptAt(job, attempt, { ...options, memory, wake: () => started.wake() }),
    onError: events.onFailure,
    ...(pollEvery !== undefined && { pollEvery }),
  });
  return started;
}

interface Desk extends JobOptions {
  readonly memory: Memory;
  readonly wake: () => void;
}

async function attemptAt(job: Job, attempt: Attempt, desk: Desk): Promise<Outcome> {
  const { store, events, probot, pauses = usualPauses, reviewer, scanner, words, memory, wake } = desk;
  const begun = Date.now();
  const gate = gateOf(job, { limits: store.limits, rest: attempt.rest, onBudget: events.onBudget });
  const workshop = {
    reviewer,
    scanner,
    words,
    memory,
    pauses,
    remember: (job: ReviewJob, conclusion: string) =>
      store.history.record({ job, conclusion, findings: [], calls: gate.calls(), milliseconds: Date.now() - begun }),
    sweep: { history: store.history, cache: store.cache },
    connect: () => connect(probot, job.installation, gate),
    enqueue: async (jobs: readonly Job[]) => {
      await store.tasks.enqueue(jobs);
      wake();
    },
    onFailure: events.onFailure,
    stage: events.stage,
    onConcluded: async (concluded: Concluded) => {
      const cost = { calls: gate.calls(), milliseconds: Date.now() - begun };
      await store.history.record({ ...concluded, ...cost });
      events.onConcluded(concluded, cost);
    },
  };
  const outcome = await events.attempt(job, () => perform(job, attempt.attempts, workshop, attempt.signal));
  events.onCalls(job.installation, gate.calls());
  if (outcome !== 'done') events.onPostponed(job, outcome.at);
  return outcome;
}

async function connect(probot: Probot, installation: number, gate: JobGate): Promise<Connection> {
  const octokit = await probot.auth(installation);
  const authenticate = (refresh: boolean): Promise<unknown> => octokit.auth({ type: 'installation', refresh });
  return {
    github: githubOf(octokit, gate),
    mayResolve: async () => mayWriteContents(await authenticate(false)),
    renew: async () => {
      await authenticate(true);
    },
  };
}

/** Resolving a thread needs `contents: write`; the token says what was granted. */
function mayWriteContents(token: unknown): boolean {
  const granted = typeof token === 'object' && token !== null && 'permissions' in token ? token.permissions : undefined;
  return typeof granted === 'object' && granted !== null && 'contents' in granted && granted.contents === 'write';
}
