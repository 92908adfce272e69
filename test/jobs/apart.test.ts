import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import type { PullJob } from '../../src/jobs/job.js';
import { openApart } from '../../src/jobs/store/apart/apart.js';
import { createLine } from '../../src/jobs/store/apart/line.js';
import type { Store } from '../../src/jobs/store/store.js';
import { freshDirectory } from '../support/store.js';

/** As it is built: a thread starts from a file. */
const program = pathToFileURL('dist/jobs/store/apart/thread.js');

const job: PullJob = {
  kind: 'pull',
  delivery: 'd',
  installation: 7,
  owner: 'acme',
  repo: 'shop',
  url: 'https://github.test/acme/shop',
  number: 1,
  head: 'a',
  base: 'b',
  baseRef: 'main',
  reason: 'pushed',
};

interface Opened {
  readonly store: Store;
  readonly troubles: Error[];
  readonly losses: Error[];
}

async function open(directory: string): Promise<Opened> {
  const [troubles, losses]: [Error[], Error[]] = [[], []];
  const onError = (error: Error) => void troubles.push(error);
  const onLost = (error: Error) => void losses.push(error);
  return { store: await openApart({ directory, onError, onLost, program }), troubles, losses };
}

test('a store in a thread of its own keeps what the one in the process keeps', async () => {
  const directory = freshDirectory();
  const first = await open(directory);
  expect(await first.store.tasks.accept('one', [job])).toBe(true);
  expect(await first.store.tasks.accept('one', [job])).toBe(false);
  expect(await first.store.deliveries.missing(['one', 'two'])).toEqual(new Set(['two']));
  expect(await first.store.turns.next()).toBe(7);
  expect(await first.store.tasks.take(7)).toEqual({ subject: expect.any(String), job, attempts: 0 });
  await first.store.tasks.enqueue([{ ...job, number: 2 }]);
  await expect(open(directory)).rejects.toThrow('another process uses this directory');
  await first.store.close();
  const second = await open(directory);
  expect(await second.store.tasks.recover()).toBe(1);
  expect((await second.store.tasks.backlog()).waiting).toBe(2);
  // What may have ended the process does not begin again before the others.
  expect(await second.store.tasks.take(7)).toMatchObject({ job: { number: 2 }, attempts: 0 });
  await second.store.close();
  expect([first, second].flatMap(({ troubles, losses }) => [...troubles, ...losses])).toEqual([]);
  rmSync(directory, { recursive: true });
});

test('the thread of the server is free while the store works', async () => {
  const { store } = await open(freshDirectory());
  const many = Array.from({ length: 300 }, (_, number) => ({ ...job, number }));
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
  }, 1);
  await store.tasks.enqueue(many);
  clearInterval(count);
  // In one thread the statements follow each other without a single turn of the event loop.
  expect(turns).toBeGreaterThan(5);
  await store.close();
});

test('when the thread ends, all who wait hear of it, and the process too', async () => {
  const dying = `import { parentPort as port } from 'node:worker_threads'; port.on('message', () => process.exit(3)); port.postMessage({ kind: 'open' });`;
  const losses: Error[] = [];
  const store = await openApart({
    directory: undefined,
    onError: () => undefined,
    onLost: (error) => void losses.push(error),
    program: new URL(`data:text/javascript,${encodeURIComponent(dying)}`),
  });
  await expect(Promise.all([store.probe(), store.turns.next()])).rejects.toThrow(
    'The thread of the embedded store ended',
  );
  await expect(store.tasks.ready()).rejects.toThrow('The thread of the embedded store ended');
  expect(losses).toHaveLength(1);
});

test('a webhook that comes while others are in line goes before them', async () => {
  const line = createLine();
  const order: string[] = [];
  const enter = (name: string, isAwaited: boolean) =>
    new Promise<void>((resolve) => {
      const task = async () => {
        order.push(name);
        resolve();
      };
      line.enter(task, isAwaited);
    });
  const others = ['first', 'second', 'third'].map((name) => enter(name, false));
  // It arrives as a message does: in a turn of the event loop of its own.
  setImmediate(() => void enter('webhook', true));
  await Promise.all(others);
  expect(order).toEqual(['first', 'webhook', 'second', 'third']);
});
