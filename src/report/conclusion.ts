import type { Compared, Found, Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { fails, isExample, type Profile } from '../findings/outcome.js';
import type { Severity } from '../findings/severity.js';

export type Conclusion = 'success' | 'neutral' | 'failure';

/** What the check says to branch protection: failures by profile, never green over what was not read. */
export function conclude(
  { findings, notices }: { readonly findings: readonly Placed[]; readonly notices: readonly Notice[] },
  profile: Profile,
): Conclusion {
  if (findings.some((finding) => fails(finding, profile))) return 'failure';
  const unread = notices.some(({ kind }) => kind === 'unread');
  if (unread && profile === 'strict') return 'failure';
  if (unread || notices.some(({ kind }) => kind === 'settings')) return 'neutral';
  return findings.some(isWorthALook) ? 'neutral' : 'success';
}

interface Judged {
  readonly findings: readonly (Found | Compared)[];
  readonly notices: readonly Notice[];
}

/** What the exit code depends on besides. `failOn` replaces the profile's threshold. */
export interface Strictness {
  readonly profile: Profile;
  readonly failOn?: Severity | undefined;
}

/** The exit code of a command: 1 if a finding fails, or if something is unread under the strict profile. */
export function exitCodeOf({ findings, notices }: Judged, { profile, failOn }: Strictness): 0 | 1 {
  if (findings.some((finding) => fails(finding, profile, failOn))) return 1;
  return profile === 'strict' && notices.some(({ kind }) => kind === 'unread') ? 1 : 0;
}

/** Not failing, but not green either: new problems from medium up, and critical ones that were there before. */
function isWorthALook(finding: Placed): boolean {
  const { status, suppressed, severity, confidence } = finding;
  if (suppressed !== null || status === 'fixed' || isExample(finding.at.path)) return false;
  if (status === 'existing' || status === 'improved') return severity === 'critical' && confidence !== 'low';
  if (severity === 'critical' || severity === 'high') return true;
  return severity === 'medium' && confidence !== 'low';
}
