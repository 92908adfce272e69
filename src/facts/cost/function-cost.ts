import type { Api, Route } from '../../model/api.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { known, type Setting } from '../../model/setting.js';
import { doorsOf } from '../exposure/callers.js';
import type { Caller } from '../exposure/door.js';
import { type CostLimits, costAnHour } from './bound.js';
import { type FrontPrice, fronts, lambdaLimits } from './prices.data.js';

/** The most that callers from outside can make one function cost, and the way in that costs most. */
export interface FunctionCost {
  readonly function: string;
  readonly caller: Caller;
  /** `call \`GET /img\` of Api`. */
  readonly through: string;
  /** Dollars an hour; undefined where no limit is known. */
  readonly bound: number | undefined;
  /** What is counted. */
  readonly counted: 'requests and compute' | 'requests and state transitions' | 'compute' | 'requests';
}

/** Values in place of those that are written: a limit that a fix would set. */
interface Limited {
  readonly concurrency?: number;
}

export const payers: ReadonlySet<Caller> = new Set<Caller>(['anyone', 'key holders', 'signed-in users']);

/** What callers from outside can make each Lambda function cost. */
export function functionCosts(model: Model, limited: Limited = {}): ReadonlyMap<string, FunctionCost> {
  const costs = new Map<string, FunctionCost>();
  const functions = new Map(model.functions.map((fn) => [fn.id, fn]));
  const doors = new Map(doorsOf(model).map((door) => [door.id, door]));
  const add = (
    id: string,
    fn: ServerlessFunction | undefined,
    bound: (fn: ServerlessFunction) => number | undefined,
  ) => {
    const door = doors.get(id);
    if (door === undefined || fn?.provider !== 'aws' || !payers.has(door.caller)) return;
    const { caller, words: through } = door;
    const cost: FunctionCost = { function: fn.id, caller, through, bound: bound(fn), counted: 'requests and compute' };
    const other = costs.get(fn.id);
    if (other === undefined || worse(cost, other)) costs.set(fn.id, cost);
  };
  const apis = new Map(model.apis.map((api) => [api.id, api]));
  for (const route of model.routes) {
    const id = `route ${route.api ?? ''} ${route.method} ${route.path} ${route.function ?? ''}`;
    add(id, functions.get(route.function ?? ''), (fn) => routeBound(fn, route, apis.get(route.api ?? ''), limited));
  }
  for (const url of model.urls) {
    add(`url ${url.function ?? ''}`, functions.get(url.function ?? ''), (fn) =>
      costAnHour({ front: fronts.url, ...instancesOf(fn, limited) }),
    );
  }
  return costs;
}

export function worse(one: FunctionCost, other: FunctionCost): boolean {
  return (one.bound ?? Number.POSITIVE_INFINITY) > (other.bound ?? Number.POSITIVE_INFINITY);
}

export const frontsByKind: Readonly<Record<string, FrontPrice>> = {
  rest: fronts.rest,
  http: fronts.http,
  websocket: fronts.websocket,
};

function routeBound(fn: ServerlessFunction, route: Route, api: Api | undefined, limited: Limited): number | undefined {
  const front = api === undefined ? undefined : frontsByKind[api.api];
  if (front === undefined || api === undefined) return undefined;
  return costAnHour({ front, throttle: throttleOf(route, api), ...instancesOf(fn, limited) });
}

/** A route's own limit, or that of its API. */
export function throttleOf(route: Route, api: Api): CostLimits['throttle'] {
  return positive(known(route.throttle)) ?? positive(known(api.throttle));
}

function positive(throttle: { readonly rate: number; readonly burst: number } | undefined) {
  return throttle === undefined || throttle.rate < 0 ? undefined : { ...throttle, burst: Math.max(throttle.burst, 0) };
}

/** What is not known is taken as large as Lambda allows it. */
function instancesOf({ concurrency, memory, timeout }: ServerlessFunction, limited: Limited) {
  const limit = limited.concurrency ?? known(concurrency);
  return {
    concurrency: limit === undefined || limit < 0 ? undefined : limit,
    memory: among(memory, lambdaLimits.memory, lambdaLimits.mostMemory),
    timeout: among(timeout, lambdaLimits.timeout, lambdaLimits.mostTimeout),
  };
}

function among(setting: Setting<number>, usual: number, most: number): number {
  if (setting.kind === 'known') return setting.value;
  return setting.kind === 'absent' || setting.kind === 'none' ? usual : most;
}
