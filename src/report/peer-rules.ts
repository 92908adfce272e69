import type { Policy } from '../policies/definition.js';
import { toolOf } from '../policies/peer-rules.js';

/** Tools and lists whose identifiers can be asked for, by the word for each. */
export const peerTools = {
  checkov: 'Checkov',
  kics: 'KICS',
  trivy: 'Trivy',
  cfn_nag: 'cfn_nag',
  'cdk-nag': 'cdk-nag',
  semgrep: 'Semgrep',
  'security-hub': 'AWS Security Hub',
  cis: 'CIS AWS Foundations Benchmark',
  owasp: 'OWASP Serverless Top 10',
} as const;

export type PeerTool = keyof typeof peerTools;

export function isPeerTool(word: string): word is PeerTool {
  return Object.hasOwn(peerTools, word);
}

/** Both ways: the policies for each identifier of a tool, and the identifiers of each policy. */
export interface PeerMap {
  readonly tool: PeerTool;
  readonly rules: ReadonlyMap<string, readonly string[]>;
  readonly policies: ReadonlyMap<string, readonly string[]>;
}

export function peerMap(policies: readonly Policy[], tool: PeerTool): PeerMap {
  const rules = new Map<string, string[]>();
  const byPolicy = new Map<string, readonly string[]>();
  for (const policy of policies) {
    const own = rulesOf(policy, tool);
    byPolicy.set(policy.id, own);
    for (const rule of own) rules.set(rule, [...(rules.get(rule) ?? []), policy.id]);
  }
  const sorted = [...rules].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return { tool, rules: new Map(sorted), policies: byPolicy };
}

/** What a tool calls the problem of a policy. */
export function rulesOf({ references: { owasp = [], peers = [] } }: Policy, tool: PeerTool): readonly string[] {
  if (tool === 'owasp') return owasp.map((risk) => risk.replace(/^OW/, 'S'));
  return peers.filter((id) => toolOf(id) === peerTools[tool]).map((id) => id.replace(/^(?:FSBP|CIS) /, ''));
}

/** For people: one line for each identifier, then one for each policy. */
export function renderPeerMap({ tool, rules, policies }: PeerMap): string {
  const known = [...policies].filter(([, ids]) => ids.length > 0);
  const without = policies.size - known.length;
  return [
    `${peerTools[tool]} to Postern`,
    ...[...rules].map(([rule, ids]) => `  ${rule}  ${ids.join(', ')}`),
    '',
    `Postern to ${peerTools[tool]}`,
    ...known.map(([id, ids]) => `  ${id}  ${ids.join(', ')}`),
    '',
    `${without} of ${policies.size} policies have no counterpart there.`,
    '',
  ].join('\n');
}

/** For programs. */
export function peerMapData({ tool, rules, policies }: PeerMap): string {
  return `${JSON.stringify({ tool, rules: Object.fromEntries(rules), policies: Object.fromEntries(policies) }, null, 2)}\n`;
}
