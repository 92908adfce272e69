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
  /** Children at most; those beyond the ones kept warm live until they were not needed for a while. */
  readonly most?: number;
  /** Milliseconds of that while. */
  readonly lingering?: number;
}

/** To start a child is as much work as some ten reviews. */
const usualLingering = 30_000;

/** Reviews that one child performs before a fresh one takes its place. */
const longestService = 200;

interface Children {
  readonly warm: number;
  readonly most: number;
  readonly fresh: () => Child;
  readonly idle: Child[];
  readonly queue: ((child: Child) => void)[];
  readonly lingering: number;
  busy: number;
  /** The most that were busy at once since the last look for spare ones. */
  busiest: number;
  looking: NodeJS.Timeout | undefined;
  isClosed: boolean;
}

/** Keeps `size` children warm. `childFile`: the compiled child, for tests. */
export function startPool(size: number, options: PoolLimits = {}, childFile?: string): Pool {
  const { most = size, lingering = usualLingering, ...limits } = options;
  const bounds = { ...usual, ...limits };
  const fresh = () => spawnChild(bounds, childFile);
  const state = { busy: 0, busiest: 0, looking: undefined, isClosed: false };
  const children: Children = { warm: size, most, fresh, idle: [], queue: [], lingering, ...state };
  for (let index = 0; index < size; index += 1) children.idle.push(fresh());
  return {
    analyse: (pull, request) => twice(() => withChild(children, (child) => child.review(pull, request))),
    scan: (tree, request) => twice(() => withChild(children, (child) => child.scan(tree, request))),
    close: () => {
      children.isClosed = true;
      clearTimeout(children.looking);
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
    children.busiest = Math.max(children.busiest, children.busy);
    resolve(child?.isAlive() === true ? child : children.fresh());
  });
}

function giveBack(children: Children, child: Child): void {
  const { idle, queue, fresh } = children;
  const next = queue.shift();
  if (next === undefined) children.busy -= 1;
  const isWorn = !child.isAlive() || child.served() >= longestService;
  if (children.isClosed || isWorn) child.kill();
  if (children.isClosed) return;
  const isNeeded = next !== undefined || spares(children) < 0;
  const ready = isWorn && isNeeded ? fresh() : child;
  if (next !== undefined) next(ready);
  else if (ready.isAlive()) idle.push(ready);
  if (spares(children) > 0) watchSpares(children);
}

/** Children beyond those that are kept warm. */
function spares({ idle, busy, warm }: Children): number {
  return busy + idle.length - warm;
}

/** Those that were not needed meanwhile end. */
function watchSpares(children: Children): void {
  if (children.looking !== undefined) return;
  children.busiest = children.busy;
  const look = () => {
    children.looking = undefined;
    if (children.busiest <= children.warm) {
      for (const spare of children.idle.splice(0, spares(children))) spare.kill();
    }
    if (spares(children) > 0) watchSpares(children);
  };
  children.looking = setTimeout(look, children.lingering).unref();
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
