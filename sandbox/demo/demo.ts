import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readManifest } from '../app.js';
import { servePage } from '../page/serve.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import type { Pull } from '../world.js';
import { type AppProcess, startApp } from './app-process.js';
import { reviewText } from './print.js';
import { readFolder, shopPull } from './shop.js';

export interface DemoOptions {
  /** The folder of the project, with `app.yml`, `dist` and `sandbox`. */
  readonly root: string;
  /** Print the first review and end. */
  readonly once: boolean;
  readonly port: number;
  readonly print: (text: string) => void;
}

const reviewMilliseconds = 30_000;

interface Stage {
  readonly sandbox: Sandbox;
  readonly app: AppProcess;
  readonly pull: Pull;
  /** How many calls had been made when the last review was printed. */
  printed: number;
}

async function openShop(sandbox: Sandbox, root: string): Promise<Pull> {
  const repository = await sandbox.createRepository({ files: readFolder(path.join(root, 'sandbox/shop/base')) });
  const files = readFolder(path.join(root, 'sandbox/shop/head'));
  return sandbox.openPullRequest(repository, { files, ...shopPull });
}

async function printReview(stage: Stage, print: DemoOptions['print']): Promise<void> {
  const { sandbox, app, pull } = stage;
  try {
    const run = await sandbox.waitForCheck(pull, { milliseconds: reviewMilliseconds });
    print(reviewText(sandbox, pull, run));
    print(`${sandbox.usage(stage.printed).calls} calls of GitHub's API were made.\n`);
    stage.printed = sandbox.mark();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\nWhat the app printed:\n${app.output()}`);
  }
}

/** Prints a review for every push, until the process is stopped. */
async function follow(stage: Stage, print: DemoOptions['print']): Promise<never> {
  let seen = stage.pull.headSha;
  for (;;) {
    await sleep(200);
    if (stage.pull.headSha === seen) continue;
    seen = stage.pull.headSha;
    print(`Pushed ${seen.slice(0, 7)}.`);
    await printReview(stage, print);
  }
}

/** Shows a whole review on this machine: a GitHub, the app, a shop, and a pull request that opens doors in it. */
export async function runDemo({ root, once, port, print }: DemoOptions): Promise<void> {
  const sandbox = await startSandbox({ app: readManifest(path.join(root, 'app.yml')) });
  print(`A local GitHub listens on ${sandbox.world.address}.`);
  const app = await startApp(sandbox, { entry: path.join(root, 'dist/server.js') });
  const stop = () => app.stop().finally(() => sandbox.stop());
  try {
    print('The app is running. A pull request is being opened.');
    const pull = await openShop(sandbox, root);
    const stage = { sandbox, app, pull, printed: 0 };
    await printReview(stage, print);
    if (once) return;
    const page = await servePage(sandbox.world, pull, port);
    print(`The pull request: ${page.url}\nPress Ctrl-C to end.`);
    process.once('SIGINT', () => void stop().then(() => process.exit(0)));
    process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
    await follow(stage, print);
  } finally {
    await stop();
  }
}
