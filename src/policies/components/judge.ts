import type { Advisory } from '../../dependencies/advisories/advisory.js';
import type { ComponentEcosystem, ComponentSet } from '../../dependencies/component.js';
import { type AdvisoryIndex, indexAdvisories } from '../../dependencies/matching/matches.js';
import type { ComponentContext, ComponentPolicy, ComponentProblem, Policy } from '../policy.js';

/** A component problem with the policy that found it. */
export interface JudgedProblem {
  readonly policy: ComponentPolicy;
  readonly problem: ComponentProblem;
  readonly ecosystem: ComponentEcosystem;
}

/** What besides the two sides and the advisories decides. */
export interface ComponentSurroundings extends Omit<ComponentContext, 'advisories'> {
  readonly policies: readonly Policy[];
}

/**
 * Judges one manifest or lockfile before and after a change. Pure: the advisories are at hand. Without a base every problem
 * counts as introduced; policies that only a change can break then stay silent. Of many sets, index the advisories once.
 */
export function judgeComponents(
  base: ComponentSet | undefined,
  head: ComponentSet,
  advisories: readonly Advisory[] | AdvisoryIndex,
  { policies, ...surroundings }: ComponentSurroundings,
): readonly JudgedProblem[] {
  const context: ComponentContext = {
    ...surroundings,
    advisories: 'entriesOf' in advisories ? advisories : indexAdvisories(advisories),
  };
  return policies.flatMap((policy) =>
    'judge' in policy
      ? [...policy.judge(base, head, context)].map((problem) => ({ policy, problem, ecosystem: head.ecosystem }))
      : [],
  );
}

/** The sets of both sides of a change, and what was moved. */
export interface ComponentChange {
  readonly base: readonly ComponentSet[];
  readonly head: readonly ComponentSet[];
  /** Former paths by new ones: a file that moved brings nothing in. */
  readonly renames: ReadonlyMap<string, string>;
}

/** Judges every manifest and lockfile of a change, those that it removes included. */
export function judgeChange(
  { base, head, renames }: ComponentChange,
  advisories: readonly Advisory[] | AdvisoryIndex,
  surroundings: ComponentSurroundings,
): readonly JudgedProblem[] {
  const index = 'entriesOf' in advisories ? advisories : indexAdvisories(advisories);
  const before = new Map(base.map((set) => [set.path, set]));
  const former = (set: ComponentSet): ComponentSet | undefined => before.get(renames.get(set.path) ?? set.path);
  const seen = new Set(head.flatMap((set) => former(set)?.path ?? []));
  const removed = base.filter(({ path }) => !seen.has(path)).map((set) => [set, emptied(set)] as const);
  const pairs = [...head.map((set) => [movedTo(set, former(set)), set] as const), ...removed];
  // A file that is new in this change has an empty base, so that policies on changes see what it brings in.
  return pairs.flatMap(([was, is]) => judgeComponents(was ?? emptied(is), is, index, surroundings));
}

function movedTo(head: ComponentSet, base: ComponentSet | undefined): ComponentSet | undefined {
  return base === undefined ? undefined : { ...base, workspace: head.workspace };
}

function emptied(set: ComponentSet): ComponentSet {
  const nothing = { components: [], declared: [], locked: [], scripts: [], builds: [], indexes: [], notices: [] };
  return { ...set, ...nothing, complete: true };
}
