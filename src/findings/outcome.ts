import { inFolders, shown, tests } from '../model/folders.js';
import type { Compared, Found } from './finding.js';
import { type Severity, severities, shifted } from './severity.js';

export type Profile = 'advisory' | 'standard' | 'strict';

const threshold: Record<Profile, Severity | undefined> = { advisory: undefined, standard: 'high', strict: 'medium' };

/** True if a person keeps this file for show or for tests: what is found there is told one severity lower and does not fail. */
export const isExample = inFolders(tests, shown);

/** The severity of a problem in a file: one step lower where things are kept for show or for tests. */
export function severityAt(path: string, severity: Severity): Severity {
  return isExample(path) ? shifted(severity, -1) : severity;
}

/** True if the change is not to blame: it was there before, or is gone. Of a tree as it stands that is nobody's. */
export function isOld(finding: Found | Compared): boolean {
  return 'status' in finding && (finding.status === 'existing' || finding.status === 'fixed');
}

/**
 * True if this finding makes the check fail. Existing, fixed and suppressed findings and those of low confidence never
 * do. `failOn` replaces the profile's threshold.
 */
export function fails(finding: Found | Compared, profile: Profile, failOn?: Severity): boolean {
  const least = failOn ?? threshold[profile];
  if (least === undefined || finding.suppressed !== null || isOld(finding)) return false;
  if (finding.fails === 'always') return true;
  if (isExample(finding.at.path) || finding.confidence === 'low') return false;
  if (finding.fails === 'never') return false;
  return severities.indexOf(finding.severity) >= severities.indexOf(least);
}

/** Worst first, then by file and line: the order of every output. */
export function byWeight(a: Found, b: Found): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    a.at.path.localeCompare(b.at.path) ||
    a.start.line - b.start.line ||
    a.policy.localeCompare(b.policy)
  );
}
