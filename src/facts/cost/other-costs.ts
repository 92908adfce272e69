import type { Api, Route } from '../../model/api.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { type Door, doorsOf } from '../exposure/callers.js';
import { publicStores } from '../exposure/outsiders.js';
import { instancesCostAnHour, queueCostAnHour } from './bound.js';
import { type FunctionCost, frontsByKind, payers, throttleOf, worse } from './function-cost.js';
import { type InstancePrice, instancePrices } from './prices.data.js';

/** What callers from outside can make queues and functions of other clouds cost, by what is paid for. */
export function otherCosts(model: Model): ReadonlyMap<string, FunctionCost> {
  const costs = new Map<string, FunctionCost>();
  for (const cost of [...instanceCosts(model), ...queueCosts(model)]) {
    const other = costs.get(cost.function);
    if (other === undefined || worse(cost, other)) costs.set(cost.function, cost);
  }
  return costs;
}

const byProvider: ReadonlyMap<string, InstancePrice> = new Map(Object.entries(instancePrices));

/** Functions that are paid by the instance: as many as may run, all hour. Requests come on top and have no limit. */
function instanceCosts(model: Model): readonly FunctionCost[] {
  const functions = new Map(model.functions.map((fn) => [fn.id, fn]));
  return doorsOf(model).flatMap((door): readonly FunctionCost[] => {
    const fn = functions.get(door.function ?? '');
    const price = byProvider.get(fn?.provider ?? '');
    if (fn === undefined || price === undefined || !payers.has(door.caller)) return [];
    const memory = known(fn.memory) ?? price.mostMemory;
    return memory === undefined ? [] : [paid(fn.id, door, boundOf(fn, price, memory), 'compute')];
  });
}

/** Only a limit that is written bounds it: what a platform has by itself differs by region and can be raised. */
function boundOf({ concurrency }: ServerlessFunction, price: InstancePrice, memory: number): number | undefined {
  const instances = known(concurrency);
  return instances === undefined || instances < 0 ? undefined : instancesCostAnHour(price, instances, memory);
}

function paid(
  id: string,
  { caller, words: through }: Pick<Door, 'caller' | 'words'>,
  bound: number | undefined,
  counted: FunctionCost['counted'],
): FunctionCost {
  return { function: id, caller, through, bound, counted };
}

/** Queues that routes hand requests to, and queues that anyone may send to. */
function queueCosts(model: Model): readonly FunctionCost[] {
  const queues = new Set(model.stores.flatMap(({ id, type }) => (type === 'AWS::SQS::Queue' ? [id] : [])));
  const apis = new Map(model.apis.map((api) => [api.id, api]));
  const doors = new Map(doorsOf(model).map((door) => [door.id, door]));
  const routed = model.routes.flatMap((route): readonly FunctionCost[] => {
    const { store, api, method, path } = route;
    const door = doors.get(`route ${api ?? ''} ${method} ${path} ${route.function ?? ''}`);
    if (store === undefined || !queues.has(store) || door === undefined || !payers.has(door.caller)) return [];
    return [paid(store, door, routeBound(route, apis.get(api ?? '')), 'requests')];
  });
  const open = publicStores(model).filter((id) => queues.has(id));
  return [
    ...routed,
    ...open.map((id) => paid(id, { caller: 'anyone', words: id.replaceAll('`', '') }, undefined, 'requests')),
  ];
}

function routeBound(route: Route, api: Api | undefined): number | undefined {
  const front = api === undefined ? undefined : frontsByKind[api.api];
  return front === undefined || api === undefined
    ? undefined
    : queueCostAnHour({ front, throttle: throttleOf(route, api) });
}
