import { stepDown } from '../../../model/confidence.js';
import type { Span } from '../../../model/span.js';
import { entryOf, type MapValue, type Value } from '../../../model/value.js';
import { openBudget, type Spend } from '../../cloudformation/budget.js';
import type { Documents } from '../documents.js';
import { mayHoldVariables } from './syntax.js';
import { resolveText, targetOf } from './text.js';

/** What variables of one service mean, and how far their resolution has come. */
export interface Variables {
  readonly documents: Documents;
  /** The configuration as written. */
  readonly root: Value;
  readonly spend: Spend;
  readonly done: Map<Value, Value>;
  /** Texts whose variables are being resolved: to meet one of them again is a cycle. */
  readonly open: Set<Value>;
  /** What texts lead to, as it is written there. */
  readonly followed: Map<Value, Value | 'open'>;
  readonly indexes: Map<MapValue, ReadonlyMap<string, Value>>;
  readonly depth: { value: number };
}

export function openVariables(documents: Documents, root: Value): Variables {
  return {
    documents,
    root,
    spend: openBudget(),
    done: new Map(),
    open: new Set(),
    followed: new Map(),
    indexes: new Map(),
    depth: { value: 0 },
  };
}

/** Values and references that may stand inside each other. */
const deepest = 400;

/** A value with its variables resolved as far as they can be. */
export function resolveVariables(variables: Variables, value: Value): Value {
  const known = variables.done.get(value);
  if (known !== undefined) return known;
  const { depth } = variables;
  if (depth.value >= deepest) return { kind: 'unknown', at: value.at, because: 'nested too deeply' };
  depth.value += 1;
  const resolved = resolveParts(variables, value);
  depth.value -= 1;
  variables.done.set(value, resolved);
  return resolved;
}

function resolveParts(variables: Variables, value: Value): Value {
  if (value.kind === 'scalar') return resolveScalar(variables, value);
  if (value.kind === 'list') {
    const items = value.items.map((item) => resolveVariables(variables, item));
    return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
  }
  if (value.kind !== 'map') return value;
  const entries = value.entries.map((entry) => {
    const inner = resolveVariables(variables, entry.value);
    return inner === entry.value ? entry : { ...entry, value: inner };
  });
  return entries.every((entry, index) => entry === value.entries[index]) ? value : { ...value, entries };
}

function resolveScalar(variables: Variables, value: Extract<Value, { kind: 'scalar' }>): Value {
  if (typeof value.value !== 'string' || !mayHoldVariables(value.value)) return value;
  if (variables.open.has(value)) return cycle(variables, value.at);
  variables.open.add(value);
  const resolved = resolveText(variables, value.value, value);
  variables.open.delete(value);
  return resolved;
}

function cycle({ documents }: Variables, at: Span): Value {
  documents.note(at, 'This variable refers to itself and has no value; remove the circle.', 'unread');
  return { kind: 'unknown', at, because: 'cyclic variable' };
}

/** The value under an address like `custom.stages.dev`. Undefined if it is certainly not there. */
export function lookUp(variables: Variables, start: Value, address: string): Value | undefined {
  const value = find(variables, start, address);
  return value && resolveVariables(variables, value);
}

/**
 * The same as it is written: what lies on the way is not resolved, so that a map may refer to its own parts, also where
 * it stands in another file.
 */
export function find(variables: Variables, start: Value, address: string): Value | undefined {
  let value: Value | undefined = start;
  for (const key of address.split('.').slice(0, 50)) {
    if (value?.kind === 'scalar' && typeof value.value === 'string') value = follow(variables, value);
    if (value === undefined || value.kind === 'unknown' || value.kind === 'choice') return value;
    value = stepInto(variables, value, key);
  }
  return value;
}

/** What a text stands for: where it is nothing but one variable, what that leads to, as it is written there. */
function follow(variables: Variables, text: Value): Value | undefined {
  const { followed, depth } = variables;
  const known = followed.get(text);
  if (known === 'open') return cycle(variables, text.at);
  if (known !== undefined) return known;
  if (depth.value >= deepest) return { kind: 'unknown', at: text.at, because: 'nested too deeply' };
  followed.set(text, 'open');
  depth.value += 1;
  const target = text.kind === 'scalar' ? targetOf(variables, text) : undefined;
  const found = target?.kind === 'scalar' && target !== text ? follow(variables, target) : target;
  depth.value -= 1;
  const meant = found ?? resolveVariables(variables, text);
  followed.set(text, meant);
  return meant;
}

function stepInto(variables: Variables, value: Value, key: string): Value | undefined {
  if (value.kind === 'list') return /^\d{1,6}$/.test(key) ? value.items[Number(key)] : undefined;
  if (value.kind !== 'map') return undefined;
  const found = value.entries.length > manyKeys ? indexOf(variables, value).get(key) : entryOf(value, key)?.value;
  return found === undefined && value.open ? { kind: 'unknown', at: value.at, because: 'open container' } : found;
}

/** Maps with more keys than this are searched by an index. */
const manyKeys = 100;

function indexOf({ indexes }: Variables, map: MapValue): ReadonlyMap<string, Value> {
  const index = indexes.get(map) ?? new Map(map.entries.map(({ key, value }) => [key, value]));
  indexes.set(map, index);
  return index;
}

/** A value that holds by default only: one step less sure, whatever is inside. */
export function byDefault({ spend }: Variables, value: Value): Value {
  if (!spend(value)) return { kind: 'unknown', at: value.at, because: 'too much to resolve' };
  return lessSure(value);
}

function lessSure(value: Value): Value {
  const confidence = value.confidence === undefined ? stepDown('high') : value.confidence;
  if (value.kind === 'list') return { ...value, items: value.items.map(lessSure) };
  if (value.kind !== 'map') return { ...value, confidence };
  return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: lessSure(entry.value) })) };
}
