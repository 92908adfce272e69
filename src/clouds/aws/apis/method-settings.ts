import type { Throttle } from '../../../model/api.js';
import type { Literal } from '../../../model/literal.js';
import { type Setting, unknown } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import { isNull, type MapValue, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Codec, flag, number } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { put, withWrite } from '../../values/writes.js';
import { throttleOf } from './throttle.js';

type Entries = Readonly<Record<string, Literal>>;
const all = { HttpMethod: '*', ResourcePath: '/*' } as const;

/** A setting of `MethodSettings` for all methods of a REST stage; a deployment's description has it without a list. */
export function methodSetting<T, W>(stage: Section, key: string, codec: Codec<T, W>): Setting<T, W> {
  if (valueAt(stage.map, key) !== undefined) return settingOf(stage, [key], codec);
  const written = valueAt(stage.map, 'MethodSettings');
  if (written === undefined || isNull(written)) return settingOf(stage, ['MethodSettings'], wholeList(key, codec));
  const item = itemFor(written, all);
  if (item !== undefined)
    return settingOf({ map: item, at: item.anchor ?? stage.at, reading: stage.reading }, [key], codec);
  if (written.kind !== 'list' || written.open) return unknown(written.at, 'not a plain list');
  return {
    kind: 'absent',
    at: stage.at,
    write: (word) => {
      const literal = codec.write(word);
      return literal === undefined ? undefined : writeMethodSettings(stage, { [key]: literal });
    },
  };
}

/** What is written where there is no list yet. */
function wholeList<T, W>(key: string, codec: Codec<T, W>): Codec<T, W> {
  return {
    read: () => undefined,
    write: (word) => {
      const literal = codec.write(word);
      return literal === undefined ? undefined : [{ ...all, [key]: literal }];
    },
  };
}

/** On if it is on for any methods. */
export function anyMethodFlag(stage: Section, key: string): Setting<boolean> {
  const on = methodsWith(stage, key);
  return on === undefined ? methodSetting(stage, key, flag) : settingOf(on, [key], flag);
}

/** The settings of the first methods for which something is on, and of those the first that lack what should go with it. */
export function methodsWith(stage: Section, key: string, partner?: string): Section | undefined {
  const written = valueAt(stage.map, 'MethodSettings');
  const items = written?.kind === 'list' ? written.items : [];
  const all = items.filter((item) => isOn(valueAt(item, key)));
  const on = all.find((item) => partner !== undefined && isOff(valueAt(item, partner))) ?? all[0];
  return on?.kind === 'map' ? { map: on, at: on.anchor ?? stage.at, reading: stage.reading } : undefined;
}

function isOn(value: Value | undefined): boolean {
  return value !== undefined && flag.read(value) === true;
}

function isOff(value: Value | undefined): boolean {
  return value === undefined || flag.read(value) === false;
}

/** The limit for all methods of a REST stage. */
export function methodThrottle(stage: Section): Setting<Throttle> {
  const rate = methodSetting(stage, 'ThrottlingRateLimit', number);
  const burst = methodSetting(stage, 'ThrottlingBurstLimit', number);
  return withWrite<Throttle, number, Throttle>(
    throttleOf(rate, burst),
    () => (word) => writeMethodSettings(stage, { ThrottlingRateLimit: word.rate, ThrottlingBurstLimit: word.burst }),
  );
}

/** The limit for one method of one path. */
export function routeThrottle(stage: Section, method: string, path: string): Setting<Throttle> | undefined {
  const item = itemFor(valueAt(stage.map, 'MethodSettings'), { HttpMethod: method, ResourcePath: path });
  if (item === undefined) return undefined;
  const section: Section = { map: item, at: stage.at, reading: stage.reading };
  const rate = settingOf(section, ['ThrottlingRateLimit'], number);
  return withWrite<Throttle, number, Throttle>(
    throttleOf(rate, settingOf(section, ['ThrottlingBurstLimit'], number)),
    () => () => undefined,
  );
}

interface Methods {
  readonly HttpMethod: string;
  readonly ResourcePath: string;
}

/** An item that names no method or no path is for all of them. */
function itemFor(list: Value | undefined, { HttpMethod, ResourcePath }: Methods): MapValue | undefined {
  const items = list?.kind === 'list' ? list.items : [];
  return items
    .filter((item) => item.kind === 'map')
    .find(
      (item) =>
        wordOf(item, 'HttpMethod')?.toUpperCase() === HttpMethod &&
        pathText(wordOf(item, 'ResourcePath')) === pathText(ResourcePath),
    );
}

function wordOf(item: MapValue, key: keyof Methods): string | undefined {
  const written = valueAt(item, key);
  return written === undefined && !item.open ? all[key] : textOf(written);
}

/** `~1` stands for a slash, and the leading slash may be missing. */
function pathText(path: string | undefined): string | undefined {
  return path?.replaceAll('~1', '/').replace(/^\/*/, '/');
}

function writeMethodSettings(stage: Section, entries: Entries): readonly Edit[] | undefined {
  const { writer } = stage.reading;
  const written = valueAt(stage.map, 'MethodSettings');
  const item = itemFor(written, all);
  if (item !== undefined) return put(writer, item, entries);
  const list = [{ ...all, ...entries }];
  if (written !== undefined)
    return isNull(written) ? writer.replace(written, list) : writer.append(written, { ...all, ...entries });
  if (stage.map?.kind === 'map') return writer.insert(stage.map, ['MethodSettings'], list);
  const { within } = stage;
  return within && writer.insert(within.map, [...within.path, 'MethodSettings'], list);
}
