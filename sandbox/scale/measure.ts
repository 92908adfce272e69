import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '../app.js';
import { type AppProcess, startApp } from '../demo/app-process.js';
import { readFolder } from '../demo/shop.js';
import type { Files } from '../git/commit.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import type { HeadCost, HeadKind } from './constants.js';

export interface MeasureOptions {
  readonly app: Manifest;
  readonly entry: string;
  /** The folder of the demo's shop. */
  readonly shop: string;
  /** Heads of each kind. */
  readonly heads: number;
  /** Where the store is, to be looked at afterwards. */
  readonly data: string;
}

export interface Measured {
  readonly heads: Readonly<Record<HeadKind, Omit<HeadCost, 'findings'>>>;
  readonly webhooksPerHead: number;
  readonly webhookMilliseconds: number;
}

/** Reviews of each kind on the demo's shop, one after the other: what they cost of GitHub and of the processor. */
export async function measure({ app: manifest, entry, shop, heads, data }: MeasureOptions): Promise<Measured> {
  const sandbox = await startSandbox({ app: manifest });
  const app = await startApp(sandbox, { entry, data, environment: { WORKERS: '1', RECOVERY_SECONDS: '3600' } });
  try {
    const [base, head] = [readFolder(path.join(shop, 'base')), readFolder(path.join(shop, 'head'))];
    const changes: Readonly<Record<HeadKind, (number: number) => Files>> = {
      other: (number) => ({ 'README.md': `Number ${number}\n` }),
      quiet: (number) => ({ 'template.yaml': `${base['template.yaml']}# ${number}\n` }),
      telling: (number) => ({ ...head, 'README.md': `Number ${number}\n` }),
    };
    await costOf(sandbox, app, { owner: 'warm', base, change: changes.telling, count: 5 });
    const before = sandbox.deliveries().length;
    const other = await costOf(sandbox, app, { owner: 'other', base, change: changes.other, count: heads });
    const quiet = await costOf(sandbox, app, { owner: 'quiet', base, change: changes.quiet, count: heads });
    const telling = await costOf(sandbox, app, { owner: 'telling', base, change: changes.telling, count: heads });
    const webhooksPerHead = Math.round((sandbox.deliveries().length - before) / (heads * 3));
    return {
      heads: { other, quiet, telling },
      webhooksPerHead,
      webhookMilliseconds: await costOfWebhook(sandbox, app),
    };
  } finally {
    await app.stop();
    await sandbox.stop();
  }
}

interface Series {
  readonly owner: string;
  readonly base: Files;
  readonly change: (number: number) => Files;
  readonly count: number;
}

async function costOf(sandbox: Sandbox, app: AppProcess, { owner, base, change, count }: Series) {
  sandbox.install(owner);
  const repository = await sandbox.createRepository({ owner, name: 'shop', files: base });
  const [mark, begun] = [sandbox.mark(), processorTime(app.pid)];
  for (let number = 0; number < count; number += 1) {
    const pull = await sandbox.openPullRequest(repository, { files: change(number) });
    await sandbox.waitForCheck(pull, { milliseconds: 120_000 });
    await sleep(1000);
  }
  const calls = sandbox.world.calls.slice(mark).filter((call) => call.owner === owner);
  return {
    calls: Math.round(calls.length / count),
    writes: Math.round(calls.filter(({ writes }) => writes).length / count),
    milliseconds: Math.round((processorTime(app.pid) - begun) / count),
  };
}

const pings = 300;

async function costOfWebhook(sandbox: Sandbox, app: AppProcess): Promise<number> {
  const payload = sandbox.deliveries().findLast(({ event }) => event === 'pull_request')?.payload;
  const begun = processorTime(app.pid);
  const message = { event: 'pull_request', action: 'labeled', payload: { ...Object(payload), action: 'labeled' } };
  for (let number = 0; number < pings; number += 1) await sandbox.deliver(message);
  return Math.round((processorTime(app.pid) - begun) / pings);
}

/** Milliseconds of a process and its children, those that ended included; Linux counts in hundredths of a second. */
function processorTime(pid: number): number {
  const children = readdirSync('/proc').filter((one) => /^\d+$/.test(one) && fieldsOf(Number(one))[1] === String(pid));
  const own = fieldsOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0);
  return own * 10 + children.reduce((sum, child) => sum + processorTime(Number(child)), 0);
}

/** The fields of `/proc/PID/stat` from the third on: the second is a name, in parentheses. */
function fieldsOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}
