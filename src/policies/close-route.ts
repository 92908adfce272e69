import type { Api, Auth, Authorizer } from '../model/api.js';
import type { Match } from '../model/setting.js';
import { type ProposedFix, proposeFix } from './policy.js';

/** Kinds of API that check signed requests themselves. */
const signing: ReadonlySet<Api['api']> = new Set(['rest', 'http', 'websocket', 'graphql']);

/** The API's only authorizer; without one, signed requests, which callers have to learn first. */
export function closeRoute(api: Api | undefined, match: Match<Auth>): ProposedFix | undefined {
  if (api !== undefined && insideOnly.has(api.api)) return keepInside(api);
  if (api !== undefined && identifying.has(api.api)) {
    return proposeFix('breaking', match.write({ kind: 'iam' }), 'Callers then need an identity that may invoke it.');
  }
  if (api?.api === 'azure') {
    return proposeFix('breaking', match.write({ kind: 'function-key' }), 'Callers then need a key of the function.');
  }
  const authorizers = api?.authorizers ?? [];
  const usable = authorizers.flatMap(({ name, kind }) => (kind === 'unknown' ? [] : [{ kind, authorizer: name }]));
  const [only, another] = usable;
  if (only !== undefined && another === undefined) {
    return proposeFix('exact', match.write(only), `Callers then need what ${only.authorizer} asks for.`);
  }
  if (another !== undefined || !signing.has(api?.api ?? 'rest') || authorizers.some(isUnread)) return undefined;
  return proposeFix(
    'breaking',
    match.write({ kind: 'iam' }),
    'Callers then have to sign their requests with AWS credentials.',
  );
}

/** Kinds that know no callers and can only be kept off the internet. */
const insideOnly: ReadonlySet<Api['api']> = new Set(['knative']);

/** Kinds whose platform checks identities by itself unless it is told not to. */
const identifying: ReadonlySet<Api['api']> = new Set(['cloud-run', 'cloud-function']);

function keepInside({ visibility }: Api): ProposedFix | undefined {
  const edits = visibility.kind === 'absent' || visibility.kind === 'known' ? visibility.write('private') : undefined;
  return proposeFix('breaking', edits, 'Only callers inside the cluster can then reach it.');
}

function isUnread({ kind }: Authorizer): boolean {
  return kind === 'unknown';
}
