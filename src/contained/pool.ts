import type { CommitTree } from '../pull-request/commit-tree.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import { AnalysisFailed, type AnalysisRequest, type ScannedTree } from './analysis.js';
import type { Limits } from './conversation.js';
import { type Child, spawnChild } from './spawn.js';

/** Reviews in child processes that are kept warm. */
export interface Pool {
  /** Rejects with `AnalysisFailed` when the child died or took too long, twice. */
  readonly analyse: (pull: PullRequest, request: AnalysisRequest) => Promise<Review>;
  /** The same, of a commit as it stands. */
  readonly scan: (tree: CommitTree, request: AnalysisRequest) => Promise<ScannedTree>;
  readonly close: () => void;
}

const usual: Limits = { heapMegabytes: 512, milliseconds: 60_000 };

export interface PoolLimits extends Partial<Limits> {
  /** Children at most; those beyond the ones kept warm live as long as they are needed. */
  readonly most?: number;
}

/** Reviews that one child performs before a fresh one takes its place. */
const longestService = 200;

interface Children {
  readonly warm: number;
  readonly most: number;
  readonly fresh: () => Child;
  readonly idle: Child[];
  readonly queue: ((child: Child) => void)[];
  busy: number;
  isClosed: boolean;
}

/** Keeps `size` children warm. `childFile`: the compiled child, for tests. */
export function startPool(size: number, { most = size, ...limits }: PoolLimits = {}, childFile?: string): Pool {
  const bounds = { ...usual, ...limits };
  const fresh = () => spawnChild(bounds, childFile);
  const children: Children = { warm: size, most, fresh, idle: [], queue: [], busy: 0, isClosed: false };
  for (let index = 0; index < size; index += 1) children.idle.push(fresh());
  return {
    analyse: (pull, request) => twice(() => withChild(children, (child) => child.review(pull, request))),
    scan: (tree, request) => twice(() => withChild(children, (child) => child.scan(tree, request))),
    close: () => {
      children.isClosed = true;
      for (const child of children.idle.splice(0)) child.kill();
    },
  };
}

async function withChild<T>(children: Children, work: (child: Child) => Promise<T>): Promise<T> {
  const child = await take(children);
  try {
    return await work(child);
  } finally {
    giveBack(children, child);
  }
}

function take(children: Children): Promise<Child> {
  return new Promise((resolve) => {
    const child = children.idle.pop();
    if (child === undefined && children.busy >= children.most) {
      children.queue.push(resolve);
      return;
    }
    children.busy += 1;
    resolve(child?.isAlive() === true ? child : children.fresh());
  });
}

function giveBack(children: Children, child: Child): void {
  const { idle, queue, warm, fresh } = children;
  const next = queue.shift();
  if (next === undefined) children.busy -= 1;
  const isSpare = next === undefined && children.busy + idle.length >= warm;
  const isWorn = !child.isAlive() || child.served() >= longestService;
  if (children.isClosed || isSpare || isWorn) child.kill();
  if (children.isClosed || isSpare) return;
  const ready = isWorn ? fresh() : child;
  if (next === undefined) idle.push(ready);
  else next(ready);
}

/** A child that died gets one more try; GitHub's own failures pass untouched. */
async function twice<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof AnalysisFailed)) throw error;
    return await attempt();
  }
}
