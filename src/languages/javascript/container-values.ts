import type { ArrayExpression, Node, ObjectExpression } from '@babel/types';
import type { Span } from '../../model/span.js';
import { type MapEntry, textOf, type Value } from '../../model/value.js';
import { type ObjectPart, partsOf } from './literals.js';

/** How parts of a list or an object are read. */
export interface Inside {
  readonly read: (node: Node) => Value;
  readonly spanOf: (node: Node) => Span;
  /** An entry of another object that is spread into this one. */
  readonly spread: (entry: MapEntry) => MapEntry;
}

/** A list; what is spread into it and is not known opens it. */
export function listValue(node: ArrayExpression, { read, spanOf }: Inside): Value {
  const items: Value[] = [];
  let open = false;
  for (const element of node.elements) {
    if (element?.type !== 'SpreadElement') {
      if (element !== null) items.push(read(element));
      continue;
    }
    const spread = read(element.argument);
    if (spread.kind === 'list') for (const item of spread.items) items.push(item);
    open ||= spread.kind !== 'list' || spread.open;
  }
  return { kind: 'list', items, open, at: spanOf(node) };
}

/** A map; the later entry wins, and what is spread into it and is not known opens it. */
export function objectValue(node: ObjectExpression, inside: Inside): Value {
  const entries = new Map<string, MapEntry>();
  let open = false;
  for (const part of partsOf(node)) {
    const found = entriesOf(part, inside);
    open ||= found === undefined || found.open;
    for (const entry of found?.entries ?? []) entries.set(entry.key, entry);
  }
  return { kind: 'map', entries: [...entries.values()], open, at: inside.spanOf(node) };
}

interface Entries {
  readonly entries: readonly MapEntry[];
  readonly open: boolean;
}

/** The entries that one part brings; undefined if they are not known. */
function entriesOf(part: ObjectPart, { read, spanOf, spread }: Inside): Entries | undefined {
  if (part.kind === 'spread') {
    const value = read(part.value);
    return value.kind === 'map' ? { entries: value.entries.map(spread), open: value.open } : undefined;
  }
  const key = part.kind === 'entry' ? part.key : textOf(read(part.keyNode));
  if (key === undefined) return undefined;
  const keyAt = spanOf(part.keyNode);
  const value = read(part.value);
  const isOwn = value.kind === 'map' && value.at.start >= keyAt.end;
  return { entries: [{ key, keyAt, value: isOwn ? { ...value, anchor: keyAt } : value }], open: false };
}
