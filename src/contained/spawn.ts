import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommitTree } from '../pull-request/commit-tree.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import { AnalysisFailed, type AnalysisRequest, type ScannedTree } from './analysis.js';
import type { FromChild, ToChild } from './protocol.js';

export interface Limits {
  readonly heapMegabytes: number;
  /** Of the analysis itself; waiting for GitHub does not count. */
  readonly milliseconds: number;
}

export interface Child {
  readonly review: (pull: PullRequest, request: AnalysisRequest) => Promise<Review>;
  readonly scan: (tree: CommitTree, request: AnalysisRequest) => Promise<ScannedTree>;
  readonly isAlive: () => boolean;
  readonly served: () => number;
  readonly kill: () => void;
}

/** Starts a child: bounded heap, empty environment, and no file system beyond the program itself where Node can forbid it. */
export function spawnChild(
  limits: Limits,
  childFile = fileURLToPath(new URL('../contained/child.js', import.meta.url)),
): Child {
  const child = fork(childFile, [], {
    env: {},
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, ...permissions()],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let alive = true;
  let served = 0;
  child.on('exit', () => {
    alive = false;
  });
  child.on('error', () => {
    alive = false;
  });
  return {
    review: (pull, request) => {
      served += 1;
      const { changedFiles, truncated } = pull;
      const { settings, date, advise } = request;
      const begin = { kind: 'review', changedFiles, truncated, settings, date } as const;
      return converse(child, { begin, files: pull, advise, limits }, reviewIn);
    },
    scan: (tree, request) => {
      served += 1;
      const { settings, date, advise } = request;
      return converse(child, { begin: { kind: 'scan', settings, date }, files: filesOf(tree), advise, limits }, scanIn);
    },
    isAlive: () => alive && !child.killed,
    served: () => served,
    kill: () => {
      alive = false;
      child.kill('SIGKILL');
    },
  };
}

/** Reading is allowed (the program loads its parts); writing, processes, workers and add-ons are not. */
function permissions(): readonly string[] {
  const flag = ['--permission', '--experimental-permission'].find((name) =>
    process.allowedNodeEnvironmentFlags.has(name),
  );
  if (flag === undefined) return [];
  return [flag, ...readableFolders().map((folder) => `--allow-fs-read=${join(folder, '*')}`), '--no-warnings'];
}

/** The folder that holds `dist`, and where Node looks for packages from there. */
function readableFolders(): readonly string[] {
  const program = dirname(fileURLToPath(new URL('../', import.meta.url)));
  const above: string[] = [];
  for (let folder = program; dirname(folder) !== folder; folder = dirname(folder)) {
    above.push(basename(folder) === 'node_modules' ? folder : join(folder, 'node_modules'));
  }
  // Node 20 ends with an assertion when one allowed folder lies in another.
  const apart: string[] = [];
  for (const folder of [...above.filter((one) => existsSync(one)).reverse(), program]) {
    if (!apart.some((other) => `${folder}/`.startsWith(`${other}/`))) apart.push(folder);
  }
  return apart.filter((folder) => !apart.some((other) => other !== folder && folder.startsWith(`${other}/`)));
}

function reviewIn(message: FromChild): Review | undefined {
  return message.kind === 'done' ? message.review : undefined;
}

function scanIn(message: FromChild): ScannedTree | undefined {
  return message.kind === 'scanned' ? message.scanned : undefined;
}

/** A commit alone has one side. */
function filesOf({ list, read, unread }: CommitTree): Files {
  return { list, read: (_, paths) => read(paths), unread };
}

type Files = Pick<PullRequest, 'list' | 'read' | 'unread'>;

/** One analysis: how it begins, and what answers the child's questions meanwhile. */
interface Conversation {
  readonly begin: ToChild;
  readonly files: Files;
  readonly advise: AnalysisRequest['advise'];
  readonly limits: Limits;
}

function converse<T>(
  child: ChildProcess,
  talk: Conversation,
  resultIn: (message: FromChild) => T | undefined,
): Promise<T> {
  const { milliseconds } = talk.limits;
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout;
    const arm = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(`it took longer than ${milliseconds / 1000} s`), milliseconds);
    };
    const settle = () => {
      clearTimeout(timer);
      child.off('message', hear).off('exit', died);
    };
    const fail = (because: string) => {
      settle();
      child.kill('SIGKILL');
      reject(new AnalysisFailed(`The change could not be analysed: ${because}.`));
    };
    const died = () => fail('the analysis ran out of memory or ended unexpectedly');
    const hear = (message: FromChild) => {
      const result = resultIn(message);
      if (result !== undefined) {
        settle();
        resolve(result);
      } else if (message.kind === 'failed') fail(message.because);
      else if (isQuestion(message)) {
        clearTimeout(timer);
        answer(child, message, talk).then(arm, (error: unknown) => {
          settle();
          child.kill('SIGKILL');
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      }
    };
    child.on('message', hear).on('exit', died);
    arm();
    if (child.exitCode !== null || child.killed) return died();
    send(child, talk.begin);
  });
}

type Question = Extract<FromChild, { kind: 'list' | 'read' | 'advise' }>;

function isQuestion(message: FromChild): message is Question {
  return message.kind === 'list' || message.kind === 'read' || message.kind === 'advise';
}

async function answer(child: ChildProcess, asked: Question, { files, advise }: Conversation): Promise<void> {
  const { question } = asked;
  if (asked.kind === 'advise') {
    send(child, { kind: 'advice', question, answer: await advise(asked.packages) });
    return;
  }
  const value = asked.kind === 'list' ? await files.list(asked.side) : await files.read(asked.side, asked.paths);
  send(child, { kind: 'answer', question, value, unread: files.unread(asked.side) });
}

function send(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined);
}
