import { flag } from '../../../../clouds/values/codec.js';
import { termOf } from '../../../../clouds/values/terms.js';
import { absent, type Setting } from '../../../../model/setting.js';
import type { Alarm } from '../../../../model/store.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, same, setting } from '../cloud.js';
import { block, blocks } from '../field.js';

const condition = same('filter', 'query');

/** What tells people of metrics that go astray. */
export const alertType = 'google_monitoring_alert_policy';

const fields = {
  ...same('enabled', 'notification_channels'),
  conditions: blocks('conditions', {
    condition_threshold: block('condition_threshold', condition),
    condition_absent: block('condition_absent', condition),
    condition_matched_log: block('condition_matched_log', condition),
    condition_prometheus_query_language: block('condition_prometheus_query_language', condition),
  }),
};

export function googleAlarms(mapping: Mapping): readonly Alarm[] {
  return declaredOf(mapping, { [alertType]: fields }).map((declared) => {
    const filters = itemsOf(property(declared, 'conditions')).flatMap(filtersIn);
    const watches = filters.flatMap((filter) => termOf(filter)?.to ?? []);
    const metric = filters.map((filter) => /metric\.type\s*=\s*"([^"]+)"/.exec(textOf(filter) ?? '')?.[1]);
    return {
      ...declarationOf(declared),
      kind: 'alarm',
      metric: metric.find((one) => one !== undefined),
      namespace: undefined,
      watches: [...new Set(watches)],
      everything: false,
      actions: actionsOf(declared),
    };
  });
}

function filtersIn(condition: Value): readonly Value[] {
  if (condition.kind !== 'map') return [];
  return condition.entries.flatMap(({ value }) => valueAt(value, 'filter') ?? valueAt(value, 'query') ?? []);
}

function actionsOf(declared: Declared): Setting<boolean> {
  const enabled = setting(declared, ['enabled'], flag);
  if (enabled.kind !== 'absent') return enabled;
  const channels = property(declared, 'notification_channels');
  if (channels?.kind !== 'list' || channels.open || channels.items.length > 0) return absent(declared.at);
  return { kind: 'known', value: false, at: channels.at, confidence: 'high', write: () => undefined };
}
