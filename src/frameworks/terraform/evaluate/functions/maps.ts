import { entryOf, isNull, textOf, type Value } from '../../../../model/value.js';
import { listOf, mapOf, scalar, sureness, unknownValue, usedAt } from '../values.js';
import type { PureFunction } from './function.js';

/** Later maps win. One that is not known opens the result, and what it may overrule is unknown. */
const merge: PureFunction = (values, at) => {
  const maps = values.filter((value) => !isNull(value));
  if (!maps.some(({ kind }) => kind === 'map')) return maps.length === 0 ? mapOf([], at) : undefined;
  const lastHidden = maps.findLastIndex((value) => value.kind !== 'map' || value.open);
  const entries = maps.flatMap((value, index) =>
    value.kind === 'map'
      ? value.entries.map((entry) =>
          index < lastHidden ? { ...entry, value: unknownValue(entry.value.at, 'may be overruled') } : entry,
        )
      : [],
  );
  return mapOf(entries, at, lastHidden !== -1);
};

const lookup: PureFunction = ([map, key, otherwise], at) => {
  const name = textOf(key);
  if (map?.kind !== 'map' || name === undefined) return undefined;
  const found = entryOf(map, name)?.value;
  if (found !== undefined) return usedAt(found, at);
  return map.open ? undefined : otherwise;
};

/** In the order of keys, as Terraform has it. */
function inOrder(map: Value | undefined) {
  if (map?.kind !== 'map') return undefined;
  return map.entries.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}

const keys: PureFunction = ([map], at) => {
  const entries = inOrder(map);
  if (entries === undefined || map?.kind !== 'map') return undefined;
  return listOf(
    entries.map(({ key, keyAt }) => scalar(key, keyAt, sureness(map))),
    at,
    map.open,
  );
};

const values: PureFunction = ([map], at) => {
  const entries = inOrder(map);
  if (entries === undefined || map?.kind !== 'map') return undefined;
  return listOf(
    entries.map(({ value }) => value),
    at,
    map.open,
  );
};

const zipmap: PureFunction = ([names, contents], at) => {
  if (names?.kind !== 'list' || contents?.kind !== 'list' || names.open || contents.open) return undefined;
  let open = false;
  const entries = names.items.flatMap((name, index) => {
    const [key, value] = [textOf(name), contents.items[index]];
    if (key === undefined || value === undefined) open = true;
    return key === undefined || value === undefined ? [] : [{ key, keyAt: name.at, value }];
  });
  return mapOf(entries, at, open);
};

export const mapFunctions: readonly (readonly [string, PureFunction])[] = [
  ['merge', merge],
  ['lookup', lookup],
  ['keys', keys],
  ['values', values],
  ['zipmap', zipmap],
];
