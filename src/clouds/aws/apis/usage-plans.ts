import type { ClientLimit, Throttle } from '../../../model/api.js';
import { groupBy } from '../../../model/grouping.js';
import type { Setting } from '../../../model/setting.js';
import { textOf, valueAt } from '../../../model/value.js';
import { mapped, number } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { withWrite } from '../../values/writes.js';
import { listed, type Mapping, property, referent } from '../mapping.js';
import type { Declared } from '../template.js';
import type { ApiSource } from './api-source.js';
import { throttleOf } from './throttle.js';

/** The usage plans of a stack by the APIs that they cover. */
export type UsagePlans = ReadonlyMap<string, readonly Declared[]>;

export function usagePlansOf(mapping: Mapping): UsagePlans {
  return groupBy(mapping.ofType('AWS::ApiGateway::UsagePlan'), (plan) => {
    const apis = listed(property(plan, 'ApiStages')).map((stage) => referent(mapping, valueAt(stage, 'ApiId')));
    return new Set(apis.flatMap((api) => api ?? []));
  });
}

/** The limit of a usage plan that covers the API, if it has one. */
export function usagePlanThrottle(declared: UsagePlans, source: ApiSource): Setting<Throttle> | undefined {
  const covering = declared.get(source.resource.id) ?? [];
  const plans = [...covering.map(({ properties }) => limitOf(properties, ['Throttle'])), ...samPlan(source)];
  return plans.find((throttle) => throttle.kind !== 'absent');
}

/** What usage plans that cover a REST API let each client do. */
export function clientLimitsOf(declared: UsagePlans, source: ApiSource): readonly ClientLimit[] | undefined {
  if (source.kind !== 'rest') return undefined;
  const covering = (declared.get(source.resource.id) ?? []).map(({ properties }) => clientLimitOf(properties, []));
  return isPlanned(source) ? [...covering, clientLimitOf(source.own, ['Auth', 'UsagePlan'])] : covering;
}

function clientLimitOf(section: Section, path: readonly string[]): ClientLimit {
  const throttle = limitOf(section, [...path, 'Throttle']);
  return { at: section.at, throttle, quota: settingOf(section, [...path, 'Quota', 'Limit'], positive) };
}

const positive = mapped(
  number,
  (limit) => limit > 0,
  () => undefined,
);

function isPlanned({ own }: ApiSource): boolean {
  const created = textOf(valueAt(own.map, 'Auth', 'UsagePlan', 'CreateUsagePlan'));
  return created === 'PER_API' || created === 'SHARED';
}

function samPlan(source: ApiSource): readonly Setting<Throttle>[] {
  return isPlanned(source) ? [limitOf(source.own, ['Auth', 'UsagePlan', 'Throttle'])] : [];
}

function limitOf(section: Section, path: readonly string[]): Setting<Throttle> {
  const rate = settingOf(section, [...path, 'RateLimit'], number);
  const burst = settingOf(section, [...path, 'BurstLimit'], number);
  return withWrite<Throttle, number, Throttle>(throttleOf(rate, burst), () => () => undefined);
}
