import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type Store } from '../store.js';
import { createLine } from './line.js';
import type { FromThread, Question } from './protocol.js';

/** The embedded store in a thread of its own: the server asks, one question after the other is answered. */

const port = parentPort;

function tell(message: FromThread<unknown>): void {
  port?.postMessage(message);
}

function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** GitHub waits for an accepted webhook to be kept; everything else can wait for a moment. */
function isAwaited({ part, method }: Question): boolean {
  return part === 'tasks' && method === 'accept';
}

async function answer(store: Store, { number, part, method, values }: Question): Promise<void> {
  try {
    const holder: unknown = part === undefined ? store : Reflect.get(store, part);
    const asked: unknown = Reflect.get(Object(holder), method);
    if (typeof asked !== 'function') throw new Error(`The store has no ${part ?? ''} ${method}.`);
    tell({ kind: 'answer', number, value: await Reflect.apply(asked, holder, values) });
  } catch (error) {
    tell({ kind: 'refusal', number, error: errorOf(error) });
  }
}

try {
  const store = await openStore({ ...workerData, onError: (error) => tell({ kind: 'trouble', error }) });
  const line = createLine();
  port?.on('message', (question: Question) => {
    const task = async () => {
      await answer(store, question);
      if (question.part === undefined && question.method === 'close') port.close();
    };
    line.enter(task, isAwaited(question));
  });
  tell({ kind: 'open' });
} catch (error) {
  tell({ kind: 'closed', error: errorOf(error) });
}
