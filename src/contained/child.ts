import type { Notice } from '../findings/notice.js';
import { catalogue } from '../policies/catalogue.js';
import type { PullRequest, Side } from '../pull-request/pull-request.js';
import { review } from '../review.js';
import { prepareFrameworks } from '../stacks/read.js';
import type { FromChild, ToChild } from './protocol.js';

/** The contained half of the analysis: holds no credentials and asks its parent for every file. */

type Answer = Extract<ToChild, { kind: 'answer' }>;
type Task = Extract<ToChild, { kind: 'review' }>;
type Question = Extract<FromChild, { kind: 'list' | 'read' }>;

const waiting = new Map<
  number,
  { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }
>();

function tell(message: FromChild): void {
  process.send?.(message);
}

function ask(
  about: Omit<Extract<Question, { kind: 'list' }>, 'question'> | Omit<Extract<Question, { kind: 'read' }>, 'question'>,
) {
  const question = waiting.size === 0 ? 1 : Math.max(...waiting.keys()) + 1;
  return new Promise<Answer>((resolve, reject) => {
    waiting.set(question, { resolve, reject });
    tell({ ...about, question });
  });
}

function pullOf({ changedFiles, truncated }: Task): PullRequest {
  const unread: Record<Side, readonly Notice[]> = { base: [], head: [] };
  return {
    changedFiles,
    truncated,
    list: async (side) => {
      const { value } = await ask({ kind: 'list', side });
      return value instanceof Map ? [] : [...value.values()].map(String);
    },
    read: async (side, paths) => {
      const answer = await ask({ kind: 'read', side, paths });
      unread[side] = answer.unread;
      return answer.value instanceof Map ? answer.value : new Map<string, string>();
    },
    unread: (side) => unread[side],
  };
}

async function perform(task: Task): Promise<void> {
  try {
    const { settings, date } = task;
    tell({ kind: 'done', review: await review(pullOf(task), { policies: catalogue, settings, date }) });
  } catch (error) {
    tell({ kind: 'failed', because: error instanceof Error ? error.message : String(error) });
  }
}

process.on('message', (message: ToChild) => {
  if (message.kind === 'review') {
    void perform(message);
    return;
  }
  const asker = waiting.get(message.question);
  waiting.delete(message.question);
  if (message.kind === 'answer') asker?.resolve(message);
  else asker?.reject(new Error(message.because));
});
process.on('disconnect', () => process.exit(0));

await prepareFrameworks();
tell({ kind: 'ready' });
