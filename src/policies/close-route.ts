import type { Api, Auth, Authorizer } from '../model/api.js';
import type { Match } from '../model/setting.js';
import { type ProposedFix, proposeFix } from './policy.js';

/** The API's only authorizer; without one, what the platform can ask by itself, which callers have to learn first. */
export function closeRoute(api: Api | undefined, match: Match<Auth>): ProposedFix | undefined {
  if (api?.builtInAuth === 'none') return keepInside(api);
  if (api?.builtInAuth === 'identity') {
    return proposeFix('breaking', match.write({ kind: 'iam' }), 'Callers then need an identity that may invoke it.');
  }
  if (api?.builtInAuth === 'function-key') {
    return proposeFix('breaking', match.write({ kind: 'function-key' }), 'Callers then need a key of the function.');
  }
  const authorizers = api?.authorizers ?? [];
  const usable = authorizers.flatMap(({ name, kind }) => (kind === 'unknown' ? [] : [{ kind, authorizer: name }]));
  const [only, another] = usable;
  if (only !== undefined && another === undefined) {
    return proposeFix('exact', match.write(only), `Callers then need what ${only.authorizer} asks for.`);
  }
  if (another !== undefined || (api && api.builtInAuth !== 'signed-requests') || authorizers.some(isUnread))
    return undefined;
  return proposeFix(
    'breaking',
    match.write({ kind: 'iam' }),
    'Callers then have to sign their requests with AWS credentials.',
  );
}

/** What knows no callers can only be kept off the internet. */
function keepInside({ visibility }: Api): ProposedFix | undefined {
  const edits = visibility.kind === 'absent' || visibility.kind === 'known' ? visibility.write('private') : undefined;
  return proposeFix('breaking', edits, 'Only callers inside the cluster can then reach it.');
}

function isUnread({ kind }: Authorizer): boolean {
  return kind === 'unknown';
}
