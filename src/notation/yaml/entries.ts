import type { Span } from '../../model/span.js';
import type { MapEntry, Value } from '../../model/value.js';
import { noteDuplicateKey } from '../source.js';
import type { YamlMap, YamlNode } from './node.js';
import { readNode } from './nodes.js';
import { placeOf, spanAt, spanOf } from './spans.js';
import type { Walk } from './walk.js';

/** The entries of a map: its own in order, and those of its merge keys that it does not have itself. */
export function entriesOf(walk: Walk, map: YamlMap): readonly MapEntry[] {
  const own = new Map<string, MapEntry>();
  const merged: (YamlNode | undefined)[] = [];
  for (const { key, value } of map.pairs) {
    if (isMergeKey(key)) merged.push(value);
    else addOwn(walk, own, readEntry(walk, key, value));
  }
  if (merged.length === 0) return [...own.values()];
  return [...mergedEntries(walk, merged).filter(({ key }) => !own.has(key)), ...own.values()];
}

function isMergeKey(key: YamlNode | undefined): boolean {
  return key?.kind === 'scalar' && key.value === '<<' && key.plain;
}

function addOwn(walk: Walk, own: Map<string, MapEntry>, entry: MapEntry): void {
  const before = own.get(entry.key);
  if (before !== undefined) {
    own.delete(entry.key);
    if (walk.use === undefined) noteDuplicateKey(walk.source, walk.notices, before, entry.keyAt);
  }
  own.set(entry.key, entry);
}

function readEntry(walk: Walk, key: YamlNode | undefined, value: YamlNode | undefined): MapEntry {
  const keySpan = key === undefined ? spanAt(walk, 0, 0) : spanOf(walk, key);
  const keyAt = placeOf(walk, keySpan).at;
  const read = value === undefined ? nothing(walk, keySpan) : readNode(walk, value);
  return { key: keyText(walk, key, keySpan), keyAt, value: read.kind === 'map' ? { ...read, anchor: keyAt } : read };
}

function nothing(walk: Walk, keySpan: Span): Value {
  return { kind: 'scalar', value: null, ...placeOf(walk, spanAt(walk, keySpan.end, keySpan.end)) };
}

function keyText(walk: Walk, key: YamlNode | undefined, span: Span): string {
  const named = key?.kind === 'alias' ? walk.anchors.get(key.name) : key;
  if (named?.kind === 'scalar') {
    if (named.anchor !== undefined && walk.use === undefined) walk.anchors.set(named.anchor, named);
    return named.value;
  }
  return walk.source.text.slice(span.start, Math.min(span.end, span.start + 200));
}

/** Of several merged maps the earlier wins. */
function mergedEntries(walk: Walk, values: readonly (YamlNode | undefined)[]): readonly MapEntry[] {
  const entries = new Map<string, MapEntry>();
  for (const value of values.flatMap((one) => (one?.kind === 'list' ? one.items : [one]))) {
    for (const entry of mapEntries(walk, value)) if (!entries.has(entry.key)) entries.set(entry.key, entry);
  }
  return [...entries.values()];
}

function mapEntries(walk: Walk, value: YamlNode | undefined): readonly MapEntry[] {
  if (value?.kind !== 'alias' && value?.kind !== 'map') return [];
  const read = readNode(walk, value);
  return read.kind === 'map' ? read.entries : [];
}
