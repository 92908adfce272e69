import { holdingsOf, isServerless } from '../facts/named-things.js';
import type { Found } from '../findings/finding.js';
import { hinged } from '../findings/hinge.js';
import { asideFromServerless } from '../findings/outcome.js';
import type { Holding } from '../model/holding.js';
import { copiesAmong, type Origin } from '../stacks/copies.js';
import type { SideOfChange } from '../stacks/sides.js';
import type { JudgedChange } from './change.js';
import { withoutCopied } from './copied.js';

/**
 * What was found in the stacks of a change, weighed by the whole commit: copies are told at their source, and where nothing of
 * the repository is serverless only what concerns its account weighs anything.
 */
export function weighed(
  changes: readonly JudgedChange[],
  { stacks, copies, isWhole }: SideOfChange,
): readonly JudgedChange[] {
  const isAside = isWhole && !stacks.some(({ model }) => isServerless(model));
  const holdings = { has: new Set(stacks.flatMap(({ model }) => holdingsOf(model))), isWhole };
  const said = new Set<string>();
  return changes.map((change) => {
    const findings = hinged(withoutCopied(change.findings, copies, changes), holdings, said);
    // A copy says what its source says.
    const isTold = change.effects !== undefined && !isAside && !copies.has(change.effects.stack);
    const effects = isTold ? change.effects : undefined;
    return { ...change, effects, findings: isAside ? findings.map(asideFromServerless) : findings };
  });
}

/** A stack of a tree as it stands. */
interface StackInTree {
  readonly findings: readonly Found[];
  readonly origin: Origin;
  readonly isServerless: boolean;
  readonly holds: readonly Holding[];
}

/** The same for a whole tree. */
export function weighedInTree<S extends StackInTree>(stacks: readonly S[]): readonly S[] {
  const copies = copiesAmong(stacks.map(({ origin }) => origin));
  const isAside = !stacks.some(({ isServerless }) => isServerless);
  const holdings = { has: new Set(stacks.flatMap(({ holds }) => holds)), isWhole: true };
  const said = new Set<string>();
  return stacks.map((stack) => {
    const findings = hinged(withoutCopied(stack.findings, copies, stacks), holdings, said);
    return { ...stack, findings: isAside ? findings.map(asideFromServerless) : findings };
  });
}
