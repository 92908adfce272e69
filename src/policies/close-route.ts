import type { Api, Auth, AuthKind, Authorizer } from '../model/api.js';
import type { Match } from '../model/setting.js';
import { type ProposedFix, proposeFix } from './definition.js';

/** What AWS_IAM asks of callers, as a note on the edit that turns it on. */
export const signedRequests = 'After this edit callers must sign requests with AWS credentials (SigV4).';

/** The API's only authorizer; without one, what the platform can ask by itself, which callers have to learn first. */
export function closeRoute(api: Api | undefined, match: Match<Auth>): ProposedFix | undefined {
  if (api?.builtInAuth === 'none') return keepInside(api);
  if (api?.builtInAuth === 'identity') {
    return proposeFix(
      'breaking',
      match.write({ kind: 'iam' }),
      'After this edit callers must present a token of a principal that is allowed to invoke it.',
    );
  }
  if (api?.builtInAuth === 'function-key') {
    return proposeFix(
      'breaking',
      match.write({ kind: 'function-key' }),
      'After this edit callers must send a function key.',
    );
  }
  if (api?.builtInAuth === 'password') {
    const note = 'After this edit callers must send the password of the gateway (basic authentication).';
    return proposeFix('breaking', match.write({ kind: 'api-key' }), note);
  }
  const authorizers = api?.authorizers ?? [];
  const usable = authorizers.flatMap(({ name, kind }) => (kind === 'unknown' ? [] : [{ kind, authorizer: name }]));
  const [only, another] = usable;
  if (only !== undefined && another === undefined) {
    return proposeFix('exact', match.write(only), `After this edit the route requires ${requirementOf(only, api)}.`);
  }
  if (another !== undefined || (api && api.builtInAuth !== 'signed-requests') || authorizers.some(isUnread))
    return undefined;
  return proposeFix('breaking', match.write({ kind: 'iam' }), signedRequests);
}

/** What knows no callers can only be kept off the internet. */
function keepInside({ visibility }: Api): ProposedFix | undefined {
  const edits = visibility.kind === 'absent' || visibility.kind === 'known' ? visibility.write('private') : undefined;
  return proposeFix('breaking', edits, 'After this edit only callers inside the cluster can reach it.');
}

function isUnread({ kind }: Authorizer): boolean {
  return kind === 'unknown';
}

/** What a route asks of its callers, in words. App Service signs callers in itself, with no authorizer to name. */
export function requirementOf({ kind, authorizer }: Auth, api: Api | undefined): string {
  if (kind === 'api-key' && api?.builtInAuth === 'password') return 'basic authentication';
  return authorizer === undefined || kind === 'entra' ? requirements[kind] : `the authorizer ${authorizer}`;
}

const requirements: Readonly<Record<AuthKind, string>> = {
  none: 'no authentication',
  'api-key': 'an API key',
  'function-key': 'a function key',
  iam: 'IAM authorization',
  jwt: 'a JWT',
  cognito: 'a Cognito token',
  lambda: 'a Lambda authorizer',
  entra: 'callers to sign in',
  mtls: 'a client certificate',
};
