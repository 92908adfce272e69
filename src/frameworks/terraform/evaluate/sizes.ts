import type { Value } from '../../../model/value.js';
import { unknownValue } from './values.js';

/** Values with more parts than this are not looked into: what is used twice counts twice. */
const mostParts = 20_000;

/** How many parts values have, as far as they were counted. */
export type Sizes = WeakMap<Value, number>;

/** The value, or unknown when it has grown too large. */
export function bounded(value: Value, sizes: Sizes): Value {
  return sizeOf(value, sizes, 0) > mostParts ? unknownValue(value.at, 'too large') : value;
}

const deepest = 50;

function sizeOf(value: Value, sizes: Sizes, depth: number): number {
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let size = 1;
  for (const part of depth > deepest ? [] : partsOf(value)) {
    size += sizeOf(part, sizes, depth + 1);
    if (size > mostParts) break;
  }
  sizes.set(value, size);
  return size;
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'map') return value.entries.map((entry) => entry.value);
  return value.kind === 'choice' ? value.cases.flatMap((one) => one.value ?? []) : [];
}
