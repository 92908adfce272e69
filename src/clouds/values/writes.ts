import type { Literal } from '../../model/literal.js';
import { isUnsaid, type Setting, type Write } from '../../model/setting.js';
import type { Edit } from '../../model/span.js';
import { entryOf, type MapValue } from '../../model/value.js';
import type { Writer } from '../../notation/writer.js';

/** The same setting, written another way. */
export function withWrite<T, A, B>(setting: Setting<T, A>, wrap: (write: Write<A>) => Write<B>): Setting<T, B> {
  switch (setting.kind) {
    case 'known':
    case 'absent':
      return { ...setting, write: wrap(setting.write) };
    case 'none':
    case 'unknown':
      return setting;
    case 'choice':
      return {
        ...setting,
        cases: setting.cases.map(({ label, setting: inner }) => ({ label, setting: withWrite(inner, wrap) })),
      };
  }
}

/** The same setting read as another word. What has no such word is unknown. */
export function mapSetting<A, B, W>(setting: Setting<A, W>, read: (value: A) => B | undefined): Setting<B, W> {
  switch (setting.kind) {
    case 'known': {
      const value = read(setting.value);
      if (value !== undefined) return { ...setting, value };
      return { kind: 'unknown', at: setting.at, because: 'not understood' };
    }
    case 'none':
    case 'absent':
    case 'unknown':
      return setting;
    case 'choice':
      return {
        ...setting,
        cases: setting.cases.map(({ label, setting: inner }) => ({ label, setting: mapSetting(inner, read) })),
      };
  }
}

/** A setting that only one place can write: nothing is offered. */
export function unwritable<T, A, B>(setting: Setting<T, A>): Setting<T, B> {
  return withWrite<T, A, B>(setting, () => () => undefined);
}

/** The first that is said at all; if none is, the first. */
export function firstSaid<T, W>(first: Setting<T, W>, ...others: readonly Setting<T, W>[]): Setting<T, W> {
  return [first, ...others].find((setting) => !isUnsaid(setting)) ?? first;
}

/** All of several groups of edits, or none when one of them cannot be written. */
export function together(...groups: readonly (readonly Edit[] | undefined)[]): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const group of groups) {
    if (group === undefined) return undefined;
    edits.push(...group);
  }
  return edits;
}

/** Entries of a map, whether they are there or not. */
export function put(
  writer: Writer,
  map: MapValue,
  entries: Readonly<Record<string, Literal>>,
): readonly Edit[] | undefined {
  const written = Object.entries(entries).map(([key, literal]) => {
    const existing = entryOf(map, key)?.value;
    return existing === undefined ? writer.insert(map, [key], literal) : writer.replace(existing, literal);
  });
  return together(...written);
}
