import type { Setting } from '../../../model/setting.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Files } from '../../framework.js';
import type { Codec } from '../../reading/codec.js';
import { readJson } from '../../reading/json.js';
import { jsonWriter } from '../../reading/json-writer.js';
import { type Section, settingOf } from '../../reading/section.js';
import type { ReadText } from '../../reading/source.js';
import type { Reading } from '../../reading/writer.js';

/** What `host.json` says for all functions of an app. */
export interface Host {
  readonly section: Section | undefined;
  readonly routePrefix: string;
  readonly read: ReadText | undefined;
}

/** A JSON file as a section of settings, and how to write into it. */
export function jsonSection(
  path: string,
  files: Files,
  unresolved: Reading['unresolved'],
): (Section & { readonly read: ReadText }) | undefined {
  const text = files.read(path);
  if (text === undefined) return undefined;
  const read = readJson({ path, text });
  const map = read.documents?.[0];
  const at = { path, start: 0, end: Math.min(1, text.length) };
  return { map, at, reading: { writer: jsonWriter(read), unresolved }, read };
}

export function readHost(path: string, files: Files, unresolved: Reading['unresolved']): Host {
  const section = jsonSection(path, files, unresolved);
  const prefix =
    textOf(valueAt(section?.map, 'extensions', 'http', 'routePrefix')) ??
    textOf(valueAt(section?.map, 'http', 'routePrefix'));
  return { section, routePrefix: prefix ?? 'api', read: section?.read };
}

const levels: Codec<boolean> = {
  read: (value) => {
    const level = textOf(value)?.toLowerCase();
    return level === undefined ? undefined : level !== 'none';
  },
  write: (on) => (on ? 'Information' : 'None'),
};

/** Whether functions write logs; the default is that they do. */
export function loggingOf({ section }: Host): Setting<boolean> | undefined {
  if (section === undefined) return undefined;
  const level = settingOf(section, ['logging', 'logLevel', 'default'], levels);
  return level.kind === 'known' ? { ...level, write: level.write } : level;
}

const seconds: Codec<number> = {
  read: (value: Value) => {
    const written = textOf(value) ?? '';
    if (written === '-1') return Number.POSITIVE_INFINITY;
    const [, days = '0', hours = '0', minutes = '0', rest = '0'] =
      /^(?:(\d{1,3})\.)?(\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(written) ?? [];
    const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(rest);
    return total > 0 ? total : undefined;
  },
  write: () => undefined,
};

/** How long a function may run, in seconds. */
export function timeoutOf({ section }: Host): Setting<number> | undefined {
  return section && settingOf(section, ['functionTimeout'], seconds);
}
