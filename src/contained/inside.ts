import type { Notice } from '../findings/notice.js';
import type { Advise } from '../judgement/judge.js';
import { catalogue } from '../policies/catalogue.js';
import type { PullRequest, Side } from '../pull-request/pull-request.js';
import { review } from '../review.js';
import { prepareFrameworks } from '../stacks/read.js';
import { closeNetwork } from './network.js';
import type { FromChild, ToChild } from './protocol.js';
import { scanTree } from './scan-tree.js';

/** The contained half of the analysis: holds no credentials, has no network and asks its parent for every file. */

type Task = Extract<ToChild, { kind: 'review' }>;
type ScanTask = Extract<ToChild, { kind: 'scan' }>;
type Answer = Extract<ToChild, { kind: 'answer' | 'advice' }>;
type Question = Extract<FromChild, { kind: 'list' | 'read' | 'advise' }>;

interface Asker {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Asker>();

function tell(message: FromChild): void {
  process.send?.(message);
}

function ask(toQuestion: (question: number) => Question): Promise<Answer> {
  const question = waiting.size === 0 ? 1 : Math.max(...waiting.keys()) + 1;
  return new Promise((resolve, reject) => {
    waiting.set(question, { resolve, reject });
    tell(toQuestion(question));
  });
}

/** Files as the parent has them. */
function askedFiles(): Pick<PullRequest, 'list' | 'read' | 'unread'> {
  const unread: Record<Side, readonly Notice[]> = { base: [], head: [] };
  return {
    list: async (side) => {
      const answer = await ask((question) => ({ kind: 'list', question, side }));
      return answer.kind === 'answer' && Array.isArray(answer.value) ? answer.value.map(String) : [];
    },
    read: async (side, paths) => {
      const answer = await ask((question) => ({ kind: 'read', question, side, paths }));
      if (answer.kind === 'answer') unread[side] = answer.unread;
      return answer.kind === 'answer' && answer.value instanceof Map ? answer.value : new Map<string, string>();
    },
    unread: (side) => unread[side],
  };
}

const advise: Advise = async (packages) => {
  const answer = await ask((question) => ({ kind: 'advise', question, packages }));
  return answer.kind === 'advice' ? answer.answer : { status: 'off', advisories: [], asOf: undefined, problems: [] };
};

async function performReview({ changedFiles, truncated, settings, date }: Task): Promise<FromChild> {
  const pull = { changedFiles, truncated, ...askedFiles() };
  return { kind: 'done', review: await review(pull, { policies: catalogue, settings, date, advise }) };
}

async function performScan({ settings, date }: ScanTask): Promise<FromChild> {
  const files = askedFiles();
  const judge = { policies: catalogue, settings, date, advise };
  return { kind: 'scanned', scanned: await scanTree(files, judge) };
}

async function perform(work: Promise<FromChild>): Promise<void> {
  try {
    tell(await work);
  } catch (error) {
    tell({ kind: 'failed', because: error instanceof Error ? error.message : String(error) });
  }
}

process.on('message', (message: ToChild) => {
  if (message.kind === 'review') return void perform(performReview(message));
  if (message.kind === 'scan') return void perform(performScan(message));
  const asker = waiting.get(message.question);
  waiting.delete(message.question);
  if (message.kind === 'unanswerable') asker?.reject(new Error(message.because));
  else asker?.resolve(message);
});

closeNetwork();
await prepareFrameworks();
tell({ kind: 'ready' });
