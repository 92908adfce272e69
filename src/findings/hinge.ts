import type { Holding } from '../model/holding.js';

/** What a finding depends on beyond its own stack: that things of a kind are there, or that there are none. */
export interface Hinge {
  readonly on: Holding;
  readonly there: boolean;
}

/** What the stacks of a commit have, and whether all of them were read. */
export interface Holdings {
  readonly has: ReadonlySet<Holding>;
  readonly isWhole: boolean;
}

/** The findings that hold for the whole repository. Of those that say that something is nowhere the first says it. */
export function hinged<F extends { readonly policy: string; readonly hinges?: Hinge }>(
  findings: readonly F[],
  { has, isWhole }: Holdings,
  said: Set<string> = new Set(),
): readonly F[] {
  return findings.filter(({ policy, hinges }) => {
    if (hinges === undefined) return true;
    if (hinges.there) return has.has(hinges.on);
    if (has.has(hinges.on) || !isWhole || said.has(policy)) return false;
    said.add(policy);
    return true;
  });
}
