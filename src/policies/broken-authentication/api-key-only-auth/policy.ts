import { describeRoute, isPublic, needsAuthentication } from '../../../facts/exposure/routes.js';
import type { Api, Auth, Route } from '../../../model/api.js';
import { inBranch, when } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'api-key-only-auth',
  several: ['routes', 'require a shared key only'],
  threat: 'broken-authentication',
  title: 'A shared key is the only authentication',
  severity: 'medium',
  why: 'All callers share one key, which is copied into clients and logs and does not expire: anyone who finds it can call the API.',
  remedy: 'Ask callers for an identity (a JWT, IAM, an authorizer), and keep the key for quotas.',
  acceptable: 'The caller is one machine that keeps the key secret, and the key is rotated.',
  references: {
    owasp: ['OW2'],
    csa: ['SAS-2'],
    cwe: ['CWE-287', 'CWE-598'],
    peers: ['FSBP AppSync.5', 'api-key-in-query-parameter', 'CKV_OPENAPI_20'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
        'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/function-keys-how-to'],
      google: ['https://cloud.google.com/endpoints/docs/openapi/when-why-api-key'],
      any: ['https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/'],
    },
  },

  // Left out: private APIs, and where nothing says how public one is all keys but those in an address; passwords of
  // gateways, mock integrations, and function keys of apps that no browser calls.
  *check({ routes, apis }) {
    const byId = new Map(apis.map((api) => [api.id, api]));
    for (const route of routes) {
      const api = byId.get(route.api ?? '');
      if (api === undefined || !isJudged(route, api)) continue;
      const match = when(route.auth, (auth) => isKey(auth, api));
      if (match === undefined) continue;
      const { at, confidence } = match;
      const isIn = (auth: Auth) => auth.inQuery === true;
      const inQuery = when(route.auth, isIn) !== undefined;
      const isWith = (other: Auth['otherKey']) =>
        when(route.auth, (auth) => isIn(auth) && auth.otherKey === other) !== undefined;
      const isKnownPublic = isPublic(api);
      if (!isKnownPublic && !inQuery) continue;
      const isFunctionKey = when(route.auth, ({ kind }) => kind === 'function-key') !== undefined;
      const what = inQuery ? addressWords(isWith) : keyWords(isFunctionKey);
      const message = `${describeRoute(route)} of ${api.id} requires ${what}${inBranch(match)}.`;
      yield { about: route, at, severity: isKnownPublic ? 'medium' : 'low', confidence, message };
    }
  },
});

function isJudged(route: Route, api: Api): boolean {
  const isAnswered = route.integration === 'mock' || !needsAuthentication(route, api);
  const mayBePublic = isPublic(api) || api.visibility.kind === 'unknown';
  return !isAnswered && api.builtInAuth !== 'password' && mayBePublic;
}

/** Keys of functions are for machines; where other sites may call, a browser has them. */
function isKey({ kind }: Auth, api: Api): boolean {
  return kind === 'api-key' || (kind === 'function-key' && api.cors !== undefined && api.cors.origins.length > 0);
}

/** A key in the address is kept by logs, whichever other there is. */
function addressWords(isWith: (other: Auth['otherKey']) => boolean): string {
  if (isWith('both')) return 'API keys only, one of them in the query string';
  return isWith('either') ? 'an API key only, which may stand in the query string' : 'a key in the query string only';
}

function keyWords(isFunctionKey: boolean): string {
  return isFunctionKey ? 'a function key only, which a browser has to know' : 'an API key only';
}
