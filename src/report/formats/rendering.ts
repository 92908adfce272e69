import type { Finding } from '../../findings/finding.js';
import type { Policy } from '../../policies/definition.js';
import type { Outcome } from '../json.js';
import type { View } from '../terminal-view.js';

/** Everything that an output for another tool may be made from. */
export interface Rendering {
  /** Findings worst first. */
  readonly outcome: Outcome;
  readonly policies: readonly Policy[];
  /** How people read it: what fails and under which rule, colours, the words of policies. */
  readonly view: View;
}

/** The findings that somebody has to look at: what a review calls fixed is gone. */
export function presentIn({ findings }: Pick<Outcome, 'findings'>): readonly Finding[] {
  return findings.filter((finding) => !('status' in finding) || finding.status !== 'fixed');
}

/** Those of them that nobody accepted, and that a review does not find in the base already. */
export function toldIn(outcome: Pick<Outcome, 'findings'>): readonly Finding[] {
  return presentIn(outcome).filter(
    (finding) => finding.suppressed === null && (!('status' in finding) || finding.status !== 'existing'),
  );
}
