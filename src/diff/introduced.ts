import { compareSides } from '../findings/comparison.js';
import type { Compared, Found } from '../findings/finding.js';
import { severities } from '../findings/severity.js';
import { identitiesOf } from '../findings/together.js';

/**
 * Every finding of both sides with its status, by fingerprint alone: lines, names of files and indentation play no part.
 * A line that decides for several resources is as old as the first of them. Findings of the base that are gone are `fixed`.
 */
export function compareFindings(base: readonly Found[], head: readonly Found[]): readonly Compared[] {
  const { standing, gone } = compareSides(base, head, {
    identitiesOf,
    weightOf: ({ severity, rank = 0 }) => [severities.indexOf(severity), rank],
  });
  return [
    ...standing.map(({ one, status }) => ({ ...one, status })),
    ...gone.map((finding) => ({ ...finding, status: 'fixed' as const, fix: null })),
  ];
}

/** True if the change is to blame: only these comment, annotate or fail. */
export function isNew({ status }: Compared): boolean {
  return status === 'introduced' || status === 'worsened';
}
