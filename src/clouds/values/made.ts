import type { Span } from '../../model/span.js';
import { isNull, type MapEntry, type MapValue, type Value } from '../../model/value.js';

/** A map that the framework makes: nothing can be written into it. */
export function madeMap(at: Span, members: Readonly<Record<string, Value | undefined>>, open = false): MapValue {
  const entries = Object.entries(members).flatMap(([key, value]): readonly MapEntry[] =>
    value === undefined ? [] : [{ key, keyAt: at, value }],
  );
  return { kind: 'map', at, origin: at, entries, open };
}

export function madeText(at: Span, value: string): Value {
  return { kind: 'scalar', value, at, origin: at };
}

export function madeList(at: Span, items: readonly Value[], open = false): Value {
  return { kind: 'list', items, open, at, origin: at };
}

export function madeReference(at: Span, to: string, attribute?: string): Value {
  return { kind: 'reference', to, at, origin: at, ...(attribute !== undefined && { attribute }) };
}

/** The entries of two maps as one; the later wins. Anything that is no map opens it. */
export function layered(at: Span, below: Value | undefined, above: Value | undefined): Value | undefined {
  const layers = [below, above].filter((value) => value !== undefined && !isNull(value));
  const [only] = layers;
  if (layers.length < 2) return only;
  const entries = new Map(layers.flatMap((map) => (map?.kind === 'map' ? map.entries : [])).map((e) => [e.key, e]));
  const open = layers.some((map) => map?.kind !== 'map' || map.open);
  return { kind: 'map', at, origin: at, entries: [...entries.values()], open };
}

/** Maps of properties that may stand inside each other. */
const deepest = 10;

/** Two maps as one, map by map; of two values that are not maps the later wins. */
export function merged(at: Span, below: Value | undefined, above: Value | undefined, depth = 0): Value | undefined {
  if (below?.kind !== 'map' || above?.kind !== 'map' || depth >= deepest) return above ?? below;
  const entries = new Map(below.entries.map((entry) => [entry.key, entry]));
  for (const entry of above.entries) {
    const value = merged(at, entries.get(entry.key)?.value, entry.value, depth + 1) ?? entry.value;
    entries.set(entry.key, { ...entry, value });
  }
  return { kind: 'map', at, origin: at, entries: [...entries.values()], open: below.open || above.open };
}
