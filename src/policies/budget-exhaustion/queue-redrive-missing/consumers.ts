import type { Stack } from '../../../facts/stack.js';
import type { Confidence } from '../../../model/confidence.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { known } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Store } from '../../../model/store.js';

/** A queue of the stack with the longest time that a function may work on its messages. */
export interface ConsumedQueue {
  readonly queue: Store;
  /** What makes it start functions. */
  readonly mappings: readonly Span[];
  /** Undefined if no function's timeout is known. */
  readonly timeout: Timeout | undefined;
}

export interface Timeout {
  readonly seconds: number;
  readonly confidence: Confidence;
  readonly function: string;
}

/** Seconds that AWS lets a function run unless told otherwise. */
const defaultTimeout = 3;

/** Queues of a platform whose functions say in their code what starts them, which is not in the stack of the queue. */
const startingElsewhere: ReadonlySet<string> = new Set(['servicebus-queue', 'servicebus-subscription']);

/** Queues that start functions of the stack. */
export function consumedQueues({ stores, triggers, functions }: Stack): readonly ConsumedQueue[] {
  const byId = new Map(functions.map((fn) => [fn.id, fn]));
  const isInCode = functions.some(({ platform }) => platform.triggers === 'code');
  return stores.flatMap((queue) => {
    const starts = triggers.filter(({ source, enabled }) => source === queue.id && known(enabled) !== false);
    const isStarting = starts.length > 0 || (isInCode && startingElsewhere.has(queue.service));
    if (queue.store !== 'queue' || !isStarting) return [];
    const timeouts = starts.flatMap((trigger) => timeoutOf(byId.get(trigger.function ?? '')) ?? []);
    return [
      { queue, mappings: starts.map(({ at }) => at), timeout: timeouts.toSorted((a, b) => b.seconds - a.seconds)[0] },
    ];
  });
}

function timeoutOf(fn: ServerlessFunction | undefined): Timeout | undefined {
  if (fn?.timeout.kind === 'absent') return { seconds: defaultTimeout, confidence: 'high', function: fn.id };
  if (fn?.timeout.kind !== 'known') return undefined;
  return { seconds: fn.timeout.value, confidence: fn.timeout.confidence, function: fn.id };
}
