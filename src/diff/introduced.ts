import { type Finding, severities } from '../findings/finding.js';

/**
 * Every finding of both sides with its status, by fingerprint alone: lines, names of files and indentation play no part.
 * Findings of the base that are gone are `fixed`.
 */
export function compareFindings(base: readonly Finding[], head: readonly Finding[]): readonly Finding[] {
  const before = new Map(base.map((finding) => [finding.fingerprint, finding]));
  const after = new Set(head.map((finding) => finding.fingerprint));
  const stated = head.map((finding) => ({ ...finding, status: statusOf(finding, before.get(finding.fingerprint)) }));
  const fixed = base.filter((finding) => !after.has(finding.fingerprint));
  return [...stated, ...fixed.map((finding) => ({ ...finding, status: 'fixed' as const, fix: null }))];
}

function statusOf(finding: Finding, before: Finding | undefined): 'introduced' | 'worsened' | 'existing' {
  if (before === undefined) return 'introduced';
  return severities.indexOf(finding.severity) > severities.indexOf(before.severity) ? 'worsened' : 'existing';
}

/** True if the change is to blame: only these comment, annotate or fail. */
export function isNew(finding: Finding): boolean {
  return finding.status === 'introduced' || finding.status === 'worsened';
}
