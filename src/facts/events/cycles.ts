import type { GraphEdge } from './edge.js';

/** One step of a search: where it leads, and the edges of the graph that it goes along. */
export interface Step {
  readonly to: string;
  readonly edges: readonly GraphEdge[];
}

export type Steps = ReadonlyMap<string, readonly Step[]>;

interface Visit {
  readonly node: string;
  readonly steps: readonly Step[];
  next: number;
}

/**
 * Parts that can reach themselves: the strongly connected components of more than one node, and single nodes with a
 * step to themselves. Tarjan's algorithm with its own stack: linear in steps, and as deep as memory allows.
 */
export function cyclicParts(steps: Steps): readonly ReadonlySet<string>[] {
  const search: Search = { index: new Map(), low: new Map(), open: new Set(), trail: [], steps };
  const parts: ReadonlySet<string>[] = [];
  for (const start of steps.keys()) {
    if (!search.index.has(start)) parts.push(...partsFrom(start, search));
  }
  return parts.filter(
    (part) => part.size > 1 || [...part].some((node) => steps.get(node)?.some(({ to }) => to === node)),
  );
}

interface Search {
  readonly index: Map<string, number>;
  readonly low: Map<string, number>;
  /** Nodes of parts that are not complete; `trail` has them in order of discovery. */
  readonly open: Set<string>;
  readonly trail: string[];
  readonly steps: Steps;
}

function partsFrom(start: string, search: Search): readonly ReadonlySet<string>[] {
  const parts: ReadonlySet<string>[] = [];
  const path = [enter(start, search)];
  for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
    const step = visit.steps[visit.next];
    if (step === undefined) {
      path.pop();
      leave(visit.node, path.at(-1)?.node, search, parts);
      continue;
    }
    visit.next += 1;
    if (!search.index.has(step.to)) path.push(enter(step.to, search));
    else if (search.open.has(step.to)) lower(visit.node, search.index.get(step.to), search);
  }
  return parts;
}

function enter(node: string, { index, low, open, trail, steps }: Search): Visit {
  low.set(node, index.size);
  index.set(node, index.size);
  open.add(node);
  trail.push(node);
  return { node, steps: steps.get(node) ?? [], next: 0 };
}

function lower(node: string, to: number | undefined, { low }: Search): void {
  low.set(node, Math.min(low.get(node) ?? 0, to ?? 0));
}

function leave(node: string, parent: string | undefined, search: Search, parts: ReadonlySet<string>[]): void {
  const { index, low, open, trail } = search;
  if (parent !== undefined) lower(parent, low.get(node), search);
  if (low.get(node) !== index.get(node)) return;
  const part = new Set<string>();
  while (!part.has(node)) part.add(trail.pop() ?? node);
  for (const member of part) open.delete(member);
  parts.push(part);
}

/** A shortest way from a node back to itself within a part, as the edges it goes along; undefined if there is none. */
export function shortestCycle(
  start: string,
  part: ReadonlySet<string>,
  steps: Steps,
): readonly GraphEdge[] | undefined {
  const reached = new Map<string, { readonly from: string; readonly step: Step }>();
  const waiting = [start];
  for (const node of waiting) {
    for (const step of steps.get(node) ?? []) {
      if (!part.has(step.to) || reached.has(step.to)) continue;
      reached.set(step.to, { from: node, step });
      if (step.to === start) return backtrack(start, reached);
      waiting.push(step.to);
    }
  }
  return undefined;
}

function backtrack(start: string, reached: ReadonlyMap<string, { from: string; step: Step }>): readonly GraphEdge[] {
  const way: Step[] = [];
  for (let at = reached.get(start); at !== undefined; at = at.from === start ? undefined : reached.get(at.from)) {
    way.push(at.step);
  }
  return way.reverse().flatMap(({ edges }) => edges);
}
