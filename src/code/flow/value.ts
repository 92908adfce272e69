import type { Confidence } from '../../model/confidence.js';
import type { Span } from '../../model/span.js';
import type { ClassForm, FunctionForm } from '../form.js';
import type { Danger } from '../tables/danger.js';
import type { State } from './state.js';

/** Where text comes in that somebody else decides: an event, a request, a caught error. */
export interface Origin {
  readonly kind: OriginKind;
  /** As the handler calls it: `event`, `req`. */
  readonly name: string;
  /** Of what is taken out of a store of the cloud. */
  readonly store?: StoreName;
}

/** A store as the program names it; which one it is the stack says. */
export interface StoreName {
  /** The prefix of its service's actions. */
  readonly service: string;
  readonly by: 'text' | 'variable';
  readonly name: string;
}

export type OriginKind =
  | 'event'
  | 'express'
  | 'koa'
  | 'hono'
  | 'fastify'
  | 'azure'
  | 'message'
  | 'cloud event'
  | 'python request'
  /** Whole events of a source that anyone writes to. */
  | 'any event'
  /** Each parameter is a text of the request: parts of its path, fields of a form. */
  | 'texts'
  | 'third party'
  /** Of others only where a function of the stack puts text of an event there. */
  | 'stored'
  | 'error';

/** Text of an origin inside a value. */
export interface Taint {
  readonly origin: Origin;
  /** The way from the origin: names, `[]` for an item. */
  readonly path: readonly string[];
  /** Where it is first read as something that others decide. */
  readonly at: Span;
  readonly steps: readonly Step[];
  readonly confidence: Confidence;
  /** `any`: it may be an object or list as well as a text. */
  readonly shape: 'text' | 'any';
  /** What it can no longer do. */
  readonly harmless: readonly Danger[];
}

/** A place between source and sink: a name that the text is given, a function that it is passed to. */
export interface Step {
  readonly kind: 'name' | 'function';
  readonly name: string;
  readonly at: Span;
}

export interface Closure {
  readonly form: FunctionForm;
  /** The names of the functions around it, as they were when it was made. */
  readonly captured: State | undefined;
  readonly self: Value | undefined;
}

export interface ClassValue {
  readonly form: ClassForm;
  readonly parent: Value | undefined;
  readonly captured: State | undefined;
}

/** What a test tells of texts: those that are fine if it holds, and if it does not. Keys are those of `taintKey`. */
export interface Implied {
  readonly whenTrue: ReadonlyMap<string, Cleared>;
  readonly whenFalse: ReadonlyMap<string, Cleared>;
}

/** How far a check clears a text: for everything, or only of being an object or a name of something else. */
export type Cleared = 'all' | 'shape';

/** What is known of a value. All of it may be left out: nothing is known then. */
export interface Value {
  readonly taints: readonly Taint[];
  readonly fields?: ReadonlyMap<string, Value>;
  /** Of a list, or under keys that are computed. */
  readonly items?: Value;
  /** What it is outside the project: `child_process.exec`, `pg.Pool().query`. */
  readonly symbol?: string;
  readonly closures?: readonly Closure[];
  readonly classes?: readonly ClassValue[];
  /** It is an instance of one of these. */
  readonly instanceOf?: readonly ClassValue[];
  /** A text that is put together: fixed pieces and others, in order. */
  readonly pieces?: readonly (string | Value)[];
  readonly constant?: string | number | boolean | null;
  /** A regular expression. */
  readonly pattern?: string;
  readonly implies?: Implied;
}

export const nothing: Value = { taints: [] };

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
  const identity = `${taintKey(taint)} ${taint.shape} ${taint.harmless.join()}`;
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

/** The same with every taint changed, also inside. */
export function mapTaints(value: Value, change: (taint: Taint) => Taint | undefined, depth = 0): Value {
  const taints = value.taints.flatMap((taint) => change(taint) ?? []);
  if (depth > deepest) return { ...value, taints };
  const inner = (one: Value) => mapTaints(one, change, depth + 1);
  return {
    ...value,
    taints,
    ...(value.fields && { fields: new Map([...value.fields].map(([key, field]) => [key, inner(field)])) }),
    ...(value.items && { items: inner(value.items) }),
    ...(value.pieces && { pieces: value.pieces.map((piece) => (typeof piece === 'string' ? piece : inner(piece))) }),
  };
}
