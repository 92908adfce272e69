import { dollars } from '../../../facts/cost/bound.js';
import { functionCosts } from '../../../facts/cost/function-cost.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';

/** What an hour of a function can cost, where the prices of its platform are known. */
export function costWords(fn: ServerlessFunction, stack: Stack): string {
  const bound = functionCosts(stack).get(fn.id)?.bound;
  return bound === undefined ? '' : `, which can cost up to ${dollars(bound)} an hour`;
}

interface Fixed {
  readonly fn: ServerlessFunction;
  readonly stack: Stack;
  /** What the fix sets. */
  readonly limit: number;
}

/** A note with what an hour costs once the limit is set. */
export function withCost(note: string | undefined, { fn, stack, limit }: Fixed): string | undefined {
  const bound = functionCosts(stack, { concurrency: limit }).get(fn.id)?.bound;
  if (bound === undefined) return note;
  return `${note ?? ''} With ${limit} instances, an hour can cost up to ${dollars(bound)} in requests and compute.`.trim();
}
