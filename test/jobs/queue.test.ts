import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Job, PullJob } from '../../src/jobs/job.js';
import type { Outcome } from '../../src/jobs/perform.js';
import { openStore, type Store } from '../../src/jobs/store/store.js';
import { startWorkers, type Workers } from '../../src/jobs/workers.js';
import { untilIdle } from '../support/postern.js';
import { freshDirectory, openTestDatabase, type TestDatabase } from '../support/store.js';

const source = { installation: 1, owner: 'acme', repo: 'app', url: 'https://github.com/acme/app', delivery: 'd' };
const pull = (head: string, changed: Partial<PullJob> = {}): PullJob => ({
  ...source,
  kind: 'pull',
  number: 1,
  head,
  base: 'b',
  baseRef: 'main',
  reason: 'pushed',
  ...changed,
});

const name = (job: Job) => ('head' in job ? `${job.kind} ${job.head}` : job.kind);
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const open: { store: Store; workers: Workers }[] = [];
afterEach(async () => {
  for (const { store, workers } of open.splice(0)) {
    await workers.stop(0);
    await store.close();
  }
});

/** A queue whose jobs end when they are told to. */
async function openQueue(workers: number, given?: Store) {
  const store = given ?? (await database.emptyStore());
  const begun: string[] = [];
  const aborted: string[] = [];
  const ends = new Map<string, (outcome: Outcome | Error) => void>();
  const working = startWorkers({
    workers,
    store,
    pollEvery: 10,
    onError: () => undefined,
    perform: (job, { signal }) => {
      begun.push(name(job));
      signal.addEventListener('abort', () => aborted.push(`${name(job)} by ${String(signal.reason)}`));
      return new Promise((resolve, reject) => {
        ends.set(name(job), (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)));
      });
    },
  });
  open.push({ store, workers: working });
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    store,
    workers: working,
    begun,
    aborted,
    add: async (...jobs: Job[]) => {
      for (const job of jobs) await store.tasks.enqueue([job]);
      working.wake();
    },
    end: async (job: string, outcome: Outcome | Error = 'done') => {
      await until(() => ends.has(job));
      ends.get(job)?.(outcome);
      ends.delete(job);
    },
    /** Waits until these and no others have begun. */
    hasBegun: async (...jobs: string[]) => {
      await until(() => begun.length >= jobs.length);
      expect(begun).toEqual(jobs);
    },
    until,
  };
}

describe('one job at a time about each pull request', () => {
  test('a newer head waits for the older one, which is told to stop', async () => {
    const { aborted, add, end, hasBegun, until } = await openQueue(4);
    await add(pull('a'));
    await hasBegun('pull a');
    await add(pull('b'));
    await until(() => aborted.length > 0);
    expect(aborted).toEqual(['pull a by b']);
    await hasBegun('pull a');
    await end('pull a');
    await hasBegun('pull a', 'pull b');
  });

  test('of heads that wait only the newest is reviewed; the others are concluded', async () => {
    const { begun, add, end, hasBegun, store } = await openQueue(1);
    await add(pull('other', { number: 2 }));
    await hasBegun('pull other');
    await add(pull('a'), pull('b'), pull('c'));
    for (const job of ['pull other', 'pull c', 'superseded a', 'superseded b']) await end(job);
    await untilIdle(store);
    expect([...begun].sort()).toEqual(['pull c', 'pull other', 'superseded a', 'superseded b']);
  });

  test('another pull request does not wait', async () => {
    const { aborted, add, hasBegun } = await openQueue(2);
    await add(pull('a'), pull('b', { number: 2 }));
    await hasBegun('pull a', 'pull b');
    expect(aborted).toEqual([]);
  });

  test('a webhook that comes twice is one job', async () => {
    const { add, end, hasBegun, store } = await openQueue(4);
    await add(pull('a'));
    await hasBegun('pull a');
    await add(pull('a'));
    await end('pull a');
    await untilIdle(store);
    await hasBegun('pull a');
  });

  test('what is asked for again while it runs is done again', async () => {
    const { aborted, add, end, hasBegun } = await openQueue(4);
    await add(pull('a'));
    await hasBegun('pull a');
    await add(pull('a', { reason: 'asked' }));
    await end('pull a');
    await hasBegun('pull a', 'pull a');
    expect(aborted).toEqual([]);
  });
});

test('no more jobs than workers run', async () => {
  const { store, add, end, hasBegun } = await openQueue(2);
  await add(...[1, 2, 3].map((number) => pull(`h${number}`, { number })));
  await hasBegun('pull h1', 'pull h2');
  expect(await store.tasks.backlog()).toMatchObject({ waiting: 1, running: 2 });
  await end('pull h2');
  await hasBegun('pull h1', 'pull h2', 'pull h3');
});

