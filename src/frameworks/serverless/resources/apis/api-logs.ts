import { flag, text, words } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import { unwritable, withWrite } from '../../../../clouds/values/writes.js';
import type { Api } from '../../../../model/api.js';
import type { Literal } from '../../../../model/literal.js';
import { absent, fixed, none, type Setting } from '../../../../model/setting.js';
import type { Edit, Span } from '../../../../model/span.js';
import { entryOf, type Value, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import type { EntryPointKind } from './route-auth.js';

type Logs = Pick<Api, 'accessLog' | 'accessLogFormat' | 'executionLog' | 'dataTrace'>;

/** The APIs' sections of `provider.logs`. */
export const logKeys: Readonly<Record<EntryPointKind, string>> = {
  rest: 'restApi',
  http: 'httpApi',
  websocket: 'websocket',
};
const careful = { accessLogging: true, executionLogging: true, level: 'ERROR', fullExecutionData: false };
const level = words({ INFO: 'info', ERROR: 'error' } as const);

/** What `provider.logs` says about one kind of API: nothing, `true`, or a map. */
export function apiLogs(service: Service, kind: EntryPointKind, at: Span): Logs {
  const key = logKeys[kind];
  const entry = entryOf(valueAt(service.provider.map, 'logs'), key);
  const section = { ...service.provider, at };
  const whole = settingOf(section, ['logs', key], { read: readWhole, write: (word: Literal) => word });
  const write = (): readonly Edit[] | undefined =>
    service.reading.writer.insert(service.root, ['provider', 'logs', key], kind === 'http' ? true : careful);
  if (whole.kind === 'absent') return silent(kind, at, write);
  if (whole.kind !== 'known') {
    return {
      accessLog: unwritable(unknownLike(whole)),
      accessLogFormat: unknownLike(whole),
      executionLog: unknownLike(whole),
      dataTrace: unknownLike(whole),
    };
  }
  if (whole.value === 'off') return silent(kind, whole.at, () => undefined);
  return detailed(service, { kind, key, at: entry?.keyAt ?? whole.at, value: entry?.value });
}

function readWhole(value: Value): 'on' | 'off' | 'map' | undefined {
  if (value.kind === 'map') return 'map';
  const on = flag.read(value);
  return on === undefined ? undefined : on ? 'on' : 'off';
}

function unknownLike<T>(setting: Setting<unknown, never>): Setting<T> {
  return { kind: 'unknown', at: setting.at, because: setting.kind === 'unknown' ? setting.because : 'choice' };
}

function silent(kind: EntryPointKind, at: Span, write: () => readonly Edit[] | undefined): Logs {
  return {
    accessLog: { kind: 'absent', at, write },
    accessLogFormat: absent(at),
    executionLog: kind === 'http' ? none(at) : { kind: 'absent', at, write },
    dataTrace: kind === 'http' ? none(at) : absent(at),
  };
}

interface Detail {
  readonly kind: EntryPointKind;
  readonly key: string;
  readonly at: Span;
  readonly value: Value | undefined;
}

/** What is not said is on: access log, execution log, and whole requests and responses in it. */
function detailed(service: Service, { kind, key, at, value }: Detail): Logs {
  const { reading } = service;
  const section = { map: value?.kind === 'map' ? value : undefined, at, reading };
  const access = settingOf(section, ['accessLogging'], flag);
  const execution = settingOf(section, ['executionLogging'], flag);
  const full = settingOf(section, ['fullExecutionData'], flag);
  const written = settingOf(section, ['level'], level);
  const isSilent = execution.kind === 'known' && !execution.value;
  const write = (on: boolean) => writeFull(service, value, on);
  const traced: Setting<boolean> =
    full.kind === 'absent' ? { kind: 'known', value: true, at, confidence: 'high', write } : full;
  return {
    accessLog: isOff(access)
      ? withWrite<string, 'new', 'new'>({ kind: 'absent', at: access.at, write: () => undefined }, (none) => none)
      : fixed(`provider.logs.${key}`, at),
    accessLogFormat: isOff(access) ? absent(at) : settingOf(section, ['format'], text),
    executionLog: kind === 'http' ? none(at) : executionOf(execution, written, at),
    dataTrace: kind === 'http' ? none(at) : isSilent || execution.kind === 'unknown' ? absent(at) : traced,
  };
}

function executionOf(execution: Setting<boolean>, written: Setting<'info' | 'error'>, at: Span): Api['executionLog'] {
  if (execution.kind === 'unknown') return execution;
  if (isOff(execution))
    return { kind: 'known', value: 'off', at: execution.at, confidence: 'high', write: () => undefined };
  return written.kind === 'known' ? fixed(written.value, written.at) : fixed('info', at);
}

function isOff(setting: Setting<boolean>): boolean {
  return setting.kind === 'known' && !setting.value;
}

function writeFull({ reading }: Service, value: Value | undefined, on: boolean): readonly Edit[] | undefined {
  if (value?.kind === 'map') return reading.writer.insert(value, ['fullExecutionData'], on);
  return value === undefined ? undefined : reading.writer.replace(value, { fullExecutionData: on });
}
