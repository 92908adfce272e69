import type { Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { fails, isExample, type Profile } from '../findings/outcome.js';

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

/** Not failing, but not green either: new problems from medium up, and critical ones that were there before. */
function isWorthALook(finding: Placed): boolean {
  const { status, suppressed, severity, confidence } = finding;
  if (suppressed !== null || status === 'fixed' || isExample(finding.at.path)) return false;
  if (status === 'existing') return severity === 'critical' && confidence !== 'low';
  if (severity === 'critical' || severity === 'high') return true;
  return severity === 'medium' && confidence !== 'low';
}
