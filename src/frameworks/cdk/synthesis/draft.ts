import type { Declared } from '../../../clouds/aws/template.js';
import type { Literal } from '../../../model/literal.js';
import type { Edit, Span } from '../../../model/span.js';
import type { MapEntry, MapValue, Value } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';

export type Edits = readonly Edit[] | undefined;

/** One resource of the template that the program would make, while it is put together. */
export interface Draft {
  readonly id: string;
  readonly type: string;
  readonly at: Span;
  readonly whole: Span;
  readonly properties: Branch;
  /** Properties may be set that are not seen. */
  open: boolean;
  readonly insert?: (path: readonly string[], literal: Literal) => Edits;
  metadata?: Value;
  /** Of a role: statements that the CDK adds by itself, which nobody wrote. */
  implied?: readonly Value[];
}

interface Branch {
  readonly entries: Map<string, { readonly keyAt: Span; node: Branch | Value }>;
}

/** What writing needs to know about values that a program's text stands behind. */
export interface Writing {
  readonly replacing: WeakMap<Value, (literal: Literal) => Edits>;
  readonly inserting: WeakMap<Value, (path: readonly string[], literal: Literal) => Edits>;
}

export function newDraft(at: Omit<Draft, 'properties' | 'open'>): Draft {
  return { ...at, properties: { entries: new Map() }, open: false };
}

/** Sets a property under a path. What was there is replaced. */
export function put(draft: Draft, path: readonly string[], value: Value, keyAt: Span = draft.at): void {
  let branch = draft.properties;
  for (const key of path.slice(0, -1)) {
    const existing = branch.entries.get(key)?.node;
    const inner: Branch = existing === undefined || isValue(existing) ? { entries: new Map() } : existing;
    branch.entries.set(key, { keyAt, node: inner });
    branch = inner;
  }
  branch.entries.set(path.at(-1) ?? '', { keyAt, node: value });
}

/** Appends to a list property. */
export function append(draft: Draft, key: string, ...items: readonly Value[]): void {
  const before = draft.properties.entries.get(key)?.node;
  const list = before !== undefined && isValue(before) ? before : undefined;
  if (list !== undefined && list.kind !== 'list') return;
  const all = [...(list?.items ?? []), ...items];
  put(draft, [key], { kind: 'list', items: all, open: list?.open ?? false, at: list?.at ?? draft.at });
}

export function has(draft: Draft, key: string): boolean {
  return draft.properties.entries.has(key);
}

export function isValue(node: Branch | Value): node is Value {
  return 'kind' in node;
}

/** The finished resource. */
export function declare(draft: Draft, reading: Reading, writing: Writing): Declared {
  const map = mapOf(draft, draft.properties, { writing, path: [] });
  return {
    id: draft.id,
    type: draft.type,
    at: draft.at,
    whole: draft.whole,
    properties: { map, at: draft.at, reading },
    metadata: draft.metadata,
    condition: undefined,
    ...(draft.implied && { implied: { kind: 'list', items: draft.implied, open: false, at: draft.at } }),
  };
}

function mapOf(draft: Draft, branch: Branch, into: { writing: Writing; path: readonly string[] }): MapValue {
  const entries: MapEntry[] = [...branch.entries].map(([key, { keyAt, node }]) => ({
    key,
    keyAt,
    value: isValue(node) ? node : mapOf(draft, node, { ...into, path: [...into.path, key] }),
  }));
  const map: MapValue = { kind: 'map', entries, open: draft.open, at: draft.at };
  const { insert } = draft;
  if (insert) into.writing.inserting.set(map, (path, literal) => insert([...into.path, ...path], literal));
  return map;
}
