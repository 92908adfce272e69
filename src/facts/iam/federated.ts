import type { Condition, TrustStatement } from '../../model/identity.js';
import { audienceIssuers, sharedIssuers } from './shared-issuers.data.js';

/** The issuer of tokens that a statement takes, as far as it is one that many share. */
export function sharedIssuerOf({ principals, conditions }: TrustStatement): string | undefined {
  const named = principals.flatMap(({ kind, term }) => (kind === 'federated' ? [hostIn(term.text)] : []));
  const asked = conditions.map(({ key }) => key.slice(0, Math.max(key.lastIndexOf(':'), 0)));
  return [...named, ...asked].find((host) => sharedIssuers.has(host));
}

function hostIn(principal: string): string {
  return principal.replace(/^arn:[^/]{1,200}oidc-provider\//, '').replace(/^https:\/\//, '');
}

/** A claim by which a condition says whose tokens are taken. */
export function saysWhose({ key, operator, values, open }: Condition, issuer: string): boolean {
  const claim = key.slice(key.lastIndexOf(':') + 1).toLowerCase();
  if (/not|^null$/i.test(operator)) return false;
  if (!key.toLowerCase().startsWith(issuer) && /^(?:aws|sts):/i.test(key)) return !open && values.length > 0;
  if (claim === 'aud' && !audienceIssuers.has(issuer)) return false;
  if (claim === 'amr' || claim === 'iss') return false;
  return open || values.length === 0 || !values.some(({ text }) => isAnybodys(text));
}

/** True of a subject that anyone's token has: `*`, `repo:*`, `repo:*\/*:ref:refs/heads/main`, `organization:*:...`. */
export function isAnybodys(subject: string): boolean {
  return /^(?:[a-z_]{1,30}:)?[*?]/i.test(subject);
}
