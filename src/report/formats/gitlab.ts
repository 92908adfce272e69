import { createHash } from 'node:crypto';
import type { Finding } from '../../findings/finding.js';
import type { Severity } from '../../findings/severity.js';
import { plainLine } from '../plain.js';
import { type Rendering, toldIn } from './rendering.js';

const severities: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
};

/** GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function renderGitlab({ outcome }: Rendering): string {
  const findings = toldIn(outcome);
  const fingerprints = uniqueFingerprints(findings);
  const entries = findings.map(({ policy, message, severity, at, start }, index) => ({
    description: plainLine(message) || policy,
    check_name: policy,
    fingerprint: fingerprints[index],
    severity: severities[severity],
    location: { path: at.path, lines: { begin: start.line } },
  }));
  return `${JSON.stringify(entries, null, 1)}\n`;
}

/** A fingerprint that is unique in a report, where findings of several files may be alike. */
function uniqueFingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ policy, fingerprint, at }) => {
    const key = JSON.stringify([policy, fingerprint, at.path]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256')
      .update(JSON.stringify([key, count]))
      .digest('hex')
      .slice(0, 40);
  });
}
