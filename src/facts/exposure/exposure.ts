import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import {
  type EntryPoint,
  entryPointOfPermission,
  entryPointOfRoute,
  entryPointOfTrigger,
  entryPointOfUrl,
} from './entry-points.js';
import type { Exposure } from './kinds.js';
import { outsidersStores } from './outsiders.js';

/** The entry point that decides comes first: an unread entry point matters unless an open or keyed one is known. */
const order: readonly Exposure[] = ['open', 'keyed', 'unknown', 'authenticated', 'internal'];

/** Who can start each function of a stack, by the function's id. */
export function exposuresOf(model: Model): ReadonlyMap<string, Exposure> {
  const found = new Map(model.functions.map((fn) => [fn.id, new Set<Exposure>()]));
  for (const entryPoint of entryPointsOf(model)) found.get(entryPoint.function)?.add(entryPoint.exposure);
  const otherwise = model.open || model.apis.some((api) => api.routesOpen) ? 'unknown' : 'internal';
  const most = (fn: ServerlessFunction): Exposure =>
    order.find((exposure) => found.get(fn.id)?.has(exposure)) ?? otherwise;
  return new Map(model.functions.map((fn) => [fn.id, fn.purpose === 'authorizer' ? 'internal' : most(fn)]));
}

function entryPointsOf(model: Model): readonly EntryPoint[] {
  const apis = new Map(model.apis.map((api) => [api.id, api]));
  const connects = new Map(model.routes.filter(({ path }) => path === '$connect').map((route) => [route.api, route]));
  const routes = new Map(
    model.routes.map((route) => {
      const api = apis.get(route.api ?? '');
      return [route.id, entryPointOfRoute(route, api, connects.get(api?.id))];
    }),
  );
  const writable = outsidersStores(model, (id) => routes.get(id)?.exposure === 'open');
  const behindRoutes = new Set(model.routes.map((route) => route.function));
  return [
    ...routes.values(),
    ...model.urls.map(entryPointOfUrl),
    ...model.triggers.map((trigger) => entryPointOfTrigger(trigger, writable)),
    ...model.resourcePolicies.map((policy) => entryPointOfPermission(policy, behindRoutes)),
  ].filter((entryPoint) => entryPoint !== undefined);
}
