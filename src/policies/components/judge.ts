import type { Advisory } from '../../dependencies/advisories/advisory.js';
import type { ComponentSet } from '../../dependencies/component.js';
import { type AdvisoryIndex, indexAdvisories } from '../../dependencies/matching/matches.js';
import type { ComponentContext, ComponentPolicy, ComponentProblem, Policy } from '../policy.js';

/** A component problem with the policy that found it. */
export interface JudgedProblem {
  readonly policy: ComponentPolicy;
  readonly problem: ComponentProblem;
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
    'judge' in policy ? [...policy.judge(base, head, context)].map((problem) => ({ policy, problem })) : [],
  );
}
