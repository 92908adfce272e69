import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, randomFrom } from '../chaos/random.js';
import { startApp } from '../demo/app-process.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import type { Pull } from '../world.js';
import { atMost, type Bar, environmentOf, type Figure, openIn, owners, told, wrongAtTheEnd } from './bar.js';
import { heavyFiles, template } from './material.js';
import { memoryOf, residentOf } from './memory.js';

const minutes = { full: 30, short: 3 };
const sampleEvery = 5000;
/** Megabytes an hour that count as flat: less than a deployment grows between two releases. */
const mostSlope = 60;

interface Sample {
  readonly hours: number;
  /** Of the server alone: its children are replaced after some reviews. */
  readonly server: number;
  /** With its children. */
  readonly all: number;
}

/** Mixed traffic for half an hour: how memory goes. The first third is for warming up. */
export const soak: Bar = async (options) => {
  const sandbox = await startSandbox({ app: options.app });
  for (const owner of owners.slice(1)) sandbox.install(owner);
  const app = await startApp(sandbox, { entry: options.entry, environment: environmentOf(options) });
  const samples: Sample[] = [];
  const pulls: Pull[] = [];
  const begun = Date.now();
  const watch = setInterval(() => {
    const hours = (Date.now() - begun) / 3_600_000;
    samples.push({ hours, server: residentOf(app.pid), all: memoryOf(app.pid) });
  }, sampleEvery);
  const end = begun + (options.isShort ? minutes.short : minutes.full) * 60_000;
  const random = randomFrom(1);
  try {
    for (let step = 1; Date.now() < end; step += 1) {
      await act(sandbox, { step, random, pulls });
      await sleep(200 + random(1500));
    }
    clearInterval(watch);
    for (const pull of pulls) await sandbox.waitForCheck(pull, { milliseconds: 120_000 }).catch(() => undefined);
    const heads = told('heads reviewed', String(sandbox.world.checkRuns.length));
    return [heads, ...figuresOf(samples), wrongAtTheEnd(sandbox, pulls)];
  } finally {
    clearInterval(watch);
    await app.stop();
    await sandbox.stop();
  }
};

interface Step {
  readonly step: number;
  readonly random: Random;
  readonly pulls: Pull[];
}

/** Opens, pushes, asks again, closes; one in thirty is heavy, one in forty runs into trouble at GitHub. */
async function act(sandbox: Sandbox, { step, random, pulls }: Step): Promise<void> {
  const owner = owners[random(owners.length)] ?? '';
  if (random(40) === 0) sandbox.fail({ kind: 'status', status: 502 });
  const open = pulls.filter(({ state }) => state === 'open');
  const some = open[random(open.length || 1)];
  const what = random(10);
  if (some !== undefined && what < 4) await sandbox.pushTo(some, template(step));
  else if (some !== undefined && what === 4) await sandbox.close(some);
  else if (some !== undefined && what === 5) await rerun(sandbox, some);
  else pulls.push(await openIn(sandbox, owner, random(30) === 0 ? heavyFiles(3, 40) : template(step)));
}

async function rerun(sandbox: Sandbox, pull: Pull): Promise<void> {
  const [run] = sandbox.checkRuns(pull);
  if (run?.status === 'completed') await sandbox.rerequestRun(run);
}

type Part = 'server' | 'all';

function figuresOf(samples: readonly Sample[]): readonly Figure[] {
  const late = samples.slice(Math.floor(samples.length / 3));
  return [
    told('memory of the server by sixths of the time', sixthsOf(samples, 'server')),
    told('memory with its children by sixths of the time', sixthsOf(samples, 'all')),
    atMost('slope of the server in the last two thirds', slopeOf(late, 'server'), mostSlope, 'MB an hour'),
    atMost('slope with its children in the last two thirds', slopeOf(late, 'all'), mostSlope, 'MB an hour'),
  ];
}

/** Means of each sixth. */
function sixthsOf(samples: readonly Sample[], part: Part): string {
  const means = Array.from({ length: 6 }, (_, sixth) => {
    const some = samples.slice((samples.length * sixth) / 6, (samples.length * (sixth + 1)) / 6);
    return (some.reduce((sum, one) => sum + one[part], 0) / some.length).toFixed(0);
  });
  return `${means.join(', ')} MB`;
}

/** Least squares. */
function slopeOf(samples: readonly Sample[], part: Part): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [hours, megabytes] = [mean((one) => one.hours), mean((one) => one[part])];
  const shared = samples.reduce((sum, one) => sum + (one.hours - hours) * (one[part] - megabytes), 0);
  const own = samples.reduce((sum, one) => sum + (one.hours - hours) ** 2, 0);
  return own === 0 ? 0 : shared / own;
}
