import type { Value } from '../../../model/value.js';

const known = new WeakMap<Value, number>();

/** How many values a value holds. Parts that were counted before are not gone through again. */
export function sizeOf(value: Value): number {
  if (value.kind === 'scalar' || value.kind === 'reference' || value.kind === 'unknown') return 1;
  const before = known.get(value);
  if (before !== undefined) return before;
  const size = 1 + partsOf(value).reduce((sum, part) => sum + sizeOf(part), 0);
  known.set(value, size);
  return size;
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'map') return value.entries.map((entry) => entry.value);
  return value.kind === 'choice' ? value.cases.flatMap((one) => one.value ?? []) : [];
}
