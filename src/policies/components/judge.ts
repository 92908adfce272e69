import type { Advisory } from '../../dependencies/advisories/advisory.js';
import type { ComponentEcosystem, ComponentSet } from '../../dependencies/component.js';
import { type AdvisoryIndex, indexAdvisories } from '../../dependencies/matching/matches.js';
import type { Notice } from '../../findings/notice.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem, Policy } from '../definition.js';
import { type PolicyProblem, runPolicies } from '../run.js';

/** A component problem with the policy that found it. */
export interface JudgedProblem extends PolicyProblem<ComponentProblem> {
  readonly ecosystem: ComponentEcosystem;
}

export interface JudgedSets {
  readonly problems: readonly JudgedProblem[];
  readonly notices: readonly Notice[];
}

/** What besides the two sides and the advisories decides. */
export interface ComponentSurroundings extends Omit<ComponentContext, 'advisories'> {
  readonly policies: readonly Policy[];
}

/**
 * Judges one manifest or lockfile before and after a change. Pure: the advisories are at hand. Without a base every problem
 * counts as introduced; policies that only a change can break then stay silent. Of many sets, index the advisories once.
 */
export function judgeSet(
  base: ComponentSet | undefined,
  head: ComponentSet,
  advisories: readonly Advisory[] | AdvisoryIndex,
  { policies, ...surroundings }: ComponentSurroundings,
): JudgedSets {
  const context: ComponentContext = { ...surroundings, advisories: indexed(advisories) };
  const judge = (policy: Policy) => ('judge' in policy ? policy.judge(base, head, context) : []);
  const { problems, notices } = runPolicies(policies, { path: head.path, kind: 'file' }, judge);
  return { problems: problems.map((one) => ({ ...one, ecosystem: head.ecosystem })), notices };
}

/** The sets of both sides of a change, and what was moved. Without a base the head is judged as it stands. */
export interface ComponentChange {
  readonly base: readonly ComponentSet[] | undefined;
  readonly head: readonly ComponentSet[];
  /** Former paths by new ones: a file that moved brings nothing in. */
  readonly renames: ReadonlyMap<string, string>;
}

/** Judges every manifest and lockfile of a change, those that it removes included. */
export function judgeSets(
  change: ComponentChange,
  advisories: readonly Advisory[] | AdvisoryIndex,
  surroundings: ComponentSurroundings,
): JudgedSets {
  const index = indexed(advisories);
  const judged = pairSets(change).map(([was, is]) => judgeSet(was, is, index, surroundings));
  return {
    problems: judged.flatMap(({ problems }) => problems),
    notices: judged.flatMap(({ notices }) => notices),
  };
}

function indexed(advisories: readonly Advisory[] | AdvisoryIndex): AdvisoryIndex {
  return 'entriesOf' in advisories ? advisories : indexAdvisories(advisories);
}

function pairSets({
  base,
  head,
  renames,
}: ComponentChange): readonly (readonly [ComponentSet | undefined, ComponentSet])[] {
  if (base === undefined) return head.map((set) => [undefined, set] as const);
  const formerOf = formerSets(base, head, renames);
  const seen = new Set(formerOf.values());
  const removed = base.filter((set) => !seen.has(set)).map((set) => [set, emptied(set)] as const);
  // A file that is new in this change has an empty base, so that policies on changes see what it brings in.
  return [...head.map((set) => [movedTo(set, formerOf.get(set)) ?? emptied(set), set] as const), ...removed];
}

/** The former self of each set: of the same path, of the path that the change states, or one that is gone and held the same. */
function formerSets(
  base: readonly ComponentSet[],
  head: readonly ComponentSet[],
  renames: ReadonlyMap<string, string>,
): ReadonlyMap<ComponentSet, ComponentSet> {
  const left = new Map(base.map((set) => [set.path, set]));
  const formerOf = new Map<ComponentSet, ComponentSet>();
  const claim = (set: ComponentSet, former: ComponentSet | undefined): void => {
    if (former === undefined) return;
    left.delete(former.path);
    formerOf.set(set, former);
  };
  for (const set of head) claim(set, left.get(renames.get(set.path) ?? set.path));
  for (const set of head)
    if (!formerOf.has(set))
      claim(
        set,
        [...left.values()].find((other) => holdsTheSame(other, set)),
      );
  return formerOf;
}

function holdsTheSame(one: ComponentSet, other: ComponentSet): boolean {
  return one.components.length > 0 && contentOf(one) === contentOf(other);
}

function contentOf({ ecosystem, format, components }: ComponentSet): string {
  const held = components.map(({ name, version = '', range = '' }) => [name, version, range].join(' '));
  return JSON.stringify([ecosystem, format, held.sort()]);
}

function movedTo(head: ComponentSet, base: ComponentSet | undefined): ComponentSet | undefined {
  return base === undefined ? undefined : { ...base, workspace: head.workspace };
}

function emptied(set: ComponentSet): ComponentSet {
  const nothing = {
    components: [],
    declared: [],
    locked: [],
    scripts: [],
    builds: [],
    indexes: [],
    silences: [],
    notices: [],
  };
  return { ...set, ...nothing, complete: true };
}
