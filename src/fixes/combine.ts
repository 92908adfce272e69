import type { Finding } from '../findings/finding.js';
import { byWeight } from '../findings/outcome.js';
import { holds, type Trial } from './verify.js';

/**
 * Fixes on the same or touching lines end up in one suggestion, so they are tried together as well. A fix that does not
 * hold beside a worse finding's is taken away; it comes back when that one is mended.
 */
export function withCompatibleFixes(findings: readonly Finding[], trial: Trial): readonly Finding[] {
  const kept = new Map<Finding, readonly Finding[]>();
  const dropped = new Set<Finding>();
  for (const finding of findings.filter(({ fix }) => fix !== null).sort(byWeight)) {
    const group = [...kept.keys()].find((other) => areClose(finding, other));
    const together = [...(group === undefined ? [] : (kept.get(group) ?? [])), finding];
    const edits = together.flatMap(({ fix }) => fix?.edits ?? []);
    if (together.length > 1 && !holds(together, edits, trial)) dropped.add(finding);
    else kept.set(group ?? finding, together);
  }
  return findings.map((finding) => (dropped.has(finding) ? { ...finding, fix: null } : finding));
}

/** Lines between two findings that still end up in one comment. */
const nearLines = 3;

function areClose(a: Finding, b: Finding): boolean {
  if (a.at.path !== b.at.path) return false;
  return a.start.line <= b.end.line + nearLines && b.start.line <= a.end.line + nearLines;
}
