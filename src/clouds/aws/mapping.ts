import type { Resource } from '../../model/resource.js';
import type { Setting } from '../../model/setting.js';
import { itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import type { Codec } from '../values/codec.js';
import { settingOf } from '../values/section.js';
import { termOf } from '../values/terms.js';
import type { Names } from './names.js';
import type { Declared, Template } from './template.js';

/** A template being mapped: its resources by id and type, and what literal names refer to. */
export interface Mapping {
  readonly template: Template;
  readonly reading: Reading;
  readonly byId: ReadonlyMap<string, Declared>;
  readonly names: Names;
  readonly ofType: (...types: readonly string[]) => readonly Declared[];
  readonly pointing: Pointing;
}

/** The resources of a type that point at a resource under a path of properties; a list may point at several. */
export type Pointing = (type: string, path: readonly string[], to: string) => readonly Declared[];

/** What finding a referent needs. */
type Lookup = Pick<Mapping, 'byId' | 'names'>;

/** What every resource of the model says about its declaration. */
export function declarationOf({ id, type, at, whole }: Declared): Resource {
  return { id, type, at, whole };
}

export function property({ properties }: Declared, ...path: readonly string[]): Value | undefined {
  return valueAt(properties.map, ...path);
}

export function setting<T, W>(declared: Declared, path: readonly string[], codec: Codec<T, W>): Setting<T, W> {
  return settingOf(declared.properties, path, codec);
}

/** A setting whose value may well be a reference: that it is no literal is not counted as unresolved. */
export function quietSetting<T, W>(
  { properties }: Declared,
  path: readonly string[],
  codec: Codec<T, W>,
): Setting<T, W> {
  return settingOf({ ...properties, reading: quiet(properties.reading) }, path, codec);
}

export function quiet({ writer }: Reading): Reading {
  return { writer, unresolved: [] };
}

/** The items of a list property; a choice or an unknown value has none. */
export function listed(value: Value | undefined): readonly Value[] {
  return itemsOf(value).filter((item) => item.kind !== 'unknown' && item.kind !== 'choice');
}

export function entriesOf(value: Value | undefined): readonly MapEntry[] {
  return value?.kind === 'map' ? value.entries : [];
}

/** The id of the stack's resource that a value points at, by reference or by its literal name (of a service) or ARN. */
export function referent(mapping: Lookup, value: Value | undefined, service?: string): string | undefined {
  const only = value?.kind === 'choice' ? onlyCase(value) : value;
  const term = termOf(only);
  if (term === undefined) return undefined;
  if (term.to !== undefined) return owner(mapping, term.to);
  const [, inside] = /^\$\{([A-Za-z0-9]+)(?:\.[A-Za-z]+)?\}$/.exec(term.text) ?? [];
  return inside === undefined ? mapping.names.find(term.text, service) : inside;
}

function onlyCase(choice: Extract<Value, { kind: 'choice' }>): Value | undefined {
  const values = choice.cases.flatMap(({ value }) => value ?? []);
  return values.length === 1 ? values[0] : undefined;
}

/** SAM lets `Fn.Alias`, `Fn.Version` and `Table.Stream` stand for what it generates. */
function owner(mapping: Lookup, id: string): string {
  if (mapping.byId.has(id)) return id;
  const [first = id] = id.split('.');
  return mapping.byId.has(first) ? first : id;
}

/** A value's own text when it names something outside the stack. */
export function nameOf(value: Value | undefined): string | undefined {
  return textOf(value) ?? termOf(value)?.text;
}
