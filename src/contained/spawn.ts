import { type ChildProcess, fork } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommitTree } from '../pull-request/commit-tree.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import { AnalysisNotStarted, type AnalysisRequest, type ScannedTree } from './analysis.js';
import { converse, type Files, type Limits } from './conversation.js';
import type { FromChild } from './protocol.js';
import { readableFolders } from './readable-folders.js';

export interface Child {
  readonly review: (pull: PullRequest, request: AnalysisRequest) => Promise<Review>;
  readonly scan: (tree: CommitTree, request: AnalysisRequest) => Promise<ScannedTree>;
  readonly isAlive: () => boolean;
  readonly served: () => number;
  readonly kill: () => void;
}

/** Megabytes of each half of the young generation. Node's own 16 hold some 30 MB more for each child, and save hardly any time. */
const semiSpace = 4;

/** Starts a child: bounded heap, empty environment, and no file system beyond the program itself where Node can forbid it. */
export function spawnChild(
  limits: Limits,
  childFile = fileURLToPath(new URL('../contained/child.js', import.meta.url)),
): Child {
  const child = fork(childFile, [], {
    env: {},
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, `--max-semi-space-size=${semiSpace}`, ...permissions()],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  standBack(child.pid);
  const ready = untilReady(child);
  let [alive, served] = [true, 0];
  const over = () => {
    alive = false;
  };
  child.on('exit', over).on('error', over);
  return {
    review: async (pull, request) => {
      served += 1;
      await ready;
      const { changedFiles, truncated } = pull;
      const { settings, date, advise } = request;
      const begin = { kind: 'review', changedFiles, truncated, settings, date } as const;
      return converse(child, { begin, files: pull, advise, limits }, reviewIn);
    },
    scan: async (tree, request) => {
      served += 1;
      await ready;
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

/** Milliseconds for a child to load its program. */
const longestLoading = 180_000;

/** Of what a child says before it is ready, and so before it knows anything of a change. */
const wordsKept = 2000;

/** Loading is no analysis: nothing of a change was looked at, and it may take long. Rejects with what the child said last. */
function untilReady(child: ChildProcess): Promise<void> {
  let [said, isReady] = ['', false];
  child.stderr?.on('data', (words: Buffer) => {
    if (!isReady) said = (said + words.toString()).slice(-wordsKept);
  });
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), longestLoading).unref();
    const end = (error?: Error) => {
      clearTimeout(late);
      const cause = error ?? new Error(said.trim() || 'It said nothing.');
      reject(new AnalysisNotStarted('The analysis could not be started.', { cause }));
    };
    const hear = ({ kind }: FromChild) => {
      if (kind !== 'ready') return;
      isReady = true;
      clearTimeout(late);
      resolve();
    };
    child
      .once('close', () => end())
      .once('error', end)
      .on('message', hear);
  });
  // Who asks for an analysis hears of it.
  ready.catch(() => undefined);
  return ready;
}

/** How much nicer than the server analyses are: for a processor that both want they have a third of its weight. */
const nicer = 5;
/** Of every system. */
const nicest = 19;

/** Analyses take what processors have left. Best effort: some systems do not let a process choose. */
function standBack(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, Math.min(nicest, getPriority() + nicer));
  } catch {
    // It then competes like any other.
  }
}

/** The folder that holds `dist`. */
const program = dirname(fileURLToPath(new URL('../', import.meta.url)));

/** Reading is allowed (the program loads its parts); writing, processes, workers and add-ons are not. */
function permissions(): readonly string[] {
  const flag = ['--permission', '--experimental-permission'].find((name) =>
    process.allowedNodeEnvironmentFlags.has(name),
  );
  if (flag === undefined) return [];
  return [flag, ...readableFolders(program).map((folder) => `--allow-fs-read=${join(folder, '*')}`), '--no-warnings'];
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
