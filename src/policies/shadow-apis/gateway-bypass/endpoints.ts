import { isPublic } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api } from '../../../model/api.js';
import { inBranch, when } from '../../../model/setting.js';
import { type Problem, proposeFix } from '../../definition.js';

/** APIs with a domain of their own that the provider's address still reaches. */
export function* openEndpoints({ apis }: Stack): Generator<Problem> {
  for (const api of apis) {
    const match = when(api.defaultEndpoint, (enabled) => enabled, { absent: true });
    if (api.domain === undefined || !isPublic(api) || match === undefined) continue;
    const certificates = when(api.domain.mutualTls, (on) => on) !== undefined;
    const bypassed = certificates ? ' without a client certificate' : `, bypassing ${frontOf(api)}`;
    yield {
      about: api,
      at: match.at,
      discriminator: 'default-endpoint',
      message: `${api.id} can also be reached through its ${addressOf(api)}${bypassed}${inBranch(match)}.`,
      severity: severityOf(api, certificates),
      ...(severityOf(api, certificates) === 'low' && { strictOnly: true }),
      confidence: match.confidence,
      fix: proposeFix('breaking', match.write(false), `After this edit callers can only use ${frontOf(api)}.`),
    };
  }
}

/** What the provider calls the address that it gives by itself: `execute-api`, `azurewebsites.net`, `run.app`. */
function addressOf({ api }: Api): string {
  return isGateway(api) ? 'default execute-api endpoint' : 'default hostname';
}

function frontOf({ api }: Api): string {
  return isGateway(api) ? 'the custom domain' : 'the entry point in front of it';
}

function isGateway(kind: Api['api']): boolean {
  return kind === 'rest' || kind === 'http' || kind === 'websocket' || kind === 'graphql';
}

/** A domain for convenience only protects nothing that the other address would avoid. */
function severityOf({ firewall }: Api, certificates: boolean): 'high' | 'medium' | 'low' {
  if (certificates) return 'high';
  return when(firewall, (stands) => stands) ? 'medium' : 'low';
}
