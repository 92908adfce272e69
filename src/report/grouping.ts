import type { Finding } from '../findings/finding.js';
import { byWeight } from '../findings/outcome.js';

/** Findings that are told as one line: the worst first. */
export type Alike = readonly [Finding, ...Finding[]];

/** Findings of one policy, severity and file together, in the order of their worst. */
export function alikeIn(findings: readonly Finding[]): readonly Alike[] {
  return groupedBy(findings, ({ policy, severity, at, side }) => JSON.stringify([policy, severity, at.path, side]));
}

/** Findings by a key, each group in the order of its worst. */
export function groupedBy(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly Alike[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of [...findings].sort(byWeight)) {
    const group = groups.get(keyOf(finding));
    if (group === undefined) groups.set(keyOf(finding), [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** The findings whose place and fix a short listing shows: nothing low, and the first of those that are alike. */
export function shownFirst<F extends Finding>(findings: readonly F[]): readonly F[] {
  const firsts = new Set<Finding>(
    alikeIn(findings.filter(({ severity }) => severity !== 'low')).map(([first]) => first),
  );
  return findings.filter((finding) => firsts.has(finding));
}
