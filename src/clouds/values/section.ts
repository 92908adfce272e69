import type { Literal } from '../../model/literal.js';
import { absent, type Setting, unknown, type Write } from '../../model/setting.js';
import type { Span } from '../../model/span.js';
import { entryOf, isNull, type MapValue, type Value } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import type { Codec } from './codec.js';

/** A map of settings (a resource's properties) with the line to which absent ones belong. */
export interface Section {
  readonly map: Value | undefined;
  /** The owner's own line. */
  readonly at: Span;
  /** Writes the map itself when there is none yet; usually the owner's map, and the path to this one. */
  readonly within?: { readonly map: MapValue; readonly path: readonly string[] };
  readonly reading: Reading;
}

/**
 * The setting under a path of keys. Absent only if every container on the way is known whole; anything that is not
 * understood is unknown and counted.
 */
export function settingOf<T, W>(section: Section, path: readonly string[], codec: Codec<T, W>): Setting<T, W> {
  if (section.map === undefined || isNull(section.map)) return absentIn(section, path, codec);
  return descend(section, section.map, path, codec);
}

const nothing: readonly string[] = [];

function descend<T, W>(section: Section, value: Value, path: readonly string[], codec: Codec<T, W>): Setting<T, W> {
  const key = path[0];
  if (value.kind === 'choice') return chosen(section, value, path, codec);
  if (key === undefined) return readValue(section, value, codec);
  const rest = path.length === 1 ? nothing : path.slice(1);
  if (value.kind === 'scalar' && value.value === null) return { ...absent<W>(section.at) };
  if (value.kind !== 'map') return unresolved(section, value, 'not a plain map');
  const entry = entryOf(value, key);
  if (entry === undefined && value.open) return unresolved(section, { ...value, at: section.at }, 'open container');
  if (entry === undefined) return absentAt(section, writeInto(section, value, path, codec));
  if (isNull(entry.value)) return absentAt({ at: entry.keyAt }, rewrite(section, entry.value, codec, rest));
  const setting = descend(section, entry.value, rest, codec);
  if (rest.length > 0 || setting.kind !== 'known') return setting;
  return { ...setting, remove: () => section.reading.writer.remove(value, key) };
}

function readValue<T, W>(section: Section, value: Value, codec: Codec<T, W>): Setting<T, W> {
  const read = codec.read(value);
  if (read === undefined) return unresolved(section, value, isReference(value) ? 'reference' : 'not understood');
  const { at, origin, confidence = 'high' } = value;
  const write = rewrite(section, value, codec, []);
  return { kind: 'known', value: read, at, ...(origin && { origin }), confidence, write };
}

/** What the deployment puts together or looks up. */
function isReference({ kind }: Value): boolean {
  return kind === 'reference' || kind === 'pattern';
}

function unresolved(section: Section, value: Value, otherwise: string) {
  const because = value.kind === 'unknown' ? value.because : otherwise;
  section.reading.unresolved.push({ at: value.at, because });
  return unknown(value.at, because);
}

function chosen<T, W>(
  section: Section,
  choice: Extract<Value, { kind: 'choice' }>,
  path: readonly string[],
  codec: Codec<T, W>,
): Setting<T, W> {
  const cases = choice.cases.map(({ label, value }) => ({
    label,
    setting: value === undefined || isNull(value) ? absent<W>(choice.at) : descend(section, value, path, codec),
  }));
  return { kind: 'choice', at: choice.at, among: choice.among, cases };
}

function absentIn<T, W>(section: Section, path: readonly string[], codec: Codec<T, W>): Setting<T, W> {
  const { within } = section;
  if (within === undefined) return absent(section.at);
  return absentAt(section, writeInto(section, within.map, [...within.path, ...path], codec));
}

function absentAt<W>({ at }: Pick<Section, 'at'>, write: Write<W>): Setting<never, W> {
  return { kind: 'absent', at, write };
}

function writeInto<T, W>(section: Section, map: MapValue, path: readonly string[], codec: Codec<T, W>): Write<W> {
  return (word) => written(codec.write(word), (literal) => section.reading.writer.insert(map, path, literal));
}

function rewrite<T, W>(section: Section, value: Value, codec: Codec<T, W>, path: readonly string[]): Write<W> {
  return (word) => written(codec.write(word), (literal) => section.reading.writer.replace(value, nest(path, literal)));
}

function nest(path: readonly string[], literal: Literal): Literal {
  return path.reduceRight<Literal>((inner, key) => ({ [key]: inner }), literal);
}

function written<R>(literal: Literal | undefined, write: (literal: Literal) => R | undefined): R | undefined {
  return literal === undefined ? undefined : write(literal);
}

/** A part of a section, under a path of keys, for reading several settings of it. */
export function sectionAt(section: Section, ...path: readonly string[]): Section {
  let map = section.map;
  for (const key of path) map = step(map, key);
  const { at, reading } = section;
  if (section.map?.kind === 'map') return { map, at, reading, within: { map: section.map, path } };
  const { within } = section;
  if (section.map !== undefined || within === undefined) return { map, at, reading };
  return { map, at, reading, within: { map: within.map, path: [...within.path, ...path] } };
}

function step(value: Value | undefined, key: string): Value | undefined {
  if (value === undefined || isNull(value)) return undefined;
  if (value.kind === 'choice') {
    return { ...value, cases: value.cases.map((option) => ({ ...option, value: step(option.value, key) })) };
  }
  if (value.kind !== 'map') return { kind: 'unknown', at: value.at, because: 'not a plain map' };
  const found = entryOf(value, key)?.value;
  return found === undefined && value.open ? { kind: 'unknown', at: value.at, because: 'open container' } : found;
}
