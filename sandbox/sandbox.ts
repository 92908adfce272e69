import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Manifest } from './app.js';
import type { CheckRun } from './check.js';
import type { Files } from './git/commit.js';
import { fileAt } from './git/objects.js';
import { setRef } from './git/repository.js';
import type { Limits } from './limits.data.js';
import { newWorld } from './new-world.js';
import { requestChecks } from './openapi/requests.js';
import {
  enqueue,
  type OtherReport,
  reportCheck,
  requestAction,
  rerequestRun,
  rerequestSuite,
} from './scenes/checks.js';
import { addIssueComment, replyToThread } from './scenes/comments.js';
import { accountNamed } from './scenes/identity.js';
import { administration } from './scenes/installations.js';
import { changeBase, closePull, markReady, openPull, type PullDraft, reopenPull } from './scenes/pulls.js';
import { push } from './scenes/pushes.js';
import { createRepository, type RepositoryDraft } from './scenes/repositories.js';
import { applySuggestion } from './scenes/suggestions.js';
import { usageOf, writesOf } from './scenes/usage.js';
import { type Head, runsAt, type Wait, waitForCheck } from './scenes/waiting.js';
import type { Fault } from './server/call.js';
import { listen } from './server/server.js';
import { announcer, type DeliveryOptions, deliver, type Post, payloadChecks } from './webhooks/deliver.js';
import type { IssueComment, Pull, Repository, ReviewComment, Thread, World } from './world.js';

export interface SandboxOptions {
  readonly app: Manifest;
  readonly limits?: Partial<Limits>;
  readonly port?: number;
  /** Compare the sandbox's own answers and webhooks with GitHub's description too. */
  readonly checkItself?: boolean;
}

export type FaultDraft = Omit<Fault, 'skip' | 'times'> & Partial<Pick<Fault, 'skip' | 'times'>>;

function scenes(world: World) {
  return {
    createRepository: (draft: RepositoryDraft) => createRepository(world, draft),
    openPullRequest: (repository: Repository, draft: PullDraft) => openPull(world, repository, draft),
    pushTo: (pull: Pull, files: Files, message?: string) => {
      const by = pull.user;
      const draft = message === undefined ? { files, by } : { files, by, message };
      return push(world, pull.headRepository, { ...draft, branch: pull.headBranch });
    },
    pushToBranch: (repository: Repository, branch: string, files: Files) =>
      push(world, repository, { branch, files, by: accountNamed(world, 'dev') }),
    createBranch: (repository: Repository, branch: string, sha: string) =>
      setRef(repository.git, `refs/heads/${branch}`, sha),
    markReady: (pull: Pull) => markReady(world, pull),
    close: (pull: Pull) => closePull(world, pull),
    reopen: (pull: Pull) => reopenPull(world, pull),
    changeBase: (pull: Pull, branch: string) => changeBase(world, pull, branch),
    enqueue: (pull: Pull) => enqueue(world, pull),
    /** Another app concludes a check of its own on a commit. */
    reportCheck: (head: Head, report: OtherReport) => reportCheck(world, head, report),
    rerequestRun: (run: CheckRun) => rerequestRun(world, run),
    rerequestSuite: (run: CheckRun) => rerequestSuite(world, run),
    requestAction: (run: CheckRun, identifier: string) => requestAction(world, run, identifier),
  };
}

function conversation(world: World) {
  const comments = (pull: Pull): readonly ReviewComment[] =>
    world.threads.filter((thread) => thread.pull === pull).flatMap((thread) => thread.comments);
  return {
    comments,
    threads: (pull: Pull): readonly Thread[] => world.threads.filter((thread) => thread.pull === pull),
    checkRuns: (head: Head) => runsAt(world, head),
    /** A person comments on the pull request. */
    async comment(pull: Pull, body: string, login = 'dev'): Promise<IssueComment> {
      const sender = accountNamed(world, login);
      const comment = addIssueComment(world, pull, sender, body);
      await world.announce({ subject: { event: 'issue_comment', pull, comment }, action: 'created', sender });
      return comment;
    },
    /** A person answers in a thread. */
    async reply(thread: Thread, body: string, login = 'dev'): Promise<ReviewComment> {
      const sender = accountNamed(world, login);
      const comment = replyToThread(world, thread, sender, body);
      const subject = { event: 'pull_request_review_comment', pull: thread.pull, comment } as const;
      await world.announce({ subject, action: 'created', sender });
      return comment;
    },
    /** A person commits a comment's suggestion with the button under it. */
    applySuggestion(id: number) {
      const comment = world.threads.flatMap((thread) => thread.comments).find((each) => each.id === id);
      if (comment === undefined) throw new Error(`There is no comment ${id}.`);
      return applySuggestion(world, comment);
    },
    async readFile(pull: Pull, path: string): Promise<string | undefined> {
      return (await fileAt(pull.headRepository.git, pull.headSha, path))?.bytes.toString('utf8');
    },
  };
}

function watching(world: World) {
  return {
    waitForCheck: (head: Head, wait: Wait = {}) => waitForCheck(world, head, wait),
    /** A place in time, for the questions below. */
    mark: () => world.calls.length,
    writes: (since = 0) => writesOf(world, since),
    usage: (since = 0) => usageOf(world, since),
    violations: () => world.violations,
    deliveries: () => world.deliveries,
    fail(fault: FaultDraft): void {
      world.faults.push({ skip: 0, times: 1, ...fault });
    },
    expireTokens(): void {
      for (const token of world.tokens.values()) token.expires = Date.now() - 1;
    },
    /** Tokens that are asked for from now on have this form. */
    issueTokens(newSecret: World['newSecret']): void {
      world.newSecret = newSecret;
    },
    sendWebhooksTo(url: string | undefined): void {
      world.webhookUrl = url;
    },
    deliver: (message: Post, options: DeliveryOptions = {}) => deliver(world, message, options),
  };
}

/** Starts a GitHub on this machine with the app installed for the organisation `acme`. */
export async function startSandbox(options: SandboxOptions) {
  const world = newWorld(options.app, options.limits ?? {});
  const checkAnswers = options.checkItself === true;
  world.announce = announcer(world, checkAnswers ? payloadChecks(world) : () => undefined);
  const server = await listen(world, { checks: requestChecks(), checkAnswers, port: options.port ?? 0 });
  return {
    world,
    /** The environment that points a Probot app at this sandbox. */
    environment: {
      GHE_HOST: world.address.replace('http://', ''),
      GHE_PROTOCOL: 'http',
      APP_ID: String(world.app.id),
      PRIVATE_KEY: world.app.privateKey,
      WEBHOOK_SECRET: world.app.webhookSecret,
    },
    ...scenes(world),
    ...administration(world),
    ...conversation(world),
    ...watching(world),
    async stop(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      for (const repository of world.repositories.values()) repository.git.close();
      await rm(world.directory, { recursive: true, force: true });
    },
  };
}

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;
