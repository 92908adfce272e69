import type { Call } from '../program/expression.js';
import { resolve } from '../program/scope.js';

const seconds = new Map([
  ['seconds', 1],
  ['minutes', 60],
  ['hours', 3600],
  ['days', 86_400],
]);

/** The seconds that `Duration.minutes(5)` says; undefined for anything else. */
export function durationOf(qualified: string, call: Call): number | undefined {
  const [, unit = ''] = /^core\.Duration\.(\w+)$/.exec(qualified) ?? [];
  const [first] = call.args;
  const amount = first === undefined ? undefined : resolve(first);
  const factor = seconds.get(unit);
  if (factor === undefined || amount?.kind !== 'literal' || typeof amount.value !== 'number') return undefined;
  return amount.value * factor;
}
