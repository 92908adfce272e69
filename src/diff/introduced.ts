import { type Finding, severities } from '../findings/finding.js';
import { identitiesOf } from '../findings/together.js';

/**
 * Every finding of both sides with its status, by fingerprint alone: lines, names of files and indentation play no part.
 * A line that decides for several resources is as old as the first of them. Findings of the base that are gone are `fixed`.
 */
export function compareFindings(base: readonly Finding[], head: readonly Finding[]): readonly Finding[] {
  const before = new Map(base.flatMap((finding) => identitiesOf(finding).map((one) => [one, finding] as const)));
  const after = new Set(head.flatMap(identitiesOf));
  const former = (finding: Finding) => identitiesOf(finding).flatMap((one) => before.get(one) ?? []);
  const stated = head.map((finding) => ({ ...finding, status: statusOf(finding, former(finding)) }));
  const fixed = base.filter((finding) => !identitiesOf(finding).some((one) => after.has(one)));
  return [...stated, ...fixed.map((finding) => ({ ...finding, status: 'fixed' as const, fix: null }))];
}

function statusOf(finding: Finding, before: readonly Finding[]): 'introduced' | 'worsened' | 'existing' {
  if (before.length === 0) return 'introduced';
  const former = Math.max(...before.map(({ severity }) => severities.indexOf(severity)));
  return severities.indexOf(finding.severity) > former ? 'worsened' : 'existing';
}

/** True if the change is to blame: only these comment, annotate or fail. */
export function isNew(finding: Finding): boolean {
  return finding.status === 'introduced' || finding.status === 'worsened';
}
