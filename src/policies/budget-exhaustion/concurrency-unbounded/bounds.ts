import type { Stack } from '../../../facts/stack.js';
import type { Api, Route } from '../../../model/api.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { known } from '../../../model/setting.js';

/** As many parallel runs as a throttled route may cause before a limit of the function's own is due. */
const fewRuns = 100;

/** Seconds that AWS lets a function run unless told otherwise. */
const defaultTimeout = 3;

/** What starts the function bounds it: every route is throttled to few parallel runs, every mapping has its maximum. */
export function isBoundElsewhere(fn: ServerlessFunction, stack: Stack): boolean {
  if (stack.urls.some((url) => url.function === fn.id)) return false;
  const routes = stack.routes.filter((route) => route.function === fn.id && route.method !== 'OPTIONS');
  const triggers = stack.triggers.filter((trigger) => trigger.function === fn.id);
  if (routes.length === 0)
    return triggers.length > 0 && triggers.every(({ maximumConcurrency }) => known(maximumConcurrency));
  const apis = new Map(stack.apis.map((api) => [api.id, api]));
  const timeout = fn.timeout.kind === 'absent' ? defaultTimeout : known(fn.timeout);
  const rates = routes.map((route) => rateOf(route, apis.get(route.api ?? '')));
  return timeout !== undefined && rates.every((rate) => rate !== undefined && rate * timeout <= fewRuns);
}

function rateOf(route: Route, api: Api | undefined): number | undefined {
  return known(route.throttle)?.rate ?? (api && known(api.throttle)?.rate);
}
