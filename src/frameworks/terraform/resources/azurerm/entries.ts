import { entryOf, isNull, type MapEntry, type MapValue, type Value } from '../../../../model/value.js';
import { mapOf } from '../../evaluate/values.js';

/** An entry that says something. */
export function saidIn(map: Value | undefined, key: string): MapEntry | undefined {
  const entry = entryOf(map, key);
  return entry === undefined || isNull(entry.value) ? undefined : entry;
}

/** A map with entries put in, under a path of keys; maps on the way that are not there are made. */
export function withEntries(map: MapValue, path: readonly string[], added: readonly MapEntry[]): MapValue {
  const [key, ...rest] = path;
  if (added.length === 0) return map;
  if (key === undefined) return { ...map, entries: [...map.entries, ...added] };
  const entry = entryOf(map, key);
  if (entry !== undefined && entry.value.kind !== 'map') return map;
  const inner = entry?.value.kind === 'map' ? entry.value : mapOf([], map.at, map.open);
  return replaced(map, key, { keyAt: entry?.keyAt ?? map.at, value: withEntries(inner, rest, added) });
}

/** A map with what stands under a path of keys changed, where all of the path is there. */
export function changedAt(map: MapValue, path: readonly string[], change: (value: Value) => Value): MapValue {
  const [key = '', ...rest] = path;
  const entry = entryOf(map, key);
  if (entry === undefined || (rest.length > 0 && entry.value.kind !== 'map')) return map;
  const value =
    rest.length > 0 && entry.value.kind === 'map' ? changedAt(entry.value, rest, change) : change(entry.value);
  return replaced(map, key, { keyAt: entry.keyAt, value });
}

function replaced(map: MapValue, key: string, entry: Omit<MapEntry, 'key'>): MapValue {
  return { ...map, entries: [...map.entries.filter((one) => one.key !== key), { ...entry, key }] };
}
