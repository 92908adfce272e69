import type { Api, Route } from '../../model/api.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { doorsOf } from '../exposure/callers.js';
import type { Door } from '../exposure/door.js';
import { publicStores } from '../exposure/outsiders.js';
import { type CostLimits, instancesCostAnHour, queueCostAnHour, workflowCostAnHour } from './bound.js';
import { type FunctionCost, frontsByKind, payers, throttleOf, worse } from './function-cost.js';
import { azurePrices, googlePrice, type InstancePrice } from './prices.data.js';
import { transitionsOf } from './workflow-cost.js';

/** What callers from outside can make queues, workflows and functions of other clouds cost, by what is paid for. */
export function otherCosts(model: Model): ReadonlyMap<string, FunctionCost> {
  const costs = new Map<string, FunctionCost>();
  for (const cost of [...instanceCosts(model), ...routedCosts(model), ...openQueues(model)]) {
    const other = costs.get(cost.function);
    if (other === undefined || worse(cost, other)) costs.set(cost.function, cost);
  }
  return costs;
}

/** Functions that are paid by the instance: as many as may run, all hour. Requests come on top and have no limit. */
function instanceCosts(model: Model): readonly FunctionCost[] {
  const functions = new Map(model.functions.map((fn) => [fn.id, fn]));
  return doorsOf(model).flatMap((door): readonly FunctionCost[] => {
    const fn = functions.get(door.function ?? '');
    const price = fn && priceOf(fn);
    if (fn === undefined || price === undefined || !payers.has(door.caller)) return [];
    return [paid(fn.id, door, boundOf(fn, price), 'compute')];
  });
}

/** Undefined where callers cannot change what is paid, or where the plan is not known. */
function priceOf({ provider, plan }: ServerlessFunction): InstancePrice | undefined {
  if (provider === 'google') return googlePrice;
  if (provider !== 'azure' || plan === undefined) return undefined;
  // An app without a plan gets one on consumption.
  const sold = plan.name.kind === 'absent' ? 'Y1' : known(plan.name);
  return azurePrices.get(sold?.toLowerCase() ?? '');
}

/** Only a limit that is written bounds it: what a platform has by itself differs by region and can be raised. */
function boundOf({ concurrency, memory, plan }: ServerlessFunction, price: InstancePrice): number | undefined {
  const instances = positive(known(plan?.instances ?? concurrency));
  const size = known(memory) ?? price.mostMemory;
  const byInstances = instances === undefined ? undefined : instancesCostAnHour(price, instances, size);
  const quota = positive(plan && known(plan.dailyQuota));
  // The quota of a day can be used up in an hour.
  const byQuota = quota === undefined || price.perCpuSecond > 0 ? undefined : quota * price.perGigabyteSecond;
  const bounds = [byInstances, byQuota].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}

/** Of a limit; less than nothing means that there is none. */
function positive(limit: number | undefined): number | undefined {
  return limit === undefined || limit < 0 ? undefined : limit;
}

function paid(
  id: string,
  { caller, words: through }: Pick<Door, 'caller' | 'words'>,
  bound: number | undefined,
  counted: FunctionCost['counted'],
): FunctionCost {
  return { function: id, caller, through, bound, counted };
}

/** Queues and workflows that routes hand requests to. */
function routedCosts(model: Model): readonly FunctionCost[] {
  const apis = new Map(model.apis.map((api) => [api.id, api]));
  const doors = new Map(doorsOf(model).map((door) => [door.id, door]));
  const pay = payment(model);
  return model.routes.flatMap((route): readonly FunctionCost[] => {
    const { store = '', api, method, path } = route;
    const own = pay(store);
    const door = doors.get(`route ${api ?? ''} ${method} ${path} ${route.function ?? ''}`);
    if (own === undefined || door === undefined || !payers.has(door.caller)) return [];
    return [paid(store, door, own.bound(limitsOf(route, apis.get(api ?? ''))), own.counted)];
  });
}

type Limits = Pick<CostLimits, 'front' | 'throttle'>;

interface Payment {
  readonly bound: (limits: Limits | undefined) => number | undefined;
  readonly counted: FunctionCost['counted'];
}

/** What requests to something of the stack cost. Express workflows are paid by their memory, which nothing bounds. */
function payment(model: Model): (id: string) => Payment | undefined {
  const queues = queuesOf(model);
  const workflows = new Map(model.workflows.map((workflow) => [workflow.id, workflow]));
  return (id) => {
    if (queues.has(id)) return { bound: (limits) => limits && queueCostAnHour(limits), counted: 'requests' };
    const workflow = workflows.get(id);
    if (workflow?.express === undefined) return undefined;
    const { express, definition } = workflow;
    const isStandard = express.kind === 'absent' || known(express) === false;
    const transitions = transitionsOf(definition);
    return {
      bound: (limits) => (limits && isStandard ? workflowCostAnHour({ ...limits, transitions }) : undefined),
      counted: isStandard ? 'requests and state transitions' : 'requests and compute',
    };
  };
}

function limitsOf(route: Route, api: Api | undefined): Limits | undefined {
  const front = api === undefined ? undefined : frontsByKind[api.api];
  return front === undefined || api === undefined ? undefined : { front, throttle: throttleOf(route, api) };
}

function queuesOf({ stores }: Model): ReadonlySet<string> {
  return new Set(stores.flatMap(({ id, type }) => (type === 'AWS::SQS::Queue' ? [id] : [])));
}

/** Queues that anyone may send to. */
function openQueues(model: Model): readonly FunctionCost[] {
  const queues = queuesOf(model);
  return publicStores(model).flatMap((id) =>
    queues.has(id) ? [paid(id, { caller: 'anyone', words: id.replaceAll('`', '') }, undefined, 'requests')] : [],
  );
}
