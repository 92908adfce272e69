import { Worker } from 'node:worker_threads';
import type { Store, StoreOptions } from '../store.js';
import { farStore } from './far-store.js';
import type { Ask, FromThread, Question } from './protocol.js';

export interface ApartOptions extends Omit<StoreOptions, 'url'> {
  /** Where `thread.js` stands. */
  readonly program: URL;
  /** The thread ended without being asked to: nothing can be kept any more. */
  readonly onLost: (error: Error) => void;
}

/** A store makes little that lives: a large space for what is new would only be held. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/**
 * Opens the embedded store in a thread of its own. Its statements run for milliseconds each, and in the thread of the
 * server nobody would be heard meanwhile.
 */
export async function openApart({ onError, onLost, program, ...options }: ApartOptions): Promise<Store> {
  const thread = new Worker(program, { workerData: options, env: {}, resourceLimits });
  const talk = converse(thread);
  await opened(thread, onError);
  const lost = (error: Error) => {
    talk.end(error);
    onLost(error);
  };
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  const exited = () => lost(new Error('The thread of the embedded store ended.'));
  thread.on('error', lost).once('exit', exited);
  const store = farStore(talk.ask);
  return {
    ...store,
    close: async () => {
      thread.off('exit', exited);
      await store.close();
      await ended;
    },
  };
}

function opened(thread: Worker, onError: StoreOptions['onError']): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject).on('message', (message: FromThread) => {
      if (message.kind === 'trouble') onError(message.error);
      if (message.kind === 'open') resolve(void thread.off('error', reject));
      if (message.kind === 'closed') reject(message.error);
    });
  });
}

interface Asker {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

function converse(thread: Worker) {
  const waiting = new Map<number, Asker>();
  let [asked, over]: [number, Error | undefined] = [0, undefined];
  thread.on('message', (message: FromThread) => {
    if (message.kind !== 'answer' && message.kind !== 'refusal') return;
    const asker = waiting.get(message.number);
    waiting.delete(message.number);
    if (message.kind === 'answer') asker?.resolve(message.value);
    else asker?.reject(message.error);
  });
  const ask: Ask =
    (part, method) =>
    (...values) =>
      new Promise<never>((resolve, reject) => {
        if (over !== undefined) return reject(over);
        asked += 1;
        thread.postMessage({ number: asked, part, method, values } satisfies Question);
        waiting.set(asked, { resolve, reject });
      });
  const end = (error: Error) => {
    over = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  return { ask, end };
}
