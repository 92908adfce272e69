import type { Span } from '../../model/span.js';
import { isOpen, isText } from '../tables/sources.js';
import { mergedTaints } from './taints.js';
import type { Taint, Value } from './value.js';

/** Names in a way from an origin, at most: what is deeper is told by what holds it. */
const longest = 7;

/** What a value has under a name. */
export function memberOf(value: Value, name: string, at?: Span): Value {
  const own = value.fields?.get(name);
  if (own !== undefined) return own;
  const taints = value.taints.map((taint) => inside(taint, name, at));
  const items = value.items && (name === '[]' || value.fields === undefined) ? value.items : undefined;
  const symbol = value.symbol === undefined || name === '[]' ? undefined : symbolIn(value.symbol, name);
  return {
    ...(items && items),
    taints: items ? mergedTaints(taints, items.taints) : taints,
    ...(symbol !== undefined && { symbol }),
  };
}

/** `default` of a module is the module: both ways to import it mean the same. */
export function symbolIn(symbol: string, name: string): string {
  return name === 'default' ? symbol : `${symbol}.${name}`;
}

/** What was read of a taint before: the same way gives the same taint. */
const insides = new WeakMap<Taint, Map<string, Taint>>();

function inside(taint: Taint, name: string, at: Span | undefined): Taint {
  const known = insides.get(taint) ?? new Map<string, Taint>();
  const before = known.get(name);
  if (before !== undefined) return before;
  const path = taint.path.length >= longest ? taint.path : [...taint.path, name];
  const wasOpen = isOpen(taint);
  const opens = at !== undefined && !wasOpen && isOpen({ origin: taint.origin, path });
  // Where it begins to be of others is told by the place.
  const key = opens ? `${name} ${at.path} ${at.start}` : at === undefined && !wasOpen ? `${name} ` : name;
  const placed = known.get(key);
  if (placed !== undefined) return placed;
  const text = isText({ origin: taint.origin, path });
  const found: Taint = { ...taint, path, ...(opens && { at }), shape: text ? 'text' : 'any' };
  insides.set(taint, known.set(key, found));
  return found;
}

/** The same with another value under a name; a computed name may be any. */
export function withMember(value: Value, name: string, member: Value): Value {
  return { ...value, fields: new Map([...(value.fields ?? []), [name, member]]) };
}
