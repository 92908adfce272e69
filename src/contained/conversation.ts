import type { ChildProcess } from 'node:child_process';
import type { PullRequest } from '../pull-request/pull-request.js';
import { AnalysisFailed, type AnalysisRequest } from './analysis.js';
import type { FromChild, ToChild } from './protocol.js';

export interface Limits {
  readonly heapMegabytes: number;
  /** Of the whole analysis; waiting for GitHub does not count. */
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
    const clock = workClock(milliseconds, () => fail(`it took longer than ${milliseconds / 1000} s`));
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
