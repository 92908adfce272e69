import { type Finding, type Severity, severities, shifted } from './finding.js';

export type Profile = 'advisory' | 'standard' | 'strict';

/** These fail under every profile but `advisory`: what they mean is never a matter of taste. */
const alwaysFail = new Set(['malicious-package', 'authorizer-removed', 'exposed-power-path']);

/** These only tell: they never fail a check. */
const neverFail = new Set([
  'event-to-log',
  'broad-event-subscription',
  'log-group-undeclared',
  'function-alarm-missing',
  'failure-backlog-alarm-missing',
  'budget-missing',
  'orphan-function',
]);

const threshold: Record<Profile, Severity | undefined> = { advisory: undefined, standard: 'high', strict: 'medium' };

/** Examples and tests are told one severity lower and do not fail. */
const exampleFolders = /(^|\/)(test|tests|__tests__|fixtures|examples|samples)\//;

/** True if a person keeps this file for show or for tests. */
export function isExample(path: string): boolean {
  return exampleFolders.test(path);
}

/** The severity of a problem in a file: one step lower where things are kept for show or for tests. */
export function severityAt(path: string, severity: Severity): Severity {
  return isExample(path) ? shifted(severity, -1) : severity;
}

/**
 * True if this finding makes the check fail. Existing, fixed and suppressed findings and those of low confidence never
 * do. `failOn` replaces the profile's threshold.
 */
export function fails(finding: Finding, profile: Profile, failOn?: Severity): boolean {
  const least = failOn ?? threshold[profile];
  if (least === undefined || finding.suppressed !== null) return false;
  if (finding.status === 'existing' || finding.status === 'fixed') return false;
  if (alwaysFail.has(finding.policy) || finding.isIncident === true) return true;
  if (isExample(finding.at.path) || finding.confidence === 'low') return false;
  if (neverFail.has(finding.policy) || finding.threat === 'coarse-granularity') return false;
  return severities.indexOf(finding.severity) >= severities.indexOf(least);
}

/** Worst first, then by file and line: the order of every output. */
export function byWeight(a: Finding, b: Finding): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    a.at.path.localeCompare(b.at.path) ||
    a.start.line - b.start.line ||
    a.policy.localeCompare(b.policy)
  );
}
