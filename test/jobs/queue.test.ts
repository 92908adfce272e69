import { describe, expect, test } from '@jest/globals';
import type { Job, PullJob } from '../../src/jobs/job.js';
import { forgetfulJournal, type Journal } from '../../src/jobs/journal.js';
import { createQueue } from '../../src/jobs/queue.js';

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

/** A queue whose jobs end when they are told to. */
function openQueue(workers: number, journal: Journal = forgetfulJournal()) {
  const begun: string[] = [];
  const aborted: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const name = (job: Job) => ('head' in job ? `${job.kind} ${job.head}` : job.kind);
  const queue = createQueue({
    workers,
    journal,
    retryAfter: 5,
    onError: () => undefined,
    perform: (job, signal) => {
      begun.push(name(job));
      signal.addEventListener('abort', () => aborted.push(name(job)));
      return new Promise((resolve, reject) => {
        ends.set(name(job), (error) => (error ? reject(error) : resolve()));
      });
    },
  });
  const end = async (job: string, error?: Error) => {
    ends.get(job)?.(error);
    await settle();
  };
  const add = async (...jobs: Job[]) => {
    for (const job of jobs) await queue.enqueue(job);
    await settle();
  };
  return { queue, begun, aborted, add, end };
}

const settle = (milliseconds = 2) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('one job at a time about each pull request', () => {
  test('a newer head waits for the older one, which is told to stop', async () => {
    const { begun, aborted, add, end } = openQueue(4);
    await add(pull('a'));
    await add(pull('b'));
    expect([begun, aborted]).toEqual([['pull a'], ['pull a']]);
    await end('pull a');
    expect(begun).toEqual(['pull a', 'pull b']);
  });

  test('of heads that wait only the newest is reviewed; the others are concluded', async () => {
    const { begun, add, end } = openQueue(1);
    await add(pull('other', { number: 2 }), pull('a'), pull('b'), pull('c'));
    await end('pull other');
    await end('superseded a');
    await end('superseded b');
    await end('pull c');
    expect([...begun].sort()).toEqual(['pull c', 'pull other', 'superseded a', 'superseded b']);
  });

  test('another pull request does not wait', async () => {
    const { begun, aborted, add } = openQueue(2);
    await add(pull('a'), pull('b', { number: 2 }));
    expect([begun, aborted]).toEqual([['pull a', 'pull b'], []]);
  });

  test('a webhook that comes twice is one job', async () => {
    const { queue, begun, add, end } = openQueue(4);
    await add(pull('a'));
    await add(pull('a'));
    await end('pull a');
    expect([begun, queue.size()]).toEqual([['pull a'], 0]);
  });

  test('what is asked for again while it runs is done again', async () => {
    const { begun, aborted, add, end } = openQueue(4);
    await add(pull('a'));
    await add(pull('a', { reason: 'asked' }));
    await end('pull a');
    expect([begun, aborted]).toEqual([['pull a', 'pull a'], []]);
  });
});

test('no more jobs than workers run', async () => {
  const { queue, begun, add, end } = openQueue(2);
  await add(...[1, 2, 3].map((number) => pull(`h${number}`, { number })));
  expect([begun, queue.size()]).toEqual([['pull h1', 'pull h2'], 3]);
  await end('pull h2');
  expect(begun).toEqual(['pull h1', 'pull h2', 'pull h3']);
});

test('a job that is rejected does not stop the others and is taken up again', async () => {
  const { begun, add, end } = openQueue(1);
  await add(pull('a'), pull('b', { number: 2 }));
  await end('pull a', new Error('GitHub is down'));
  await end('pull b');
  await settle(20);
  expect(begun).toEqual(['pull a', 'pull b', 'pull a']);
});

describe('draining', () => {
  test('waits for what runs and waits', async () => {
    const { queue, add, end } = openQueue(1);
    await add(pull('a'), pull('b', { number: 2 }));
    let isDrained = false;
    const drained = queue.drain().then(() => {
      isDrained = true;
    });
    await end('pull a');
    expect(isDrained).toBe(false);
    await end('pull b');
    await drained;
    expect(isDrained).toBe(true);
  });

  test('has an end', async () => {
    const { queue, add } = openQueue(1);
    await add(pull('a'));
    await queue.drain(5);
    expect(queue.size()).toBe(1);
  });
});

test('jobs that an earlier process left are done first', async () => {
  const pending = [{ number: 7, job: pull('a') }];
  const done: number[] = [];
  const journal = { ...forgetfulJournal(), pending, done: (number: number) => void done.push(number) };
  const { begun, end } = openQueue(1, journal);
  await settle();
  await end('pull a');
  expect([begun, done]).toEqual([['pull a'], [7]]);
});
