import type { PeerName } from '../findings/peer-suppressions.js';
import type { Policy } from './definition.js';

/** Whose identifiers are whose, the first that fits. */
const peerIds: readonly (readonly [RegExp, string])[] = [
  [/^CKV/, 'Checkov'],
  [/^[FW]\d+$/, 'cfn_nag'],
  [/^E\d+$/, 'cfn-lint'],
  [/^(?:AWS|AZU|GCP)-\d+$/, 'Trivy'],
  [/^AwsSolutions-/, 'cdk-nag'],
  [/^CIS /, 'CIS AWS Foundations Benchmark'],
  [/^(?:FSBP )?[A-Za-z]+\.\d+$/, 'AWS Security Hub'],
  [/^(?:ES|WS)\d+$/, 'serverless-rules'],
  [/^[A-Z][A-Za-z0-9]+ .*/, 'KICS'],
  [/^[a-z0-9]+(?:-[a-z0-9]+)+$/, 'Semgrep'],
];

const names: Readonly<Record<PeerName, string>> = {
  checkov: 'Checkov',
  trivy: 'Trivy',
  cfn_nag: 'cfn_nag',
  kics: 'KICS',
  semgrep: 'Semgrep',
};

/** Whose identifier it is. */
export function toolOf(id: string): string {
  return peerIds.find(([pattern]) => pattern.test(id))?.[1] ?? 'Other tools';
}

/** What a tool calls the problem of a policy. */
export function rulesFor({ references: { peers = [] } }: Policy, tool: PeerName): readonly string[] {
  return peers.filter((id) => toolOf(id) === names[tool]);
}
