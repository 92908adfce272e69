import { isHealthCheck, isSignInPath, saysPublic } from '../../../facts/events/paths.js';
import { describeRoute, openRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api, Route } from '../../../model/api.js';
import { inBranch } from '../../../model/setting.js';
import { closeRoute } from '../../close-route.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'route-without-authorizer',
  several: ['routes', 'accept unauthenticated requests'],
  threat: 'broken-authentication',
  title: 'Route accepts unauthenticated requests',
  severity: 'high',
  why: 'Anyone who can send a request to the route can use what stands behind it, with the permissions that it has.',
  remedy: 'Require authentication: an authorizer, IAM, or what the platform offers for it.',
  acceptable: 'The route is public by design and neither returns nor changes anything that belongs to a user.',
  references: {
    owasp: ['OW2', 'OW5'],
    csa: ['SAS-2'],
    cwe: ['CWE-306', 'CWE-862'],
    peers: ['CKV_AWS_59', 'CKV_AWS_309', 'CKV2_AWS_70', 'W59', 'AWS-0004', 'APIGateway.8', 'AwsSolutions-APIG4'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html',
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
      ],
      azure: [
        'https://learn.microsoft.com/azure/azure-functions/security-concepts',
        'https://learn.microsoft.com/azure/api-management/authentication-authorization-overview',
      ],
      google: [
        'https://cloud.google.com/run/docs/authenticating/public',
        'https://cloud.google.com/functions/docs/securing/managing-access-iam',
      ],
      knative: ['https://knative.dev/docs/serving/services/private-services/'],
      openfaas: ['https://docs.openfaas.com/reference/authentication/'],
    },
  },

  // Left out: preflights, health checks, private APIs, and routes that leave the question to an API of another stack.
  *check(stack) {
    const apis = new Map(stack.apis.map((api) => [api.id, api]));
    for (const route of stack.routes) {
      const api = apis.get(route.api ?? '');
      const match = openRoute(route, api);
      if (match === undefined || isHealthCheck(route)) continue;
      yield {
        about: route,
        at: match.at,
        message: `${describeRoute(route)} of ${api?.id ?? 'an API declared elsewhere'} ${acceptsAnyone(route, api)}${inBranch(match)}.`,
        severity: severityOf(route, api, stack),
        confidence: match.confidence,
        fix: closeRoute(api, match),
      };
    }
  },
});

/** What lets callers in, in the platform's words. A mock integration answers without code. */
function acceptsAnyone({ integration }: Route, api: Api | undefined): string {
  if (api?.builtInAuth === 'identity') return 'accepts unauthenticated requests (`allUsers` may invoke it)';
  const behind = integration === 'mock' ? ', which a mock integration answers' : '';
  return `accepts unauthenticated requests${behind}`;
}

/** What knows no callers leaves it to a mesh or an ingress in front to ask them, which other repositories declare. */
function severityOf(route: Route, api: Api | undefined, stack: Stack): 'high' | 'medium' | 'low' {
  if (api?.builtInAuth === 'none') return 'low';
  if (isSignInPath(route.path) || route.integration === 'mock') return 'low';
  if (saysPublic(route.path)) return 'medium';
  const fn = stack.resource(route.function ?? '');
  const reads = route.method === 'GET' || route.method === 'HEAD';
  // High is what is known to give something away: what a function may do that only reads may be nothing.
  const power = fn?.kind === 'function' ? stack.power(fn) : undefined;
  return reads && (power === 'minimal' || power === 'unknown') ? 'medium' : 'high';
}
