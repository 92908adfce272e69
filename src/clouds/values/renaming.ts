import type { Literal } from '../../model/literal.js';
import { entryOf, type MapEntry, type MapValue, type Value } from '../../model/value.js';
import type { Writer } from '../../notation/writer.js';
import type { Section } from './section.js';

/** Where a notation says what a property of the cloud's API says, and in what other words. */
export interface Renamed {
  readonly key: string;
  /** The API's value for the notation's. */
  readonly read?: (value: Value) => Value;
  /** The notation's word for the API's; undefined if it has none. */
  readonly write?: (literal: Literal) => Literal | undefined;
}

/** A notation's keys by the paths that the cloud's API has for them, its steps parted by dots. */
export type Renaming = Readonly<Record<string, Renamed>>;

/** The notation's words for some of the API's, both ways. */
export function wordsFor(words: Readonly<Record<string, string>>): Pick<Renamed, 'read' | 'write'> {
  return {
    read: (value) => {
      const word = value.kind === 'scalar' ? words[String(value.value)] : undefined;
      return value.kind === 'scalar' && word !== undefined ? { ...value, value: word } : value;
    },
    write: (literal) => Object.entries(words).find(([, word]) => word === literal)?.[0],
  };
}

/** A section of a notation as the cloud's API has it. It is written under the notation's own names. */
export function renamed(section: Section, renaming: Renaming): Section {
  const { map, at, reading } = section;
  if (map !== undefined && map.kind !== 'map') {
    return { ...section, map: { kind: 'unknown', at: map.at, because: 'not a plain map' } };
  }
  const made: Made = { paths: new Map(), values: new Map() };
  const root = mapUnder('', { section, renaming, made });
  return { map: root, at, reading: { ...reading, writer: writerFor(section, renaming, made) } };
}

/** The maps and values that were made, with what they were made of. */
interface Made {
  readonly paths: Map<MapValue, string>;
  readonly values: Map<Value, { readonly from: Value; readonly renamed: Renamed }>;
}

interface Making {
  readonly section: Section;
  readonly renaming: Renaming;
  readonly made: Made;
}

function mapUnder(prefix: string, making: Making): MapValue {
  const { section, renaming, made } = making;
  const source = section.map?.kind === 'map' ? section.map : undefined;
  const within = Object.keys(renaming).filter((path) => path.startsWith(prefix));
  const keys = new Set(within.map((path) => path.slice(prefix.length).split('.')[0] ?? ''));
  const entries = [...keys].flatMap((key): readonly MapEntry[] => {
    const own = renaming[prefix + key];
    if (own !== undefined) return entryFor(key, own, making);
    const inner = mapUnder(`${prefix}${key}.`, making);
    return inner.entries.length === 0 ? [] : [{ key, keyAt: inner.at, value: inner }];
  });
  const map: MapValue = { kind: 'map', entries, open: source?.open ?? false, at: source?.at ?? section.at };
  made.paths.set(map, prefix);
  return map;
}

function entryFor(key: string, own: Renamed, { section, made }: Making): readonly MapEntry[] {
  const found = entryOf(section.map, own.key);
  if (found === undefined) return [];
  const value = own.read?.(found.value) ?? found.value;
  made.values.set(value, { from: found.value, renamed: own });
  return [{ key, keyAt: found.keyAt, value }];
}

function writerFor({ map, within, reading }: Section, renaming: Renaming, { paths, values }: Made): Writer {
  const { writer } = reading;
  const named = (to: MapValue, path: readonly string[]): Renamed | undefined => {
    const prefix = paths.get(to);
    return prefix === undefined ? undefined : renaming[prefix + path.join('.')];
  };
  return {
    ...writer,
    replace: (value, literal) => {
      const found = values.get(value);
      if (found === undefined) return writer.replace(value, literal);
      const written = wordOf(found.renamed, literal);
      return written === undefined ? undefined : writer.replace(found.from, written);
    },
    insert: (to, path, literal) => {
      if (!paths.has(to)) return writer.insert(to, path, literal);
      const own = named(to, path);
      const written = own && wordOf(own, literal);
      if (own === undefined || written === undefined) return undefined;
      if (map?.kind === 'map') return writer.insert(map, [own.key], written);
      return within && writer.insert(within.map, [...within.path, own.key], written);
    },
    remove: (from, key) => {
      if (!paths.has(from)) return writer.remove(from, key);
      const own = named(from, [key]);
      return own === undefined || map?.kind !== 'map' ? undefined : writer.remove(map, own.key);
    },
  };
}

function wordOf({ write }: Renamed, literal: Literal): Literal | undefined {
  return write === undefined ? literal : write(literal);
}
