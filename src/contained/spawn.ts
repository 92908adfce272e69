import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommitTree } from '../pull-request/commit-tree.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import type { AnalysisRequest, ScannedTree } from './analysis.js';
import { converse, type Files, type Limits } from './conversation.js';
import type { FromChild } from './protocol.js';

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
  standBack(child.pid);
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
