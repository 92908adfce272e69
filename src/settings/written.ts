import type { Keys } from './document.js';

type PlainMap = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under some keys of plain values; undefined if nothing does. */
export function valueIn(from: unknown, keys: Keys): unknown {
  let value = from;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** Keys of the top level with nothing behind them say nothing. */
export function withoutEmpty(written: unknown, keys: readonly string[]): unknown {
  if (!isMap(written)) return written;
  return Object.fromEntries(Object.entries(written).filter(([key, value]) => value !== null || !keys.includes(key)));
}

/** Lists that grow from one file to the next; others are replaced. */
const growing = new Set(['suppressions', 'exclude', 'layerPublishers', 'ownPackages']);

/** Settings written over others: key by key, what is not said stays as it was. Policies are decided one by one. */
export function writtenOver(over: unknown, below: unknown, keys: Keys = []): unknown {
  const [last] = keys.slice(-1);
  if (Array.isArray(over) && Array.isArray(below) && typeof last === 'string' && growing.has(last)) {
    return [...below, ...over];
  }
  const isOnePolicy = keys.length === 2 && keys[0] === 'policies';
  if (!isMap(over) || !isMap(below) || isOnePolicy) return over;
  const merged = Object.entries(over).map(([key, value]) => [
    key,
    writtenOver(value, valueIn(below, [key]), [...keys, key]),
  ]);
  return { ...below, ...Object.fromEntries(merged) };
}
