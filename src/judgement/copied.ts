import type { Found } from '../findings/finding.js';
import type { Copies } from '../stacks/copies.js';

/**
 * Two copies, one judgement: what a stack that a tool made has in common with the stack that it was made from is told there
 * only. What the copy alone has stays. A program and its synthesised template know their resources by other names, so there
 * the policy decides.
 */
export function withoutCopied<F extends Found>(
  findings: readonly F[],
  copies: Copies,
  all: readonly { readonly findings: readonly Found[] }[] = [{ findings }],
): readonly F[] {
  if (copies.size === 0) return findings;
  const standing = all.flatMap((one) => one.findings.filter((finding) => !isGone(finding)));
  const told = new Set(standing.flatMap(keysOf));
  return findings.filter((finding) => {
    const sources = copies.get(finding.stack) ?? [];
    return !sources.some(({ entry, framework }) => {
      const [exact, byPolicy] = keysOf({ ...finding, stack: entry });
      return told.has((framework === 'cdk' ? byPolicy : exact) ?? '');
    });
  });
}

function isGone(finding: Found): boolean {
  return 'status' in finding && finding.status === 'fixed';
}

function keysOf({ stack, policy, fingerprint }: Pick<Found, 'stack' | 'policy' | 'fingerprint'>): readonly string[] {
  return [JSON.stringify([stack, fingerprint]), JSON.stringify([stack, 'by policy', policy])];
}
