import type { Api } from '../../../model/api.js';
import { inBranch, when } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';

/** Authorizers that take tokens of an issuer for whomever they are. */
export function* authorizerProblems(api: Api): Iterable<Problem> {
  for (const { name, audience } of api.authorizers) {
    const match = audience && when(audience, (isNamed) => !isNamed, { absent: true });
    if (!match) continue;
    const message = `The authorizer ${name} of ${api.id} accepts tokens for any audience${inBranch(match)}.`;
    yield { about: api, at: match.at, confidence: match.confidence, severity: 'medium', message };
  }
}
