import type { Found } from '../findings/finding.js';
import type { CommentSuppression } from '../findings/suppression.js';
import type { Examined } from './examine.js';

/** A suppression that the change itself adds: it is listed whether it counts or not. */
export interface AddedSuppression {
  readonly policy: string;
  readonly reason: string;
  readonly path: string;
  readonly line: number;
}

/** The comments of the head that silence what the base did not. */
export function addedComments(before: Examined | undefined, after: Examined): readonly CommentSuppression[] {
  const had = new Set(before?.comments.map(({ policy, reason }) => `${policy} ${reason}`));
  return after.comments.filter(({ policy, reason }) => !had.has(`${policy} ${reason}`));
}

export function toAdded({ policy, reason, at, writtenOn }: CommentSuppression): AddedSuppression {
  return { policy, reason, path: at.path, line: writtenOn };
}

/** The findings, where those that only an added comment silences count again. */
export function countAgain(findings: readonly Found[], added: readonly CommentSuppression[]): readonly Found[] {
  const isAdded = (finding: Found) =>
    finding.suppressed?.in === 'comment' &&
    added.some(
      ({ policy, at, line }) => policy === finding.policy && at.path === finding.at.path && line === finding.start.line,
    );
  return findings.map((finding) => (isAdded(finding) ? { ...finding, suppressed: null } : finding));
}
