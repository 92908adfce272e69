import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Alarm } from '../../../model/store.js';

/** Metrics that go up when functions fail or are turned away, as the clouds call them. */
const failing = /error|throttl|http5xx|http4xx|5xx|execution_?count|request_?count|exception|failed/i;

/** Whether an alarm of the stack watches that a function fails; those of an app or of all functions count for each. */
export function watchersOf(stack: Stack): (fn: ServerlessFunction) => boolean {
  const telling = stack.alarms.filter(({ metric }) => metric === undefined || failing.test(metric));
  const isWide = telling.some((alarm) => alarm.everything || isForNobody(alarm));
  const watched = new Set(telling.flatMap(({ watches }) => watches));
  return (fn) => isWide || watched.has(fn.id) || [...watched].some((id) => fn.id.startsWith(`${id}.`));
}

/** It names what it watches in a way that was not read. */
function isForNobody({ watches, everything }: Alarm): boolean {
  return !everything && watches.length === 0;
}
