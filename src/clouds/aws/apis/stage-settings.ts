import type { Api } from '../../../model/api.js';
import type { Literal } from '../../../model/literal.js';
import { none, type Setting, unknown } from '../../../model/setting.js';
import { flag, target, text, words } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { together, withWrite } from '../../values/writes.js';
import type { Mapping } from '../mapping.js';
import type { ApiSource } from './api-source.js';
import { anyMethodFlag, methodSetting, methodsWith, methodThrottle } from './method-settings.js';
import { routeSettingsThrottle } from './route-settings.js';

export type StageSettings = Pick<Api, 'throttle' | 'accessLog' | 'executionLog' | 'dataTrace' | 'tracing' | 'caching'> &
  Required<Pick<Api, 'accessLogFormat'>>;

const level = words({ OFF: 'off', ERROR: 'error', INFO: 'info' } as const);

/** The settings of an API's stages: of several stages the one that lacks a setting speaks. */
export function stageSettings(mapping: Mapping, source: ApiSource): StageSettings {
  const read = source.stages.map((stage) =>
    source.kind === 'rest' ? restStage(mapping, source, stage) : httpStage(mapping, source, stage),
  );
  const { at } = source.resource;
  const [first = unknownStage(at), ...others] = read;
  return others.reduce(weakerStage, first);
}

function unknownStage(at: Section['at']): StageSettings {
  const elsewhere = unknown(at, 'stage elsewhere');
  return {
    throttle: elsewhere,
    accessLog: elsewhere,
    accessLogFormat: elsewhere,
    executionLog: elsewhere,
    dataTrace: elsewhere,
    tracing: elsewhere,
    caching: undefined,
  };
}

function restStage(mapping: Mapping, source: ApiSource, stage: Section): StageSettings {
  return {
    throttle: methodThrottle(stage),
    accessLog: accessLogOf(mapping, source, stage),
    accessLogFormat: settingOf(stage, ['AccessLogSetting', 'Format'], text),
    executionLog: methodSetting(stage, 'LoggingLevel', level),
    dataTrace: anyMethodFlag(stage, 'DataTraceEnabled'),
    tracing: settingOf(stage, ['TracingEnabled'], flag),
    caching: cachingOf(stage),
  };
}

/** Of the whole stage, or of the first methods that turn it on for themselves, in the clear if any do. */
function cachingOf(stage: Section): StageSettings['caching'] {
  const cluster = settingOf(stage, ['CacheClusterEnabled'], flag);
  const enabled = cluster.kind === 'absent' ? methodSetting(stage, 'CachingEnabled', flag) : cluster;
  const isSaid = enabled.kind === 'known' || enabled.kind === 'choice';
  const own = isSaid ? undefined : methodsWith(stage, 'CachingEnabled', 'CacheDataEncrypted');
  if (own === undefined) return { enabled, encrypted: methodSetting(stage, 'CacheDataEncrypted', flag) };
  return { enabled: settingOf(own, ['CachingEnabled'], flag), encrypted: settingOf(own, ['CacheDataEncrypted'], flag) };
}

/** HTTP APIs have neither execution logs nor traces of their own; WebSocket APIs have the former. */
function httpStage(mapping: Mapping, source: ApiSource, stage: Section): StageSettings {
  const { at } = source.resource;
  const isSocket = source.kind === 'websocket';
  return {
    throttle: routeSettingsThrottle(stage, ['DefaultRouteSettings']),
    accessLog: accessLogOf(mapping, source, stage),
    accessLogFormat: settingOf(stage, ['AccessLogSettings', 'Format'], text),
    executionLog: isSocket ? settingOf(stage, ['DefaultRouteSettings', 'LoggingLevel'], level) : none(at),
    dataTrace: settingOf(stage, ['DefaultRouteSettings', 'DataTraceEnabled'], flag),
    tracing: none(at),
    caching: undefined,
  };
}

const formats = {
  rest: '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","method":"$context.httpMethod","path":"$context.resourcePath","status":"$context.status"}',
  http: '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","method":"$context.httpMethod","path":"$context.routeKey","status":"$context.status"}',
  websocket:
    '{"requestId":"$context.requestId","ip":"$context.identity.sourceIp","event":"$context.eventType","path":"$context.routeKey","status":"$context.status"}',
};
const logRetention = 90;

function accessLogOf(mapping: Mapping, source: ApiSource, stage: Section): Setting<string, 'new'> {
  const key = source.kind === 'rest' ? 'AccessLogSetting' : 'AccessLogSettings';
  const read = settingOf(stage, [key, 'DestinationArn'], target);
  const id = `${source.resource.id}AccessLogs`;
  return withWrite<string, Literal, 'new'>(read, () => () => {
    const setting = settingOf(stage, [key], { read: () => undefined, write: (word: Literal) => word });
    if (setting.kind !== 'absent' || mapping.byId.has(id)) return undefined;
    const group = { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: logRetention } };
    const log = { DestinationArn: { refersTo: id, attribute: 'arn' }, Format: formats[source.kind] };
    return together(mapping.template.declare(id, group, source.resource.id), setting.write(log));
  });
}

function weakerStage(a: StageSettings, b: StageSettings): StageSettings {
  return {
    throttle: lacking(a.throttle, b.throttle),
    accessLog: lacking(a.accessLog, b.accessLog),
    accessLogFormat: a.accessLogFormat.kind === 'absent' ? b.accessLogFormat : a.accessLogFormat,
    executionLog: lacking(a.executionLog, b.executionLog),
    dataTrace: isKnown(b.dataTrace, true) ? b.dataTrace : a.dataTrace,
    tracing: isKnown(b.tracing, false) ? b.tracing : lacking(a.tracing, b.tracing),
    caching: a.caching ?? b.caching,
  };
}

function lacking<T, W>(a: Setting<T, W>, b: Setting<T, W>): Setting<T, W> {
  return a.kind !== 'absent' && b.kind === 'absent' ? b : a;
}

function isKnown(setting: Setting<boolean>, value: boolean): boolean {
  return setting.kind === 'known' && setting.value === value;
}
