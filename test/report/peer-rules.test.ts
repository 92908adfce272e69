import { expect, test } from '@jest/globals';
import { catalogue } from '../../src/policies/catalogue.js';
import { type PeerTool, peerMap, peerMapData, peerTools, renderPeerMap, rulesOf } from '../../src/report/peer-rules.js';

const tools = Object.keys(peerTools) as PeerTool[];

test.each([
  ['checkov', 'CKV_AWS_258', 'function-url-open'],
  ['kics', 'CloudFront Without Minimum Protocol TLS 1.2', 'tls-version-old'],
  ['trivy', 'AZU-0004', 'https-not-enforced'],
  ['cfn_nag', 'W57', 'identity-pool-weak'],
  ['cdk-nag', 'AwsSolutions-S10', 'store-allows-cleartext'],
  ['semgrep', 'wildcard-assume-role', 'role-trust-too-wide'],
  ['security-hub', 'Cognito.1', 'identity-pool-weak'],
  ['cis', '2.1.1', 'store-allows-cleartext'],
  ['owasp', 'S2', 'function-url-open'],
] as const)('%s %s leads to %s and back', (tool, rule, policy) => {
  const { rules, policies } = peerMap(catalogue, tool);
  expect(rules.get(rule)).toContain(policy);
  expect(policies.get(policy)).toContain(rule);
});

test.each(tools)('both ways of %s say the same', (tool) => {
  const { rules, policies } = peerMap(catalogue, tool);
  const there = [...rules].flatMap(([rule, ids]) => ids.map((id) => `${rule} ${id}`));
  const back = [...policies].flatMap(([id, names]) => names.map((rule) => `${rule} ${id}`));
  expect(there.sort()).toEqual(back.sort());
  expect(there).not.toEqual([]);
});

test('every identifier belongs to a tool', () => {
  const mapped = new Set(catalogue.flatMap((policy) => tools.flatMap((tool) => rulesOf(policy, tool))));
  const all = catalogue.flatMap(({ references: { peers = [] } }) =>
    peers.map((id) => id.replace(/^(?:FSBP|CIS) /, '')),
  );
  const elsewhere = all.filter((id) => !mapped.has(id));
  const ofOthers = /^(?:ES|WS|E)\d+$|^ApiGatewayStageDataTraceEnabled$|^public_lambda_via_api_gateway$|^LLM\d+$/;
  expect(elsewhere.filter((id) => !ofOthers.test(id))).toEqual([]);
});

test('for people and for programs', () => {
  const map = peerMap(catalogue, 'checkov');
  expect(renderPeerMap(map)).toContain('  CKV_AWS_258  function-url-open\n');
  const data: { readonly rules: Readonly<Record<string, readonly string[]>> } = JSON.parse(peerMapData(map));
  expect(data.rules.CKV_AWS_258).toEqual(['function-url-open']);
});
