import { inFolders, isPattern, shown, tests } from '../model/folders.js';
import type { Compared, Found } from './finding.js';
import { type Severity, severities, shifted } from './severity.js';

export type Profile = 'advisory' | 'standard' | 'strict';

const threshold: Record<Profile, Severity | undefined> = { advisory: undefined, standard: 'high', strict: 'medium' };

const isForShow = inFolders(tests, shown);

/** True if a person keeps this file for show, for tests or for others to start from. */
export function isExample(path: string): boolean {
  return isForShow(path) || isPattern(path);
}

/**
 * The severity of a problem: one step lower where the file or the stack that it is judged in is kept for show or for tests.
 * A module that an example calls counts as the example.
 */
export function severityAt(paths: readonly string[], severity: Severity): Severity {
  return paths.some(isExample) ? shifted(severity, -1) : severity;
}

/** True if a profile passes over a finding in comments: it is only counted. */
export function isPassedOver({ strictOnly }: Found, profile: Profile): boolean {
  return strictOnly && profile !== 'strict';
}

/** What is left of a finding in a repository that has nothing serverless: counted, unless it concerns the whole account. */
export function asideFromServerless<F extends Found>(finding: F): F {
  return finding.everywhere || finding.component !== undefined ? finding : { ...finding, severity: 'low' };
}

/** True if the change is not to blame: it was there before, or is gone. Of a tree as it stands that is nobody's. */
export function isOld(finding: Found | Compared): boolean {
  return 'status' in finding && finding.status !== 'introduced' && finding.status !== 'worsened';
}

/**
 * True if this finding makes the check fail. Existing, fixed and suppressed findings and those of low confidence never
 * do. `failOn` replaces the profile's threshold.
 */
export function fails(finding: Found | Compared, profile: Profile, failOn?: Severity): boolean {
  const least = failOn ?? threshold[profile];
  if (least === undefined || finding.suppressed !== null || isOld(finding)) return false;
  if (finding.fails === 'always') return true;
  if (isExample(finding.at.path) || isExample(finding.stack) || finding.confidence === 'low') return false;
  if (finding.fails === 'never' || (failOn === undefined && isPassedOver(finding, profile))) return false;
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
