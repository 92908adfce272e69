import type { ChildProcess } from 'node:child_process';
import type { PullRequest } from '../pull-request/pull-request.js';
import { AnalysisFailed, type AnalysisRequest } from './analysis.js';
import { workedBy } from './processor-time.js';
import type { FromChild, ToChild } from './protocol.js';

export interface Limits {
  readonly heapMegabytes: number;
  /** Of the whole analysis; waiting for GitHub does not count, nor for a processor that others have. */
  readonly milliseconds: number;
}

/** Where the files of an analysis come from. */
export type Files = Pick<PullRequest, 'list' | 'read' | 'unread'>;

/** One analysis: how it begins, and what answers the child's questions meanwhile. */
interface Conversation {
  readonly begin: ToChild;
  readonly files: Files;
  readonly advise: AnalysisRequest['advise'];
  readonly limits: Limits;
}

/** Asks a child for one analysis, and answers what it asks meanwhile. */
export function converse<T>(
  child: ChildProcess,
  talk: Conversation,
  resultIn: (message: FromChild) => T | undefined,
): Promise<T> {
  const { milliseconds } = talk.limits;
  return new Promise((resolve, reject) => {
    const onLate = () => fail(`it took longer than ${milliseconds / 1000} s`);
    const clock = workClock({ milliseconds, worked: () => workedBy(child.pid), onLate });
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
      const result = resultIn(message);
      if (result !== undefined) {
        settle();
        resolve(result);
      } else if (message.kind === 'failed') fail(message.because);
      else if (isQuestion(message)) {
        clock.stop();
        answer(child, message, talk).then(clock.start, (error: unknown) => {
          settle();
          child.kill('SIGKILL');
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      }
    };
    child.on('message', hear).on('exit', died);
    clock.start();
    if (child.exitCode !== null || child.signalCode !== null || child.killed) return died();
    send(child, talk.begin);
  });
}

interface Watched {
  readonly milliseconds: number;
  /** Milliseconds that the child has worked in its life, if that can be known. */
  readonly worked: () => number | undefined;
  readonly onLate: () => void;
}

/** So many times its milliseconds an analysis may take where the host is busy with something else. */
const patience = 3;

/** Runs while the child works, and not while it waits: however often it asks, its work has an end. */
function workClock({ milliseconds, worked, onLate }: Watched) {
  let timer: NodeJS.Timeout | undefined;
  let [left, started] = [milliseconds, Date.now()];
  /** Reasons to wait: it may ask several questions at once. */
  let reasons = 1;
  let spare = milliseconds * (patience - 1);
  const before = worked() ?? 0;
  const run = () => {
    started = Date.now();
    timer = setTimeout(ring, left);
  };
  const ring = () => {
    const now = worked();
    left = now === undefined ? 0 : Math.min(spare, milliseconds - (now - before));
    spare -= left;
    if (left > 0) run();
    else onLate();
  };
  return {
    start: () => {
      reasons -= 1;
      if (reasons === 0) run();
    },
    stop: () => {
      clearTimeout(timer);
      if (reasons === 0) left = Math.max(0, left - (Date.now() - started));
      reasons += 1;
    },
  };
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
