import { throttleOf } from '../../../../clouds/aws/apis/throttle.js';
import { number } from '../../../../clouds/values/codec.js';
import { type Section, settingOf } from '../../../../clouds/values/section.js';
import { firstSaid, mapSetting, put, unwritable, withWrite } from '../../../../clouds/values/writes.js';
import type { Api, ClientLimit, Throttle } from '../../../../model/api.js';
import type { Setting } from '../../../../model/setting.js';
import type { Span } from '../../../../model/span.js';
import { type Value, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import { ofRestApi } from '../../service/settings.js';
import type { EntryPointKind } from './route-auth.js';

/** What the stages that the framework makes are called. */
export const stages: Readonly<Record<EntryPointKind, string>> = {
  rest: 'ApiGatewayStage',
  http: 'HttpApiStage',
  websocket: 'WebsocketsDeploymentStage',
};

/** The limit of an API: by plugin or usage plan for REST, by an extension of the stage for the others. */
export function apiThrottle(service: Service, kind: EntryPointKind, at: Span): Api['throttle'] {
  if (kind !== 'rest') return stageThrottle(service, stages[kind], at);
  const custom: Section = { map: service.custom, at, reading: service.reading };
  const plans = plansOf(service).map((map) =>
    limitOf({ ...service.provider, at, map }, ['throttle'], ['rateLimit', 'burstLimit']),
  );
  const plugged = limitOf(custom, ['apiGatewayThrottling'], ['maxRequestsPerSecond', 'maxConcurrentRequests']);
  return silent(firstSaid(plugged, ...plans));
}

/** What the usage plans of the provider let each client do. */
export function clientLimits(service: Service, at: Span): readonly ClientLimit[] {
  return plansOf(service).map((map) => {
    const section = { ...service.provider, at: map.at, map };
    const quota = mapSetting(settingOf(section, ['quota', 'limit'], number), (limit) => limit > 0);
    const throttle = silent(limitOf(section, ['throttle'], ['rateLimit', 'burstLimit']));
    return { at, throttle, quota: unwritable(quota) };
  });
}

/** One usage plan, or a list of plans by their names. */
function plansOf(service: Service): readonly Value[] {
  const written = ofRestApi(service, 'usagePlan');
  if (written?.kind !== 'list') return written === undefined ? [] : [written];
  return written.items.flatMap((item) => (item.kind === 'map' ? item.entries.map(({ value }) => value) : [item]));
}

function limitOf(section: Section, path: readonly string[], [rate, burst]: readonly [string, string]) {
  return throttleOf(settingOf(section, [...path, rate], number), settingOf(section, [...path, burst], number));
}

function silent(setting: Setting<Throttle, number>): Setting<Throttle> {
  return withWrite<Throttle, number, Throttle>(setting, () => () => undefined);
}

function stageThrottle({ root, reading }: Service, stage: string, at: Span): Api['throttle'] {
  const path = ['extensions', stage, 'Properties', 'DefaultRouteSettings'];
  const section: Section = { map: valueAt(root, 'resources'), at, reading };
  if (section.map?.kind === 'list') return { kind: 'absent', at, write: () => undefined };
  const read = limitOf(section, path, ['ThrottlingRateLimit', 'ThrottlingBurstLimit']);
  return withWrite<Throttle, number, Throttle>(read, () => ({ rate, burst }) => {
    const limit = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst };
    const existing = valueAt(section.map, ...path);
    if (existing?.kind === 'map') return put(reading.writer, existing, limit);
    return existing === undefined ? reading.writer.insert(root, ['resources', ...path], limit) : undefined;
  });
}
