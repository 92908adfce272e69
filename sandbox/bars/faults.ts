import { startApp } from '../demo/app-process.js';
import { type FaultDraft, type Sandbox, startSandbox } from '../sandbox.js';
import type { Pull } from '../world.js';
import { type Bar, environmentOf, type Figure, none, told } from './bar.js';
import { template } from './material.js';

const kinds: readonly FaultDraft[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'truncate' },
  { kind: 'slow', milliseconds: 2000 },
  { kind: 'hang' },
  { kind: 'primary-limit', retryAfterSeconds: 2 },
  { kind: 'secondary-limit', retryAfterSeconds: 2 },
];
const patience = 180_000;
/** Organisations that are in trouble at the same time. */
const atOnce = 12;

interface Trial {
  readonly owner: string;
  readonly fault: FaultDraft | undefined;
}

/** Every kind of trouble at every call of a review: the same end as without. */
export const faults: Bar = async (options) => {
  const sandbox = await startSandbox({ app: options.app });
  const app = await startApp(sandbox, { entry: options.entry, environment: environmentOf(options) });
  try {
    // The first one meets what a start does besides.
    await endOf(sandbox, { owner: 'first', fault: undefined });
    const plain = await endOf(sandbox, { owner: 'plain', fault: undefined });
    const calls = sandbox.world.calls.filter(({ owner }) => owner === 'plain').length;
    const step = options.isShort ? 4 : 1;
    const trials: Trial[] = [];
    for (let skip = 0; skip < calls; skip += step) {
      for (const [number, fault] of kinds.entries()) {
        const owner = `call-${skip}-${number}`;
        trials.push({ owner, fault: { ...fault, owner, skip } });
      }
    }
    const different: string[] = [];
    const next = trials.values();
    const run = async () => {
      for (const trial of next) {
        const end = await endOf(sandbox, trial).catch((error: Error) => error.message);
        if (end !== plain)
          different.push(`${trial.fault?.kind} ${trial.fault?.status ?? ''} at call ${trial.fault?.skip}: ${end}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, run));
    return figuresOf(sandbox, { calls, trials, different });
  } finally {
    await app.stop();
    await sandbox.stop();
  }
};

interface Outcome {
  readonly calls: number;
  readonly trials: readonly Trial[];
  readonly different: readonly string[];
}

function figuresOf(sandbox: Sandbox, { calls, trials, different }: Outcome): readonly Figure[] {
  const unused = sandbox.world.faults.filter(({ times }) => times > 0).map(({ kind, owner }) => `${kind} for ${owner}`);
  return [
    told('calls of a review, and faults tried', `${calls}, ${trials.length}`),
    none('faults that change how a review ends', different),
    none('faults that no call ran into', unused),
  ];
}

/** How a pull request ends in an organisation of its own: its checks and its comments, in words. */
async function endOf(sandbox: Sandbox, { owner, fault }: Trial): Promise<string> {
  sandbox.install(owner);
  const repository = await sandbox.createRepository({ owner, name: 'shop', files: template(0, 'AWS_IAM') });
  if (fault !== undefined) sandbox.fail(fault);
  const pull = await sandbox.openPullRequest(repository, { files: template(1) });
  await sandbox.waitForCheck(pull, { milliseconds: patience });
  return wordsOf(sandbox, pull);
}

function wordsOf(sandbox: Sandbox, pull: Pull): string {
  const checks = sandbox.checkRuns(pull).map(({ status, conclusion, title }) => `${status} ${conclusion} ${title}`);
  return `${checks.join(', ')} with ${sandbox.comments(pull).length} comments`;
}
