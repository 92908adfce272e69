import { setTimeout as sleep } from 'node:timers/promises';
import { type AppProcess, startApp } from '../demo/app-process.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import type { Pull } from '../world.js';
import { type Balancer, startBalancer } from './balancer.js';
import {
  type Bar,
  type BarOptions,
  environmentOf,
  none,
  openIn,
  owners,
  told,
  untilConcluded,
  wrongAtTheEnd,
} from './bar.js';
import { template } from './material.js';

type Role = 'web' | 'worker';
const patience = 240_000;

/** Two web and two worker processes are replaced one after the other while pull requests come in. */
export const rolling: Bar = async (options) => {
  if (options.databaseUrl === undefined)
    return [none('a server', ['this bar needs DATABASE_URL: several processes share it'])];
  const sandbox = await startSandbox({ app: options.app });
  const balancer = await startBalancer();
  const running: { readonly role: Role; readonly app: AppProcess }[] = [];
  const start = async (role: Role) => {
    const app = await startApp(sandbox, {
      entry: options.entry,
      environment: { ...environmentOf(options), ROLE: role },
    });
    sandbox.sendWebhooksTo(`${balancer.url}/api/github/webhooks`);
    if (role === 'web') await balancer.add(app.url);
    running.push({ role, app });
  };
  try {
    for (const role of ['web', 'web', 'worker', 'worker'] as const) await start(role);
    const traffic = startTraffic(sandbox, options);
    for (const old of [...running]) {
      await start(old.role);
      await retire(old.app, balancer, old.role);
      running.splice(running.indexOf(old), 1);
    }
    const pulls = await traffic.stop();
    await untilConcluded(sandbox, pulls, patience);
    const refused = sandbox
      .deliveries()
      .filter(({ status }) => status !== 202)
      .map(({ status }) => `status ${status}`);
    return [
      told('pull requests meanwhile', String(pulls.length)),
      none('webhooks that were not accepted', refused),
      wrongAtTheEnd(sandbox, pulls),
    ];
  } finally {
    for (const { app } of running) await app.stop();
    await balancer.close();
    await sandbox.stop();
  }
};

/** As Kubernetes does: nothing new is sent there, and a moment later it is told to stop. */
async function retire(app: AppProcess, balancer: Balancer, role: Role): Promise<void> {
  if (role === 'web') balancer.remove(app.url);
  await sleep(500);
  await app.stop();
}

function startTraffic(sandbox: Sandbox, { isShort }: BarOptions) {
  const pulls: Pull[] = [];
  let isOver = false;
  for (const owner of owners.slice(1)) sandbox.install(owner);
  const run = async () => {
    for (let number = 1; !isOver; number += 1) {
      pulls.push(await openIn(sandbox, owners[number % owners.length] ?? '', template(number)));
      await sleep(isShort ? 2000 : 700);
    }
  };
  const ended = run();
  return {
    stop: async (): Promise<readonly Pull[]> => {
      isOver = true;
      await ended;
      return pulls;
    },
  };
}
