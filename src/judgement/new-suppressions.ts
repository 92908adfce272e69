import type { Found } from '../findings/finding.js';
import type { CommentSuppression } from '../findings/suppression.js';

/** A suppression that the change itself adds: it is listed whether it counts or not. */
export interface AddedSuppression {
  readonly policy: string;
  readonly reason: string;
  readonly path: string;
  readonly line: number;
}

/** The comments of the head that silence what the base did not. */
export function addedComments(
  base: readonly CommentSuppression[],
  head: readonly CommentSuppression[],
): readonly CommentSuppression[] {
  const had = new Set(base.map(({ policy, reason }) => `${policy} ${reason}`));
  return head.filter(({ policy, reason }) => !had.has(`${policy} ${reason}`));
}

export function toAdded({ policy, reason, at, writtenOn }: CommentSuppression): AddedSuppression {
  return { policy, reason, path: at.path, line: writtenOn };
}

/** The findings, where those that only an added comment silences count again. */
export function countAgain<F extends Found>(
  findings: readonly F[],
  added: readonly CommentSuppression[],
): readonly F[] {
  const isAdded = (finding: Found) =>
    finding.suppressed?.in === 'comment' &&
    added.some(
      ({ policy, at, line }) => policy === finding.policy && at.path === finding.at.path && line === finding.start.line,
    );
  return findings.map((finding) => (isAdded(finding) ? { ...finding, suppressed: null } : finding));
}

/** Each once: a file may belong to several stacks, and to what is shipped. */
export function distinctSuppressions(added: readonly AddedSuppression[]): readonly AddedSuppression[] {
  const keyOf = ({ policy, path, line }: AddedSuppression) => JSON.stringify([policy, path, line]);
  return [...new Map(added.map((one) => [keyOf(one), one])).values()];
}
