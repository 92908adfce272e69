import type { Value } from '../../model/value.js';
import { jsonValue } from '../../notation/json/text.js';

const deepest = 40;
type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | ReadonlyMap<string, Plain>
  | { readonly [key: string]: Plain };

/** A value as plain data, if all of it is known; otherwise undefined. */
function plainData(value: Value | undefined, depth = 0): Plain | undefined {
  if (value === undefined || depth > deepest) return undefined;
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.open ? undefined : plainItems(value.items, depth);
  return value.kind === 'map' && !value.open ? plainMap(value, depth) : undefined;
}

function plainItems(items: readonly Value[], depth: number): Plain | undefined {
  const read = items.map((item) => plainData(item, depth + 1));
  const known = read.filter((item) => item !== undefined);
  return known.length === read.length ? known : undefined;
}

function plainMap(map: Extract<Value, { kind: 'map' }>, depth: number): Plain | undefined {
  const entries: [string, Plain][] = [];
  for (const { key, value } of map.entries) {
    const read = plainData(value, depth + 1);
    if (read === undefined) return undefined;
    entries.push([key, read]);
  }
  return Object.fromEntries(entries);
}

/** The same for patterns that are written as JSON text. */
export function plainJson(value: Value | undefined): Plain | undefined {
  const inner = value?.kind === 'scalar' ? jsonValue(String(value.value), value.at) : value;
  return plainData(inner);
}
