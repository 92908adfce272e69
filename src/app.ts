import type { Probot } from 'probot';
import type { Job } from './jobs/job.js';
import type { Journal } from './jobs/journal.js';
import { type Connection, perform, type Workshop } from './jobs/perform.js';
import { createQueue, type Queue } from './jobs/queue.js';
import type { Reviewer } from './jobs/reviewer.js';
import { createBlobCache } from './pull-request/blobs.js';
import { githubOf } from './pull-request/octokit.js';
import { createTreeCache } from './pull-request/trees.js';
import type { Words } from './report/words.js';
import { onCheckRun } from './webhooks/check-run.js';
import { onCheckSuite } from './webhooks/check-suite.js';
import { onInstallation } from './webhooks/installation.js';
import { onMergeGroup } from './webhooks/merge-group.js';
import { onPullRequest } from './webhooks/pull-request.js';

/** What the app is given when it starts. */
export interface AppOptions {
  readonly reviewer: Reviewer;
  readonly words: Words;
  readonly journal: Journal;
  /** Reviews at the same time. */
  readonly workers: number;
  /** Milliseconds before each further attempt of a job. */
  readonly pauses?: readonly number[];
}

const usualPauses = [2_000, 10_000, 30_000];

/** Connects webhooks with the queue, and the queue with the reviews. */
export default function postern(app: Probot, options: AppOptions): Queue {
  const { reviewer, words, journal, workers, pauses = usualPauses } = options;
  const log = (error: unknown, job: Job, message: string) =>
    app.log.error(
      { err: error, delivery: job.delivery, repository: `${job.owner}/${job.repo}`, job: job.kind },
      message,
    );
  const workshop: Workshop = {
    reviewer,
    words,
    pauses,
    memory: { trees: createTreeCache(), blobs: createBlobCache() },
    connect: (installation) => connect(app, installation),
    enqueue: (job) => queue.enqueue(job),
    onFailure: (error, job) => log(error, job, 'The job failed'),
  };
  const queue = createQueue({
    workers,
    journal,
    perform: (job, signal) => perform(job, workshop, signal),
    onError: (error, job) => log(error, job, 'The job is kept and taken up again later'),
  });
  const { enqueue } = queue;
  app.on(
    [
      'pull_request.opened',
      'pull_request.reopened',
      'pull_request.synchronize',
      'pull_request.ready_for_review',
      'pull_request.edited',
    ],
    onPullRequest(enqueue),
  );
  app.on('merge_group.checks_requested', onMergeGroup(enqueue));
  app.on('check_run.rerequested', onCheckRun(enqueue));
  app.on('check_suite.rerequested', onCheckSuite(enqueue));
  app.on(['installation.created', 'installation_repositories.added'], onInstallation(enqueue));
  return queue;
}

async function connect(app: Probot, installation: number): Promise<Connection> {
  const octokit = await app.auth(installation);
  const authenticate = (refresh: boolean): Promise<unknown> => octokit.auth({ type: 'installation', refresh });
  return {
    github: githubOf(octokit),
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
