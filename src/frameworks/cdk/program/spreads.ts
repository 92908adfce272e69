import type { Expression, Properties, Property } from './expression.js';
import { camel } from './spelling.js';

/** Follows an expression one step towards what it stands for. */
type Step = (expression: Expression) => Expression | undefined;

const longestChain = 40;
/** Spread objects inside each other, and properties that come of them, at most. */
const deepestSpread = 8;
const mostSpread = 400;

/** Properties with those that are spread into them; a later one of a name takes the place of an earlier one. */
export function withSpreads(written: Properties, step: Step, depth = 0): Properties {
  const { spreads = [], ...rest } = written;
  if (spreads.length === 0) return written;
  const found = new Map<string, Property>();
  let { open } = written;
  let from = 0;
  for (const { before, value } of spreads) {
    addAll(found, written.entries.slice(from, before));
    from = before;
    const given = depth < deepestSpread && found.size < mostSpread ? resolveSpread(value, step, depth) : undefined;
    open ||= given === undefined || given.open;
    addAll(found, keysFor(written, given?.entries ?? []));
  }
  addAll(found, written.entries.slice(from));
  return { ...rest, entries: [...found.values()], open, written };
}

/** A dictionary that is spread into a call names keywords of Python. */
function keysFor({ form }: Properties, entries: readonly Property[]): readonly Property[] {
  if (form !== 'keywords') return entries;
  return entries.map((entry) => ({ ...entry, key: camel(entry.key) }));
}

function addAll(found: Map<string, Property>, entries: readonly Property[]): void {
  for (const entry of entries) {
    found.delete(entry.key);
    found.set(entry.key, entry);
  }
}

function resolveSpread(value: Expression, step: Step, depth: number): Properties | undefined {
  let at = value;
  for (let count = 0; count < longestChain; count++) {
    if (at.kind === 'properties') return withSpreads(at, step, depth + 1);
    const next = step(at);
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}
