import { isHealthCheck } from '../../../facts/events/paths.js';
import { describeRoute, openRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { type Route, strengthOf } from '../../../model/api.js';
import { inBranch, known, when } from '../../../model/setting.js';
import type { Problem } from '../../definition.js';

/** Open URLs and open routes of functions that another API protects. */
export function* sideEntryPoints(stack: Stack): Generator<Problem> {
  const protectedRoutes = stack.routes.filter(({ auth }) => strengthOf(known(auth) ?? { kind: 'none' }) > 0);
  const fronts = new Map(protectedRoutes.map((route) => [route.function, route]));
  fronts.delete(undefined);
  for (const url of stack.urls) {
    const front = fronts.get(url.function);
    const match = when(url.auth, (auth) => auth === 'none');
    if (front === undefined || match === undefined) continue;
    yield {
      about: url,
      at: match.at,
      message: `The function URL of ${url.function ?? url.id} accepts unauthenticated requests and bypasses the authorizer of ${describeRoute(front)}${inBranch(match)}.`,
      confidence: match.confidence,
      related: [front.auth.at],
    };
  }
  yield* openRoutesBeside(fronts, stack);
}

function* openRoutesBeside(fronts: ReadonlyMap<string | undefined, Route>, stack: Stack): Generator<Problem> {
  const apis = new Map(stack.apis.map((api) => [api.id, api]));
  for (const route of stack.routes) {
    const front = fronts.get(route.function);
    const match = openRoute(route, apis.get(route.api ?? ''));
    if (front === undefined || match === undefined || front.api === route.api || isHealthCheck(route)) continue;
    yield {
      about: route,
      at: match.at,
      message: `${describeRoute(route)} of ${route.api ?? 'another API'} accepts unauthenticated requests and bypasses the authentication of ${describeRoute(front)}${front.api === undefined ? '' : ` of ${front.api}`}.`,
      confidence: match.confidence,
      related: [front.auth.at],
    };
  }
}
