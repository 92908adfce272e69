import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../demo/app-process.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import type { Pull } from '../world.js';
import { type Bar, environmentOf, none, openIn, owners, told, untilConcluded, wrongAtTheEnd } from './bar.js';
import { layWire } from './cut-wire.js';
import { template } from './material.js';

const seconds = { full: 60, short: 4 };
const patience = 240_000;

/** The database goes away while pull requests come in, and comes back: nothing is lost, and nobody restarts anything. */
export const outage: Bar = async (options) => {
  if (options.databaseUrl === undefined) return [none('a server', ['this bar needs DATABASE_URL'])];
  const sandbox = await startSandbox({ app: options.app });
  const wire = await layWire(options.databaseUrl);
  const environment = { ...environmentOf({ ...options, databaseUrl: wire.url }), RECOVERY_SECONDS: '2' };
  const app = await startApp(sandbox, { entry: options.entry, environment });
  const pulls: Pull[] = [];
  try {
    for (const owner of owners.slice(1)) sandbox.install(owner);
    for (const number of [1, 2, 3]) pulls.push(await open(sandbox, number));
    wire.cut();
    const end = Date.now() + (options.isShort ? seconds.short : seconds.full) * 1000;
    const readiness = new Set<number>();
    for (let number = 4; Date.now() < end; number += 1) {
      pulls.push(await open(sandbox, number));
      readiness.add((await fetch(`${app.url}/readyz`)).status);
      await sleep(1000);
    }
    const statuses = sandbox.deliveries().map(({ status }) => status);
    wire.mend();
    await untilConcluded(sandbox, pulls, patience);
    return [
      told(
        'pull requests, webhooks refused meanwhile',
        `${pulls.length}, ${statuses.filter((one) => one === 503).length}`,
      ),
      told('/readyz meanwhile', [...readiness].join(', ')),
      none('answers that are neither 202 nor 503', statuses.filter((one) => one !== 202 && one !== 503).map(String)),
      wrongAtTheEnd(sandbox, pulls),
    ];
  } finally {
    await app.stop();
    await wire.close();
    await sandbox.stop();
  }
};

/** Each organisation has a pace of its own. */
function open(sandbox: Sandbox, number: number): Promise<Pull> {
  return openIn(sandbox, owners[number % owners.length] ?? '', template(number));
}
