import { type Codec, mapped, number } from '../../../clouds/values/codec.js';
import { type Section, settingOf } from '../../../clouds/values/section.js';
import { firstSaid } from '../../../clouds/values/writes.js';
import type { Files } from '../../../model/files.js';
import type { Setting } from '../../../model/setting.js';
import type { Redrive, WriteRedrive } from '../../../model/store.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { readJson } from '../../../notation/json/json.js';
import { jsonWriter } from '../../../notation/json/writer.js';
import type { ReadText } from '../../../notation/source.js';
import type { Reading } from '../../../notation/writer.js';

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

/** Whether functions write logs; the default is that they do. A level for what functions write goes before the default. */
export function loggingOf({ section }: Host): Setting<boolean> | undefined {
  return (
    section &&
    firstSaid(
      written(settingOf(section, ['logging', 'logLevel', 'Function'], levels)),
      written(settingOf(section, ['logging', 'logLevel', 'default'], levels)),
    )
  );
}

/** A level is turned on by its name: taking it away would leave an empty `logLevel` behind. */
function written(setting: Setting<boolean>): Setting<boolean> {
  if (setting.kind !== 'known') return setting;
  const { remove: _, ...kept } = setting;
  return kept;
}

/** Records a second that sampling lets through on each host, at most. */
export function samplingOf({ section }: Host): Setting<number> | undefined {
  if (section === undefined) return undefined;
  const path = ['logging', 'applicationInsights', 'samplingSettings'];
  const isOff = textOf(valueAt(section.map, ...path, 'isEnabled'))?.toLowerCase() === 'false';
  return isOff ? undefined : settingOf(section, [...path, 'maxTelemetryItemsPerSecond'], number);
}

/** Receives after which a message of a storage queue is put aside; five unless told otherwise. */
export function dequeuesOf({ section }: Host): Setting<Redrive, WriteRedrive> | undefined {
  return (
    section &&
    settingOf(
      section,
      ['extensions', 'queues', 'maxDequeueCount'],
      mapped<number, Redrive, WriteRedrive>(
        number,
        (maximumReceives) => ({ target: 'poison queue', maximumReceives }),
        (redrive) => (redrive === 'new' ? undefined : redrive.maximumReceives),
      ),
    )
  );
}

const hosts: Codec<string> = {
  read: (value) => (/^1\./.test(textOf(value) ?? '') ? 'functions|1' : undefined),
  write: () => undefined,
};

/** `[3.*, 4.0.0)` takes the newest of the third major version. */
const bundles: Codec<string> = {
  read: (value) => {
    const major = /^[[(]?\s{0,9}(\d)\./.exec((textOf(value) ?? '').trimStart())?.[1];
    return major === undefined ? undefined : `extension-bundle|${major}`;
  },
  write: () => undefined,
};

/** The version of the host that an app is written for, or the bundle of extensions that it loads. */
export function hostVersionOf({ section }: Host): Setting<string> | undefined {
  const map = section?.map;
  if (section === undefined || map === undefined) return undefined;
  const host = textOf(valueAt(map, 'version'));
  if (host?.startsWith('1.')) return settingOf(section, ['version'], hosts);
  const bundle = valueAt(map, 'extensionBundle', 'version');
  const isUsual = textOf(valueAt(map, 'extensionBundle', 'id')) === 'Microsoft.Azure.Functions.ExtensionBundle';
  return bundle !== undefined && isUsual ? settingOf(section, ['extensionBundle', 'version'], bundles) : undefined;
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
