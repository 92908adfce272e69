import type { Component } from '../component.js';

/** One package of a lockfile: what it is, and the ids of the packages it brings. */
export interface LockNode {
  readonly id: string;
  readonly component: Omit<Component, 'relation' | 'via'>;
  readonly requires: readonly string[];
  /** The lockfile itself says whether it is for development only. */
  readonly devKnown?: boolean;
}

/** The ids of the direct dependencies. */
export interface Roots {
  readonly runtime: readonly string[];
  readonly dev: readonly string[];
}

interface Reached {
  readonly from: string | undefined;
  readonly dev: boolean;
}

const longestPath = 20;

/** Tells for each package whether it is direct, by which shortest way it comes in, and whether only development needs it. */
export function withPaths(nodes: readonly LockNode[], roots: Roots | undefined): Component[] {
  if (roots === undefined) return nodes.map(({ component }) => ({ ...component, relation: 'unknown', via: [] }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const reached = new Map<string, Reached>();
  spread(byId, roots.runtime, false, reached);
  spread(byId, roots.dev, true, reached);
  const wayTo = waysOf(reached, byId);
  const direct = new Set([...roots.runtime, ...roots.dev]);
  return nodes.map((node) => {
    const found = reached.get(node.id);
    const dev = node.devKnown === true ? node.component.dev : (found?.dev ?? node.component.dev);
    if (direct.has(node.id)) return { ...node.component, dev, relation: 'direct', via: [] };
    const relation = found === undefined ? 'unknown' : 'transitive';
    return { ...node.component, dev, relation, via: wayTo(node.id) };
  });
}

function spread(
  byId: ReadonlyMap<string, LockNode>,
  starts: readonly string[],
  dev: boolean,
  reached: Map<string, Reached>,
): void {
  let front = starts.filter((id) => byId.has(id) && !reached.has(id));
  for (const id of front) reached.set(id, { from: undefined, dev });
  while (front.length > 0) front = front.flatMap((id) => step(id, byId, dev, reached));
}

/** The packages that one package brings in for the first time. */
function step(
  id: string,
  byId: ReadonlyMap<string, LockNode>,
  dev: boolean,
  reached: Map<string, Reached>,
): readonly string[] {
  const next = (byId.get(id)?.requires ?? []).filter((required) => byId.has(required) && !reached.has(required));
  for (const required of next) reached.set(required, { from: id, dev });
  return [...new Set(next)];
}

/** Ways by id; each is its parent's way and the parent. */
function waysOf(
  reached: ReadonlyMap<string, Reached>,
  byId: ReadonlyMap<string, LockNode>,
): (id: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const none: readonly string[] = [];
  for (const [id, { from }] of reached) {
    const way = from === undefined ? none : (known.get(from) ?? none);
    const parent = from === undefined ? undefined : byId.get(from)?.component;
    known.set(id, parent === undefined || way.length >= longestPath ? way : [...way, labelOf(parent)]);
  }
  return (id) => known.get(id) ?? none;
}

function labelOf({ name, version }: LockNode['component']): string {
  return `${name}@${version ?? ''}`;
}
