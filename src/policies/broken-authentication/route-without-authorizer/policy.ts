import { isHealthPath, isSignInPath } from '../../../facts/events/paths.js';
import { describeRoute, openRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api, Route } from '../../../model/api.js';
import { inBranch } from '../../../model/setting.js';
import { closeRoute } from '../../close-route.js';
import { definePolicy } from '../../policy.js';

export default definePolicy({
  id: 'route-without-authorizer',
  several: ['routes', 'accept unauthenticated requests'],
  threat: 'broken-authentication',
  title: 'Public route accepts anyone',
  severity: 'high',
  why: 'Anyone on the internet can run the code behind the route and reach whatever that code may reach.',
  remedy: 'Ask callers of the route for an identity: an authorizer of the API, or signed requests.',
  acceptable: 'The route is meant for everyone and gives or takes nothing that belongs to someone.',
  references: {
    owasp: ['OW2', 'OW5'],
    csa: ['SAS-2'],
    cwe: ['CWE-306', 'CWE-862'],
    peers: ['CKV_AWS_59', 'CKV_AWS_309', 'CKV2_AWS_70', 'W59', 'AWS-0004', 'APIGateway.8', 'AwsSolutions-APIG4'],
    links: [
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    ],
  },

  // Left out: preflights, health checks, private APIs, and routes that leave the question to an API of another stack.
  *check(stack) {
    const apis = new Map(stack.apis.map((api) => [api.id, api]));
    for (const route of stack.routes) {
      const api = apis.get(route.api ?? '');
      const match = openRoute(route, api);
      if (match === undefined || isHealthPath(route.path)) continue;
      yield {
        about: route,
        at: match.at,
        message: `${describeRoute(route)} of ${api?.id ?? 'an API elsewhere'} accepts anyone${inBranch(match)}.`,
        severity: severityOf(route, api, stack),
        confidence: match.confidence,
        fix: closeRoute(api, match),
      };
    }
  },
});

/** What knows no callers leaves it to a mesh or an ingress in front to ask them, which other repositories declare. */
function severityOf(route: Route, api: Api | undefined, stack: Stack): 'high' | 'medium' | 'low' {
  if (api?.builtInAuth === 'none') return 'low';
  if (isSignInPath(route.path) || route.integration === 'mock') return 'low';
  const fn = stack.resource(route.function ?? '');
  const reads = route.method === 'GET' || route.method === 'HEAD';
  return reads && fn?.kind === 'function' && stack.power(fn) === 'minimal' ? 'medium' : 'high';
}
