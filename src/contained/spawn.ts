import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import { AnalysisFailed, type AnalysisRequest } from './analysis.js';
import type { FromChild, ToChild } from './protocol.js';

export interface Limits {
  readonly heapMegabytes: number;
  /** Of the whole analysis; waiting for GitHub does not count. */
  readonly milliseconds: number;
}

export interface Child {
  readonly review: (pull: PullRequest, request: AnalysisRequest) => Promise<Review>;
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
      return converse(child, pull, request, limits);
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

/** Runs while the child works, and not while it waits: however often it asks, its work has an end. */
function workClock(milliseconds: number, onLate: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let [left, started] = [milliseconds, Date.now()];
  /** Reasons to wait: it may ask several questions at once. */
  let reasons = 1;
  return {
    start: () => {
      reasons -= 1;
      if (reasons > 0) return;
      started = Date.now();
      timer = setTimeout(onLate, left);
    },
    stop: () => {
      clearTimeout(timer);
      if (reasons === 0) left = Math.max(0, left - (Date.now() - started));
      reasons += 1;
    },
  };
}

function converse(child: ChildProcess, pull: PullRequest, request: AnalysisRequest, limits: Limits): Promise<Review> {
  return new Promise((resolve, reject) => {
    const clock = workClock(limits.milliseconds, () => fail(`it took longer than ${limits.milliseconds / 1000} s`));
    const settle = () => {
      clock.stop();
      child.off('message', hear).off('exit', died);
    };
    const fail = (because: string) => {
      settle();
      child.kill('SIGKILL');
      reject(new AnalysisFailed(`The change could not be analysed: ${because}.`));
    };
    const died = () => fail('the analysis ran out of memory or ended unexpectedly');
    const hear = (message: FromChild) => {
      if (message.kind === 'done') {
        settle();
        resolve(message.review);
      } else if (message.kind === 'failed') fail(message.because);
      else if (message.kind !== 'ready') {
        clock.stop();
        answer(child, message, { pull, request }).then(clock.start, (error: unknown) => {
          settle();
          child.kill('SIGKILL');
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      }
    };
    child.on('message', hear).on('exit', died);
    clock.start();
    if (child.exitCode !== null || child.killed) return died();
    const { settings, date } = request;
    send(child, { kind: 'review', changedFiles: pull.changedFiles, truncated: pull.truncated, settings, date });
  });
}

async function answer(child: ChildProcess, asked: Question, from: AnswerSource): Promise<void> {
  const { question } = asked;
  if (asked.kind === 'advise') {
    send(child, { kind: 'advice', question, answer: await from.request.advise(asked.packages) });
    return;
  }
  const { pull } = from;
  const value = asked.kind === 'list' ? await pull.list(asked.side) : await pull.read(asked.side, asked.paths);
  send(child, { kind: 'answer', question, value, unread: pull.unread(asked.side) });
}

type Question = Extract<FromChild, { kind: 'list' | 'read' | 'advise' }>;

interface AnswerSource {
  readonly pull: PullRequest;
  readonly request: AnalysisRequest;
}

function send(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined);
}
