import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Probot } from 'probot';
import type { Sandbox } from '../../sandbox/sandbox.js';
import postern from '../../src/app.js';
import type { Pool } from '../../src/contained/pool.js';
import { scanTree } from '../../src/contained/scan-tree.js';
import type { Advisor } from '../../src/jobs/advisories.js';
import { containedReviewer } from '../../src/jobs/reviewer.js';
import { containedScanner } from '../../src/jobs/scanner.js';
import { type JobEvents, startJobs } from '../../src/jobs/start.js';
import type { Store } from '../../src/jobs/store/store.js';
import { adviseNothing } from '../../src/judgement/judge.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { wordsOf } from '../../src/report/words.js';
import { review } from '../../src/review.js';
import { createBodyReader } from '../../src/webhooks/body.js';
import { jobsOf, noteJob } from '../../src/webhooks/decide.js';
import { receiveWebhook } from '../../src/webhooks/receiver.js';
import type { PlainOctokit } from './octokit.js';
import { probotOptions } from './sandbox.js';
import { openTestStore } from './store.js';

/** Analyses in this process: what a contained child would do, without its start. */
const openPool: Pool = {
  analyse: (pull, request) => review(pull, { policies: catalogue, ...request }),
  scan: ({ list, read, unread }, request) =>
    scanTree({ list, read: (_, paths) => read(paths), unread }, { policies: catalogue, ...request }),
  close: () => undefined,
};

export interface RunningPostern {
  /** Resolves when everything that was asked for is done. */
  readonly idle: () => Promise<void>;
  readonly store: Store;
  /** What went wrong so far. */
  readonly failures: readonly unknown[];
  readonly stop: () => Promise<void>;
}

/** Nobody watches. */
export const silentEvents: JobEvents = {
  onConcluded: () => undefined,
  onFailure: () => undefined,
  onPostponed: () => undefined,
  onBudget: () => undefined,
  onCalls: () => undefined,
  stage: (_, work) => work(),
  attempt: (_, work) => work(),
};

/** Nobody is asked about advisories, unless a test says who. */
const noAdvisor: Advisor = async () => adviseNothing;

/** Resolves when nothing waits and nothing runs. */
export async function untilIdle({ tasks }: Pick<Store, 'tasks'>): Promise<void> {
  for (;;) {
    const { waiting, running } = await tasks.backlog();
    if (waiting + running === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface PosternOptions {
  readonly octokit?: typeof PlainOctokit;
  readonly workers?: number;
  readonly betweenWrites?: number;
}

/** Runs the app in this process, unpaced unless it is told otherwise, and has the sandbox's webhooks sent to it. */
export async function runPostern(
  sandbox: Sandbox,
  advisor = noAdvisor,
  { octokit, workers: most = 2, betweenWrites = 0 }: PosternOptions = {},
): Promise<RunningPostern> {
  const probot = new Probot({ ...probotOptions(sandbox), ...(octokit && { Octokit: octokit }) });
  const store = await openTestStore({ betweenWrites });
  const failures: unknown[] = [];
  const ids = catalogue.map(({ id }) => id);
  const reviewer = containedReviewer(openPool, ids, advisor);
  const scanner = containedScanner(openPool, ids, advisor);
  const workers = startJobs({
    probot,
    store,
    reviewer,
    scanner,
    words: wordsOf(catalogue, undefined),
    workers: most,
    pauses: [50, 50],
    pollEvery: 20,
    events: { ...silentEvents, onFailure: (error) => void failures.push(error) },
  });
  postern(probot, noteJob);
  const bodies = createBodyReader(sandbox.environment.WEBHOOK_SECRET);
  const server = createServer((request, response) => {
    void receiveWebhook(request, response, {
      bodies,
      jobsOf: (event) => jobsOf(probot, event),
      accept: store.tasks.accept,
      onReceived: () => workers.wake(),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sandbox.sendWebhooksTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    store,
    failures,
    idle: () => untilIdle(store),
    async stop() {
      await untilIdle(store);
      await workers.stop(1000);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}
