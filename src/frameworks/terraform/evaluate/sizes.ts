import type { Value } from '../../../model/value.js';
import { unknownValue } from './values.js';

/** Values with more parts than this are not looked into: what is used twice counts twice. */
const mostParts = 20_000;

/** So many characters of a text are as much work as one part of a value. */
const charactersAPart = 500;

/** How many parts values have, as far as they were counted. */
export interface Sizes {
  readonly known: WeakMap<Value, number>;
  /** What was made so far: parts of new values, and what long texts count for. */
  readonly made: { parts: number };
}

export function noSizes(): Sizes {
  return { known: new WeakMap(), made: { parts: 0 } };
}

/** The value, or unknown when it has grown too large. */
export function bounded(value: Value, sizes: Sizes): Value {
  return sizeOf(value, sizes, 0) > mostParts ? unknownValue(value.at, 'too large') : value;
}

const deepest = 50;

function sizeOf(value: Value, sizes: Sizes, depth: number): number {
  const known = sizes.known.get(value);
  if (known !== undefined) return known;
  let size = 1;
  sizes.made.parts += 1 + lengthOf(value) / charactersAPart;
  for (const part of depth > deepest ? [] : partsOf(value)) {
    size += sizeOf(part, sizes, depth + 1);
    if (size > mostParts) break;
  }
  sizes.known.set(value, size);
  return size;
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'map') return value.entries.map((entry) => entry.value);
  return value.kind === 'choice' ? value.cases.flatMap((one) => one.value ?? []) : [];
}

function lengthOf(value: Value): number {
  if (value.kind === 'scalar') return typeof value.value === 'string' ? value.value.length : 0;
  if (value.kind !== 'pattern') return 0;
  return value.parts.reduce((sum: number, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
}
