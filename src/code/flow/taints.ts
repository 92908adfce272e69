import type { Taint, Value } from './value.js';

const keys = new WeakMap<Taint, readonly string[]>();

/** The keys of a taint and of all that it stands in, the innermost first. */
export function keysAround(taint: Taint): readonly string[] {
  const known = keys.get(taint);
  if (known !== undefined) return known;
  const { origin, path } = taint;
  const found = path.map((_, index) => taintKey({ origin, path: path.slice(0, path.length - index) }));
  found.push(taintKey({ origin, path: [] }));
  keys.set(taint, found);
  return found;
}

/** A taint without how it came here. A cleared key covers what is inside of it too. */
export function taintKey({ origin, path }: Pick<Taint, 'origin' | 'path'>): string {
  const { kind, store } = origin;
  return [store === undefined ? kind : `${kind} ${store.service} ${store.name}`, ...path].join('.');
}

const reshaped: Readonly<Record<Taint['shape'], WeakMap<Taint, Taint>>> = { text: new WeakMap(), any: new WeakMap() };

/** The same of another shape. What is made of one taint twice is one: it is found equal without a look. */
export function shaped(taint: Taint, shape: Taint['shape']): Taint {
  if (taint.shape === shape) return taint;
  const known = reshaped[shape].get(taint);
  if (known !== undefined) return known;
  const made: Taint = { ...taint, shape };
  reshaped[shape].set(taint, made);
  return made;
}

/** More taints than this in one value say the same. */
const mostTaints = 12;

export function mergedTaints(first: readonly Taint[], second: readonly Taint[]): readonly Taint[] {
  if (second.length === 0 || first === second) return first;
  if (first.length === 0) return second;
  // Most that is joined went the same way: what is the very same needs no comparing.
  const others = second.filter((taint) => !first.includes(taint));
  if (others.length === 0) return first;
  const known = new Set(first.map(identityOf));
  const added = others.filter((taint) => !known.has(identityOf(taint)));
  return added.length === 0 ? first : [...first, ...added].slice(0, mostTaints);
}

const identities = new WeakMap<Taint, string>();

function identityOf(taint: Taint): string {
  const known = identities.get(taint);
  if (known !== undefined) return known;
  const identity = `${keysAround(taint)[0] ?? ''} ${taint.shape} ${taint.harmless.join()}`;
  identities.set(taint, identity);
  return identity;
}

/** Levels of fields that are kept apart. */
const deepest = 3;

/** What was found in values before: they never change. */
const found = new WeakMap<Value, readonly Taint[]>();

/** All taints of a value and of what is in it. */
export function allTaints(value: Value): readonly Taint[] {
  if (value.fields === undefined && value.items === undefined) return value.taints;
  const known = found.get(value);
  if (known !== undefined) return known;
  const taints = taintsWithin(value, 0);
  found.set(value, taints);
  return taints;
}

function taintsWithin(value: Value, depth: number): readonly Taint[] {
  const { fields, items } = value;
  let { taints } = value;
  if (depth > deepest || (fields === undefined && items === undefined)) return taints;
  for (const field of fields?.values() ?? []) {
    // More are not kept.
    if (taints.length >= mostTaints) return taints;
    taints = mergedTaints(taints, taintsWithin(field, depth + 1));
  }
  return items ? mergedTaints(taints, taintsWithin(items, depth + 1)) : taints;
}

/** The same with every taint changed, also inside; the very same where none is. */
export function mapTaints(value: Value, change: (taint: Taint) => Taint | undefined, depth = 0): Value {
  const taints = changed(value.taints, change);
  if (depth > deepest) return taints === value.taints ? value : { ...value, taints };
  const inner = (one: Value) => mapTaints(one, change, depth + 1);
  const fields = value.fields && changedFields(value.fields, inner);
  const items = value.items && inner(value.items);
  const pieces = value.pieces && changed(value.pieces, (piece) => (typeof piece === 'string' ? piece : inner(piece)));
  if (taints === value.taints && fields === value.fields && items === value.items && pieces === value.pieces)
    return value;
  return { ...value, taints, ...(fields && { fields }), ...(items && { items }), ...(pieces && { pieces }) };
}

/** A list with each one changed, or left out; the very same where nothing is. */
function changed<T>(list: readonly T[], change: (one: T) => T | undefined): readonly T[] {
  let made: T[] | undefined;
  list.forEach((one, index) => {
    const other = change(one);
    if (made === undefined && other === one) return;
    made ??= list.slice(0, index);
    if (other !== undefined) made.push(other);
  });
  return made ?? list;
}

function changedFields(fields: ReadonlyMap<string, Value>, change: (one: Value) => Value): ReadonlyMap<string, Value> {
  let made: Map<string, Value> | undefined;
  for (const [name, field] of fields) {
    const other = change(field);
    if (other === field) continue;
    made ??= new Map(fields);
    made.set(name, other);
  }
  return made ?? fields;
}