test('a job that is rejected does not stop the others and is taken up again', async () => {
  const { add, end, hasBegun } = await openQueue(1);
  await add(pull('a'), pull('b', { number: 2 }));
  await hasBegun('pull a');
  await end('pull a', { job: pull('a'), at: new Date(), counts: true });
  await hasBegun('pull a', 'pull a');
  await end('pull a');
  await hasBegun('pull a', 'pull a', 'pull b');
});

test('a job that fails in an unexpected way is kept', async () => {
  const { add, end, store, until } = await openQueue(1);
  await add(pull('a'));
  await end('pull a', new Error('The disk is gone'));
  let left = await store.tasks.backlog();
  await until(() => {
    void store.tasks.backlog().then((now) => {
      left = now;
    });
    return left.waiting === 1;
  });
  expect(left).toMatchObject({ waiting: 1, running: 0 });
});

describe('when GitHub says to wait', () => {
  test('the job is parked and the worker takes another', async () => {
    const { add, end, hasBegun, store } = await openQueue(1);
    const until = new Date(Date.now() + 600_000);
    await add(pull('a'));
    await hasBegun('pull a');
    await store.limits.block(1, until, 'secondary rate limit');
    await end('pull a', { job: pull('a'), at: until, counts: false });
    await add(pull('b', { number: 2 }), pull('c', { number: 3, installation: 2 }));
    await hasBegun('pull a', 'pull c');
    await end('pull c');
    expect(await store.tasks.backlog()).toMatchObject({ waiting: 2 });
  });
});

describe('shares', () => {
  const heavy = [1, 2, 3, 4, 5, 6].map((number) => pull(`heavy${number}`, { number }));
  test('an installation that fills all workers does not keep a neighbour waiting', async () => {
    const { add, hasBegun } = await openQueue(2);
    await add(...heavy);
    await hasBegun('pull heavy1', 'pull heavy2');
    await add(pull('small', { installation: 2, repo: 'small' }));
    await hasBegun('pull heavy1', 'pull heavy2', 'pull small');
  });

  test('installations take turns', async () => {
    const { add, end, hasBegun } = await openQueue(1);
    await add(pull('first', { installation: 3, repo: 'first' }));
    await hasBegun('pull first');
    await add(...heavy.slice(0, 2), pull('small', { installation: 2, repo: 'small' }));
    await hasBegun('pull first', 'pull heavy1');
    await end('pull heavy1');
    await hasBegun('pull first', 'pull heavy1', 'pull small');
  });

  test('the merge queue goes first', async () => {
    const { add, end, hasBegun } = await openQueue(1);
    await add(heavy[0] ?? pull('a'));
    await hasBegun('pull heavy1');
    await add(...heavy.slice(1, 3), { ...source, kind: 'group', head: 'entry', base: 'b', baseRef: 'main' });
    await end('pull heavy1');
    await hasBegun('pull heavy1', 'group entry');
  });
});

describe('stopping', () => {
  test('waits for what runs, and begins nothing more', async () => {
    const { workers, add, end, hasBegun, store } = await openQueue(1);
    await add(pull('a'), pull('b', { number: 2 }));
    await hasBegun('pull a');
    const stopped = workers.stop(30_000);
    await end('pull a');
    await stopped;
    await hasBegun('pull a');
    expect(await store.tasks.backlog()).toMatchObject({ waiting: 1, running: 0 });
  });

  test('has an end; what did not is for the next process at once', async () => {
    const { workers, add, hasBegun, store } = await openQueue(1);
    await add(pull('a'));
    await hasBegun('pull a');
    await workers.stop(5);
    expect(await store.tasks.backlog()).toMatchObject({ waiting: 1, running: 0 });
    const next = await openQueue(1, store);
    await next.hasBegun('pull a');
    open.pop();
    await next.workers.stop(0);
  });
});

test('jobs that an earlier process left are done first', async () => {
  const directory = freshDirectory();
  const onError = () => undefined;
  const first = await openStore({ directory, onError });
  await first.tasks.enqueue([pull('a')]);
  await first.tasks.take(1);
  await first.close();
  const { hasBegun } = await openQueue(1, await openStore({ directory, onError }));
  await hasBegun('pull a');
});

test('a delivery is accepted once, and again when it was asked for and never came', async () => {
  const { store } = await openQueue(1);
  expect(await store.tasks.accept('d1', [])).toBe(true);
  expect(await store.tasks.accept('d1', [])).toBe(false);
  await store.deliveries.asked('d2');
  expect(await store.deliveries.missing(['d1', 'd2', 'd3'])).toEqual(new Set(['d2', 'd3']));
  expect(await store.tasks.accept('d2', [])).toBe(true);
  expect(await store.deliveries.missing(['d1', 'd2', 'd3'])).toEqual(new Set(['d3']));
});

test('a second process on one directory is refused with a sentence', async () => {
  const directory = freshDirectory();
  const onError = () => undefined;
  const first = await openStore({ directory, onError });
  await expect(openStore({ directory, onError })).rejects.toThrow('another process uses this directory');
  await first.close();
  const second = await openStore({ directory, onError });
  await second.close();
});
