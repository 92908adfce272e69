import { isAlias, isMap, isNode, isScalar, isSeq, Scalar, type YAMLMap } from 'yaml';
import type { Span } from '../../model/span.js';
import type { MapEntry, Value } from '../../model/value.js';
import { noteDuplicateKey } from '../source.js';
import { readNode } from './nodes.js';
import { placeOf, spanAt, spanOf } from './spans.js';
import type { Walk } from './walk.js';

/** The entries of a map: its own in order, and those of its merge keys that it does not have itself. */
export function entriesOf(walk: Walk, map: YAMLMap): readonly MapEntry[] {
  const own = new Map<string, MapEntry>();
  const merged: unknown[] = [];
  for (const { key, value } of map.items) {
    if (isMergeKey(key)) merged.push(value);
    else addOwn(walk, own, readEntry(walk, key, value));
  }
  if (merged.length === 0) return [...own.values()];
  return [...mergedEntries(walk, merged).filter(({ key }) => !own.has(key)), ...own.values()];
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === Scalar.PLAIN;
}

function addOwn(walk: Walk, own: Map<string, MapEntry>, entry: MapEntry): void {
  const before = own.get(entry.key);
  if (before !== undefined) {
    own.delete(entry.key);
    if (walk.use === undefined) noteDuplicateKey(walk.source, walk.notices, before, entry.keyAt);
  }
  own.set(entry.key, entry);
}

function readEntry(walk: Walk, key: unknown, value: unknown): MapEntry {
  const keySpan = isNode(key) ? spanOf(walk, key) : spanAt(walk, 0, 0);
  const keyAt = placeOf(walk, keySpan).at;
  const read = value === null || value === undefined ? nothing(walk, keySpan) : readNode(walk, value);
  return { key: keyText(walk, key, keySpan), keyAt, value: read.kind === 'map' ? { ...read, anchor: keyAt } : read };
}

function nothing(walk: Walk, keySpan: Span): Value {
  return { kind: 'scalar', value: null, ...placeOf(walk, spanAt(walk, keySpan.end, keySpan.end)) };
}

function keyText(walk: Walk, key: unknown, span: Span): string {
  const named = isAlias(key) ? walk.anchors.get(key.source) : key;
  if (isScalar(named)) {
    if (named.anchor !== undefined && walk.use === undefined) walk.anchors.set(named.anchor, named);
    return typeof named.value === 'string' ? named.value : '';
  }
  return walk.source.text.slice(span.start, Math.min(span.end, span.start + 200));
}

/** Of several merged maps the earlier wins. */
function mergedEntries(walk: Walk, values: readonly unknown[]): readonly MapEntry[] {
  const entries = new Map<string, MapEntry>();
  for (const value of values.flatMap((one) => (isSeq(one) ? one.items : [one]))) {
    for (const entry of mapEntries(walk, value)) if (!entries.has(entry.key)) entries.set(entry.key, entry);
  }
  return [...entries.values()];
}

function mapEntries(walk: Walk, value: unknown): readonly MapEntry[] {
  if (!isAlias(value) && !isMap(value)) return [];
  const read = readNode(walk, value);
  return read.kind === 'map' ? read.entries : [];
}
