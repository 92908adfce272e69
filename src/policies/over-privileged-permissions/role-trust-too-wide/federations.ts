import { isAnybodys } from '../../../facts/iam/federated.js';
import { sharedIssuers } from '../../../facts/iam/shared-issuers.data.js';
import type { Federation } from '../../../model/identity.js';
import { inBranch, known, when } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';

/** Providers of tokens that many share, where no condition says whose tokens are taken. */
export function* federationProblems(federation: Federation): Iterable<Problem> {
  const issuer = known(federation.issuer)
    ?.replace(/^https:\/\//, '')
    .replace(/\/$/, '');
  const what = issuer === undefined ? undefined : sharedIssuers.get(issuer);
  const match = when(federation.limit, isNoLimit, { absent: true });
  if (what === undefined || match === undefined) return;
  yield {
    about: federation,
    at: match.at,
    message: `${federation.id} accepts tokens that ${issuer} issued to any ${what}${inBranch(match)}.`,
    severity: 'medium',
    confidence: match.confidence,
  };
}

/** `true`, `*`, and patterns for the claims of anybody: `claims['sub'] matches 'repo:*'`. */
function isNoLimit(limit: string): boolean {
  const [, pattern = limit] = /\bmatches\s{1,5}'([^']{0,200})'/.exec(limit) ?? [];
  return limit.trim() === 'true' || isAnybodys(pattern);
}
