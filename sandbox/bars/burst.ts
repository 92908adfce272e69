import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../demo/app-process.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import type { Post } from '../webhooks/deliver.js';
import type { Pull } from '../world.js';
import {
  atMost,
  type Bar,
  type BarOptions,
  environmentOf,
  type Figure,
  none,
  openIn,
  told,
  untilConcluded,
  wrongAtTheEnd,
} from './bar.js';
import { template } from './material.js';
import { memoryOf, residentInAll } from './memory.js';

const full = { installations: 10, pulls: 300, pushed: 200, webhooks: 1000, spread: 10_000 };
const short = { installations: 5, pulls: 30, pushed: 20, webhooks: 100, spread: 1000 };
const patience = 600_000;

/** A thousand webhooks of 300 pull requests of ten installations within ten seconds, and what becomes of them. */
export const burst: Bar = async (options) => {
  const sandbox = await startSandbox({ app: options.app });
  const counts = options.isShort ? short : full;
  const { pulls, messages } = await prepare(sandbox, counts);
  const app = await startApp(sandbox, { entry: options.entry, environment: environmentOf(options) });
  const begun = Date.now();
  let [megabytes, resident] = [0, 0];
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(app.pid));
    resident = Math.max(resident, residentInAll(app.pid));
  }, 500);
  try {
    await Promise.all(
      messages.map(async (message, index) => {
        await sleep((index * counts.spread) / messages.length);
        await sandbox.deliver(message);
      }),
    );
    await untilConcluded(sandbox, pulls, patience);
    const seconds = (Date.now() - begun) / 1000;
    return [...figuresOf(sandbox, { pulls, seconds, megabytes, resident }, options), wrongAtTheEnd(sandbox, pulls)];
  } finally {
    clearInterval(watch);
    await app.stop();
    await sandbox.stop();
  }
};

/** The webhooks as GitHub sends them: pull requests, pushes to them, and events of which nothing follows. */
async function prepare(sandbox: Sandbox, counts: typeof full) {
  const owners = ['acme', ...Array.from({ length: counts.installations - 1 }, (_, number) => `org-${number + 1}`)];
  for (const owner of owners.slice(1)) sandbox.install(owner);
  const pulls: Pull[] = [];
  for (let number = 0; number < counts.pulls; number += 1) {
    pulls.push(await openIn(sandbox, owners[number % owners.length] ?? '', template(number + 1)));
  }
  for (const [number, pull] of pulls.slice(0, counts.pushed).entries())
    await sandbox.pushTo(pull, template(number + 1000));
  const events: readonly Post[] = sandbox.deliveries().filter(({ event }) => event === 'pull_request');
  const others = Array.from({ length: counts.webhooks - events.length }, (_, number): Post => {
    const { payload } = events[number % events.length] ?? { payload: {} };
    return { event: 'pull_request', action: 'labeled', payload: { ...Object(payload), action: 'labeled' } };
  });
  const messages = [...events, ...others].map(({ event, action, payload }) => ({ event, action, payload }));
  sandbox.world.deliveries.length = 0;
  return { pulls, messages };
}

interface Run {
  readonly pulls: readonly Pull[];
  readonly seconds: number;
  readonly megabytes: number;
  readonly resident: number;
}

function figuresOf(sandbox: Sandbox, run: Run, { workers }: BarOptions): readonly Figure[] {
  const { pulls, seconds, megabytes, resident } = run;
  const deliveries = sandbox.deliveries();
  const times = deliveries.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const refused = deliveries
    .filter(({ status }) => status !== 202)
    .map(({ status, outcome, milliseconds }) => `status ${status} after ${milliseconds} ms: ${outcome}`);
  return [
    atMost('answer to a webhook, p99', at(0.99), 500, 'ms'),
    told('answer to a webhook, median', `${at(0.5)} ms`),
    none('webhooks that were not accepted', refused),
    atMost('until all are concluded', seconds, 180, 's'),
    atMost('memory in all', megabytes, 700, 'MB'),
    told('the same, with shared memory counted for each process', `${resident.toFixed(0)} MB`),
    told(`reviews a minute with ${workers} workers`, ((pulls.length / seconds) * 60).toFixed(0)),
  ];
}
