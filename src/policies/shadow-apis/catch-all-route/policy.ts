import { describeRoute, needsAuthentication, openRoute, takesEveryPath } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import type { Api, Route } from '../../../model/api.js';
import { known } from '../../../model/setting.js';
import { definePolicy } from '../../definition.js';

export default definePolicy({
  id: 'catch-all-route',
  several: ['routes', 'forward every path or method'],
  threat: 'shadow-apis',
  title: 'Route forwards every path or method',
  severity: 'low',
  why: 'The code alone decides what can be reached, so a new handler is exposed without a change to the API that a reviewer would see.',
  remedy: 'List the paths and methods that the function serves.',
  acceptable: 'The function renders a website, serves one GraphQL path, or its router is reviewed like a gateway.',
  references: {
    csa: ['SAS-3'],
    cwe: ['CWE-1125'],
    links: {
      any: ['https://owasp.org/API-Security/editions/2023/en/0xa9-improper-inventory-management/'],
      aws: [
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html',
        'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html',
      ],
      azure: ['https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger'],
    },
  },

  // Left out: sockets, websites, GraphQL, platforms whose functions have one address, and routes that are not to functions.
  *check(stack) {
    const apis = new Map(stack.apis.map((api) => [api.id, api]));
    const wide = stack.routes.filter((route) => isWide(route, apis.get(route.api ?? ''), stack));
    const everywhere = new Set(wide.filter(takesEveryPath).map(({ api, function: fn }) => `${api} ${fn}`));
    for (const route of wide) {
      const isEvery = takesEveryPath(route);
      if (!isEvery && everywhere.has(`${route.api} ${route.function}`)) continue;
      const open = openRoute(route, apis.get(route.api ?? ''));
      yield {
        about: route,
        at: route.at,
        message: `${describeRoute(route)} forwards ${isEvery ? 'every path' : 'every method'} to ${route.function}${open === undefined ? '' : ' without authentication'}.`,
        severity: isEvery && open !== undefined ? 'medium' : 'low',
        confidence: open?.confidence ?? 'high',
      };
    }
  },
});

const gateways: ReadonlySet<string> = new Set(['rest', 'http', 'apim']);
const websites =
  /(?:^|[^a-z])(?:ssr|next|nuxt|remix|astro|svelte|web(?:site|app)?(?![ _-]?api)|site|frontend|static|spa)(?:[^a-z]|$)/i;

function isWide(route: Route, api: Api | undefined, { functions }: Stack): boolean {
  if (api === undefined || route.integration !== 'function' || !isGateway(api, route)) return false;
  const fn = functions.find(({ id }) => id === route.function);
  if (
    fn === undefined ||
    route.path.includes('?') ||
    !needsAuthentication(route, api) ||
    route.path.toLowerCase().endsWith('/graphql')
  )
    return false;
  const words = `${fn.id} ${known(fn.handler) ?? ''} ${fn.codeRoot ?? ''}`.replace(/([a-z])([A-Z])/g, '$1 $2');
  return (takesEveryPath(route) || route.method === 'ANY') && !websites.test(words);
}

/** What answers every method unless told otherwise says nothing by doing so. */
function isGateway({ api, builtInAuth }: Api, route: Route): boolean {
  return gateways.has(api) || (builtInAuth === 'function-key' && takesEveryPath(route));
}
