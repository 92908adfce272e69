import type { Declared } from '../../../../../clouds/aws/template.js';
import type { Span } from '../../../../../model/span.js';
import { entryOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../../../../model/value.js';
import type { Reading } from '../../../../../notation/writer.js';
import { evaluateBody } from '../../../evaluate/bodies.js';
import { statementOf } from '../../../evaluate/policy-documents.js';
import type { Call } from '../../../evaluate/scope.js';
import { mapOf } from '../../../evaluate/values.js';
import { argument, type Fields } from '../../field.js';
import { type Translating, translate } from '../../translation.js';

/** A call of a registry module: its arguments as written, and under the names of the API. */
export interface Called {
  readonly id: string;
  readonly at: Span;
  readonly whole: Span;
  readonly written: MapValue;
  readonly properties: MapValue;
  readonly reading: Reading;
  /** Remembers how the map at a place is written. */
  readonly shape: (at: Span, fields: Fields) => void;
}

/** Reads a call. All that is made from it stands at the call, and is written as its arguments. */
export function calledWith(
  translating: Translating,
  { id, block, scope }: Call,
  fields: Fields,
  reading: Reading,
): Called {
  const written = evaluateBody(block.body, scope, block.headAt);
  const evaluated = { instance: { id, address: id, type: 'module', block, scope }, body: written };
  return {
    id,
    at: block.headAt,
    whole: block.at,
    written,
    properties: translate(translating, evaluated, fields),
    reading,
    shape: (at, inner) => translating.shapes.remember(at, { fields: inner, owner: evaluated }),
  };
}

/** One of the resources that a call makes. */
export function made({ id, at, whole, reading }: Called, suffix: string, type: string, map: MapValue): Declared {
  return {
    id: `${id}${suffix}`,
    type,
    at,
    whole,
    properties: { map, at, reading },
    metadata: undefined,
    condition: undefined,
  };
}

/** The properties of a call, only some of them. */
export function picked({ properties }: Called, ...keys: readonly string[]): MapValue {
  return { ...properties, entries: properties.entries.filter(({ key }) => keys.includes(key)) };
}

export function withEntries(map: MapValue, entries: Readonly<Record<string, Value | undefined>>): MapValue {
  const added = Object.entries(entries).flatMap(([key, value]): readonly MapEntry[] =>
    value === undefined ? [] : [{ key, keyAt: value.at, value }],
  );
  return { ...map, entries: [...map.entries, ...added] };
}

/** A switch of the module: what is said, or its standard. Undefined when it is not known. */
export function isOn({ written }: Called, name: string, standard: boolean): boolean | undefined {
  const value = entryOf(written, name)?.value;
  if (value === undefined) return standard;
  const text = textOf(value);
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

export function argumentOf({ written }: Called, ...path: readonly string[]): Value | undefined {
  const value = valueAt(written, ...path);
  return value?.kind === 'scalar' && value.value === null ? undefined : value;
}

export function referenceTo(to: string, at: Span): Value {
  return { kind: 'reference', to, at };
}

/** The entries of a map of things that a module makes, each a map itself. */
export function things(value: Value | undefined): readonly (MapEntry & { readonly value: MapValue })[] {
  const entries = value?.kind === 'map' ? value.entries : [];
  return entries.flatMap((entry) => (entry.value.kind === 'map' ? [{ ...entry, value: entry.value }] : []));
}

/** The same map under other names, by which it is written too. */
export function renamed({ shape }: Called, map: MapValue, names: Readonly<Record<string, string>>): MapValue {
  shape(map.at, Object.fromEntries(Object.entries(names).map(([name, key]) => [key, argument(name)])));
  const entries = map.entries.flatMap((entry): readonly MapEntry[] => {
    const key = Object.hasOwn(names, entry.key) ? names[entry.key] : undefined;
    return key === undefined ? [] : [{ ...entry, key }];
  });
  return mapOf(entries, map.at, map.open);
}

/** Statements by name, or in a list, as a document. */
export function documentFrom(statements: Value): Value {
  if (statements.kind !== 'map' && statements.kind !== 'list') return statements;
  const written = statements.kind === 'map' ? statements.entries.map(({ value }) => value) : statements.items;
  const items = written.map((value) => (value.kind === 'map' ? statementOf(value) : value));
  const list: Value = { kind: 'list', items, open: statements.open, at: statements.at };
  return mapOf([{ key: 'Statement', keyAt: statements.at, value: list }], statements.at);
}

/** The main version that is asked for; undefined when several may be meant. */
export function majorOf(called: Called): number | undefined {
  const written = argumentOf(called, 'version');
  if (written === undefined) return Number.POSITIVE_INFINITY;
  const [, major] = /^(?:=|~>)?\s{0,9}v?(\d{1,3})(?:\.|$)/.exec((textOf(written) ?? '').trim()) ?? [];
  return major === undefined ? undefined : Number(major);
}

export function listAt(items: readonly Value[], at: Span): Value {
  return { kind: 'list', items, open: false, at };
}
