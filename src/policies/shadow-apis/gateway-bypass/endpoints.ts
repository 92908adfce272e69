import type { Api } from '../../../model/api.js';
import { isPublic } from '../../../model/routes.js';
import { inBranch, when } from '../../../model/setting.js';
import type { Stack } from '../../../model/stack.js';
import { type Problem, proposeFix } from '../../policy.js';

/** APIs with a domain of their own that the provider's address still reaches. */
export function* openEndpoints({ apis }: Stack): Generator<Problem> {
  for (const api of apis) {
    const match = when(api.defaultEndpoint, (enabled) => enabled, { absent: true });
    if (api.domain === undefined || !isPublic(api) || match === undefined) continue;
    const certificates = when(api.domain.mutualTls, (on) => on) !== undefined;
    const loss = certificates ? 'without a client certificate' : 'beside its own domain';
    yield {
      about: api,
      at: match.at,
      discriminator: 'default-endpoint',
      message: `${api.id} can be reached ${loss} by its execute-api address${inBranch(match)}.`,
      severity: severityOf(api, certificates),
      confidence: match.confidence,
      fix: proposeFix('breaking', match.write(false), 'Callers then have to use the custom domain.'),
    };
  }
}

/** A domain for convenience only protects nothing that the other address would avoid. */
function severityOf({ firewall }: Api, certificates: boolean): 'high' | 'medium' | 'low' {
  if (certificates) return 'high';
  return when(firewall, (stands) => stands) ? 'medium' : 'low';
}
