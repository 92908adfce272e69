import { isCloudSdk } from '../tables/resources.data.js';
import { memberOf } from './members.js';
import { allTaints, mergedTaints } from './taints.js';
import type { Value } from './value.js';

/** Levels of fields that are joined one by one; what is deeper is told by its taints. */
const deepest = 3;

/** A value that is one of two. */
export function join(first: Value, second: Value): Value {
  return joinAt(first, second, 0);
}

function joinAt(first: Value, second: Value, depth: number): Value {
  if (first === second) return first;
  if (isEmpty(first)) return unsure(second);
  if (isEmpty(second)) return unsure(first);
  if (depth > deepest || isMixed(first, second)) return { taints: mergedTaints(allTaints(first), allTaints(second)) };
  const items = either(first.items, second.items, depth);
  return {
    taints: mergedTaints(first.taints, second.taints),
    ...joinedFields(first, second, depth),
    ...(items && { items }),
    ...symbolOf(first, second),
    ...lists(first, second),
    ...(first.pieces !== undefined && second.pieces === undefined && { pieces: first.pieces }),
    ...(second.pieces !== undefined && first.pieces === undefined && { pieces: second.pieces }),
  };
}

/** Names of an object that are still joined one by one with a text, at most. */
const mostMixed = 12;

/** A text on one way and a large object on the other: nobody reads names of it after. */
function isMixed({ fields: first, taints }: Value, { fields: second, taints: others }: Value): boolean {
  if (first !== undefined && second !== undefined) return false;
  return taints.length > 0 && others.length > 0 && (first ?? second ?? new Map()).size > mostMixed;
}

/** Pieces, constants and what a test implies hold for one value, not for one of several. */
function unsure({ constant: _, implies: __, ...value }: Value): Value {
  return value;
}

function isEmpty(value: Value): boolean {
  const { taints, fields, items, symbol, closures, classes, instanceOf, pieces } = value;
  return taints.length === 0 && !(fields ?? items ?? symbol ?? closures ?? classes ?? instanceOf ?? pieces);
}

function either(first: Value | undefined, second: Value | undefined, depth: number): Value | undefined {
  return first && second ? joinAt(first, second, depth + 1) : (first ?? second);
}

function symbolOf(first: Value, second: Value): Pick<Value, 'symbol'> {
  // Of two, the one of a client: it is the one that counts.
  const symbol =
    [first.symbol, second.symbol].find((one) => one !== undefined && isCloudSdk(one)) ?? first.symbol ?? second.symbol;
  return symbol === undefined ? {} : { symbol };
}

function joinedFields(first: Value, second: Value, depth: number): Pick<Value, 'fields'> {
  const only = first.fields === undefined ? second.fields : second.fields === undefined ? first.fields : undefined;
  if (first.fields === undefined && second.fields === undefined) return {};
  // Deep inside, what only one of the two has is taken as it is.
  if (only !== undefined && depth > 0) return { fields: only };
  const keys = new Set([...(first.fields?.keys() ?? []), ...(second.fields?.keys() ?? [])]);
  return {
    fields: new Map([...keys].map((key) => [key, joinAt(memberOf(first, key), memberOf(second, key), depth + 1)])),
  };
}

function lists(first: Value, second: Value): Pick<Value, 'closures' | 'classes' | 'instanceOf'> {
  const both = <T>(a: readonly T[] = [], b: readonly T[] = []) => [...new Set([...a, ...b])].slice(0, 8);
  const closures = both(first.closures, second.closures);
  const classes = both(first.classes, second.classes);
  const instanceOf = both(first.instanceOf, second.instanceOf);
  return {
    ...(closures.length > 0 && { closures }),
    ...(classes.length > 0 && { classes }),
    ...(instanceOf.length > 0 && { instanceOf }),
  };
}
