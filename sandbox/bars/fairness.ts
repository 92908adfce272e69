import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../demo/app-process.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import type { Pull } from '../world.js';
import { atMost, type Bar, type BarOptions, environmentOf, type Figure } from './bar.js';
import { heavyFiles, template } from './material.js';

const mostSeconds = 20;
const patience = 120_000;

/** One organisation has to wait, or brings heavy forks: how long another's small pull request takes. */
export const fairness: Bar = async (options) => [
  await besides(options, 'beside one that has to wait for ten minutes', untilWaiting),
  await besides(options, 'beside one with ten heavy fork pull requests', withHeavyForks),
];

type Trouble = (sandbox: Sandbox, options: BarOptions) => Promise<void>;

async function besides(options: BarOptions, name: string, trouble: Trouble): Promise<Figure> {
  const sandbox = await startSandbox({ app: options.app });
  sandbox.install('globex');
  const app = await startApp(sandbox, { entry: options.entry, environment: environmentOf(options) });
  try {
    const small = await sandbox.createRepository({ owner: 'globex', name: 'small', files: template(0, 'AWS_IAM') });
    await trouble(sandbox, options);
    const times: number[] = [];
    for (let number = 1; number <= (options.isShort ? 1 : 3); number += 1) {
      times.push(await secondsUntilChecked(sandbox, () => sandbox.openPullRequest(small, { files: template(number) })));
    }
    return atMost(name, Math.max(...times), mostSeconds, 's');
  } finally {
    await app.stop();
    await sandbox.stop();
  }
}

async function secondsUntilChecked(sandbox: Sandbox, open: () => Promise<Pull>): Promise<number> {
  const begun = Date.now();
  await sandbox.waitForCheck(await open(), { milliseconds: patience });
  return (Date.now() - begun) / 1000;
}

async function untilWaiting(sandbox: Sandbox): Promise<void> {
  const shop = await sandbox.createRepository({ owner: 'acme', name: 'shop', files: template(0, 'AWS_IAM') });
  sandbox.fail({ kind: 'secondary-limit', owner: 'acme', times: 1000, retryAfterSeconds: 600 });
  for (let number = 1; number <= 10; number += 1) await sandbox.openPullRequest(shop, { files: template(number) });
  await sleep(2000);
}

async function withHeavyForks(sandbox: Sandbox, { isShort }: BarOptions): Promise<void> {
  const shop = await sandbox.createRepository({ owner: 'acme', name: 'shop', files: template(0, 'AWS_IAM') });
  const files = heavyFiles(isShort ? 4 : 12, 60);
  for (let number = 1; number <= 10; number += 1) {
    await sandbox.openPullRequest(shop, { files, fork: `stranger-${number}` });
  }
  await sleep(2000);
}
