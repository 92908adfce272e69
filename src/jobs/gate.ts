import type { Gate } from '../pull-request/gated-client.js';
import type { LimitReached } from '../pull-request/limit.js';
import type { Job } from './job.js';
import type { Limits } from './store/limits.js';

/** What a job may ask of GitHub. */
export interface GateOptions {
  readonly limits: Limits;
  /** Waits without holding a worker. */
  readonly rest: (milliseconds: number) => Promise<void>;
  /** Told how many calls an installation has left of its hour. */
  readonly onBudget?: (installation: number, left: number) => void;
}

/** The gate of one attempt at a job. */
export interface JobGate extends Gate {
  /** Calls made so far. */
  readonly calls: () => number;
}

/** Calls that a job may make; those of forks are anyone's. A pull request of 3,000 large files needs about 3,100. */
const mostCalls = { own: 4000, fork: 1000 } as const;

/** The job wants more of GitHub than one pull request may have: its check says so. */
export class TooManyCalls extends Error {}

/** Paces writes for the installation, stops at its limits, and counts what the job costs. */
export function gateOf(job: Job, { limits, rest, onBudget }: GateOptions): JobGate {
  const { installation } = job;
  const most = job.kind === 'pull' && job.fork === true ? mostCalls.fork : mostCalls.own;
  let reached: LimitReached | undefined;
  let calls = 0;
  return {
    calls: () => calls,
    enter: async (isWrite) => {
      if (reached !== undefined) throw reached;
      calls += 1;
      if (calls > most && !isWrite) {
        throw new TooManyCalls(`This change needs more than ${most} calls to GitHub, which is more than one may have.`);
      }
      const wait = isWrite ? await limits.reserveWrite(installation) : 0;
      if (wait > 0) await rest(wait);
    },
    onAnswer: (left) => {
      if (left !== undefined) onBudget?.(installation, left);
    },
    onLimit: async (limit) => {
      reached = limit;
      await limits.block(installation, limit.until, limit.message);
    },
  };
}
