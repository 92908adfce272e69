import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import { AnalysisFailed, type AnalysisRequest } from './analysis.js';
import { type Child, type Limits, spawnChild } from './spawn.js';

/** Reviews in child processes that are kept warm. */
export interface Pool {
  /** Rejects with `AnalysisFailed` when the child died or took too long, twice. */
  readonly analyse: (pull: PullRequest, request: AnalysisRequest) => Promise<Review>;
  readonly close: () => void;
}

const usual: Limits = { heapMegabytes: 512, milliseconds: 60_000 };

/** Reviews that one child performs before a fresh one takes its place. */
const longestService = 200;

/** Keeps `size` children warm. `childFile`: the compiled child, for tests. */
export function startPool(size: number, limits: Partial<Limits> = {}, childFile?: string): Pool {
  const bounds = { ...usual, ...limits };
  const idle: Child[] = [];
  const queue: ((child: Child) => void)[] = [];
  let closed = false;
  const fresh = () => spawnChild(bounds, childFile);
  const giveBack = (child: Child) => {
    if (closed) child.kill();
    const ready = child.isAlive() && child.served() < longestService ? child : replace(child);
    const next = queue.shift();
    if (next === undefined) idle.push(ready);
    else next(ready);
  };
  const replace = (child: Child) => {
    child.kill();
    return fresh();
  };
  const take = () =>
    new Promise<Child>((resolve) => {
      const child = idle.pop();
      if (child === undefined) queue.push(resolve);
      else resolve(child.isAlive() ? child : fresh());
    });
  for (let index = 0; index < size; index += 1) idle.push(fresh());
  return {
    analyse: (pull, request) =>
      twice(async () => {
        const child = await take();
        try {
          return await child.review(pull, request);
        } finally {
          giveBack(child);
        }
      }),
    close: () => {
      closed = true;
      for (const child of idle.splice(0)) child.kill();
    },
  };
}

/** A child that died gets one more try; GitHub's own failures pass untouched. */
async function twice(attempt: () => Promise<Review>): Promise<Review> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof AnalysisFailed)) throw error;
    return await attempt();
  }
}
