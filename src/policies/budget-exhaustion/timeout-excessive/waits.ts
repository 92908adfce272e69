import type { Stack } from '../../../facts/stack.js';
import type { Api } from '../../../model/api.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { isUnsaid } from '../../../model/setting.js';
import { isSamePlace } from '../../../model/span.js';
import type { TriggerKind } from '../../../model/trigger.js';

/** Seconds for which callers wait: at most, and as gateways of the slower kind do by themselves. */
export interface Waiting {
  readonly most: number;
  readonly usual: number;
}

/** REST APIs wait a second less than others: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const restWaits = 29;

/** How long callers wait for a function that nothing but requests through a gateway start, and so for all that share its timeout. */
export function waitsFor(fn: ServerlessFunction, stack: Stack): Waiting | undefined {
  const { waits } = fn.platform;
  if (waits === undefined || isUnsaid(fn.timeout) || !isBehindGateways(fn, stack)) return undefined;
  const sharing = stack.functions.filter(({ timeout }) => isSamePlace(timeout.at, fn.timeout.at));
  if (!sharing.every((one) => isBehindGateways(one, stack))) return undefined;
  const isSlow = sharing.every((one) => kindsBefore(one, stack).every((kind) => kind === 'rest'));
  return { most: waits, usual: isSlow ? restWaits : waits };
}

function isBehindGateways(fn: ServerlessFunction, stack: Stack): boolean {
  const startsOtherwise = [...stack.urls, ...stack.triggers].some((start) => start.function === fn.id);
  const kinds = kindsBefore(fn, stack);
  return !startsOtherwise && kinds.length > 0 && !kinds.some((kind) => kind === undefined || holding.has(kind));
}

function kindsBefore(fn: ServerlessFunction, { routes, apis }: Stack): readonly (Api['api'] | undefined)[] {
  const own = routes.filter((route) => route.function === fn.id);
  return own.map((route) => apis.find(({ id }) => id === route.api)?.api);
}

/** These hold connections for as long as they are told to, or for as long as others do. */
const holding: ReadonlySet<Api['api']> = new Set<Api['api']>(['websocket', 'graphql', 'alb']);

/** Longer than this is meant to be endless where a platform sets no limit. */
const halfAnHour = 1_800;

/** Workers may need all the time there is. */
const workers: ReadonlySet<TriggerKind> = new Set<TriggerKind>(['queue', 'stream', 'kafka', 'schedule', 'workflow']);

/** The time from which a timeout says nothing any more; undefined for workers. */
export function longestRun(fn: ServerlessFunction, { triggers, routes, urls }: Stack): number | undefined {
  const own = triggers.filter((trigger) => trigger.function === fn.id);
  const isStarted = own.length > 0 || [...routes, ...urls].some((start) => start.function === fn.id);
  if (!isStarted || own.some(({ trigger }) => workers.has(trigger))) return undefined;
  return fn.platform.longest ?? halfAnHour;
}
