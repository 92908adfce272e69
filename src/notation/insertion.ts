import { entryOf, type MapValue, type Value } from '../model/value.js';
import { contains, isEditable } from './geometry.js';
import type { Layout } from './source.js';

/** Where a new entry goes: into a map that is there, or in the place of an empty value. */
export type Destination =
  | { readonly map: MapValue; readonly path: readonly string[] }
  | { readonly empty: Value; readonly path: readonly string[] };

/** Follows the leading keys of a path as far as they exist in the text. Undefined if nothing can be added there. */
export function destinationOf(layout: Layout, map: MapValue, path: readonly string[]): Destination | undefined {
  const [key, ...rest] = path;
  if (key === undefined || !isEditable(layout, map) || map.at.start === map.at.end) return undefined;
  const entry = entryOf(map, key);
  if (entry === undefined) return { map, path };
  const { value } = entry;
  if (value.origin !== undefined) return undefined;
  if (!contains(map.at, entry.keyAt)) {
    const merges = rest.length === 0 || value.kind === 'map';
    return merges ? { map, path } : undefined;
  }
  if (value.kind === 'scalar' && value.value === null) {
    return isEditable(layout, value) ? { empty: value, path: rest } : undefined;
  }
  return rest.length > 0 && value.kind === 'map' ? destinationOf(layout, value, rest) : undefined;
}
