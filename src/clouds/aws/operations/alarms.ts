import { fixed, type Setting } from '../../../model/setting.js';
import type { Alarm } from '../../../model/store.js';
import { type Value, valueAt } from '../../../model/value.js';
import { type Codec, flag } from '../../values/codec.js';
import { declarationOf, listed, type Mapping, nameOf, property, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/** CloudWatch alarms and what they watch. */
export function mapAlarms(mapping: Mapping): readonly Alarm[] {
  return mapping.ofType('AWS::CloudWatch::Alarm').map((declared) => {
    const metrics = metricsOf(declared);
    const dimensions = metrics.flatMap((metric) => listed(valueAt(metric, 'Dimensions')));
    const [first] = metrics;
    return {
      ...declarationOf(declared),
      kind: 'alarm',
      metric: nameOf(valueAt(first, 'MetricName')),
      namespace: nameOf(valueAt(first, 'Namespace')),
      watches: dimensions.flatMap((dimension) => referent(mapping, valueAt(dimension, 'Value')) ?? []),
      everything: dimensions.length === 0,
      actions: actionsOf(declared),
    };
  });
}

/** An alarm names one metric, or several inside expressions. */
function metricsOf(declared: Declared): readonly (Value | undefined)[] {
  const inside = listed(property(declared, 'Metrics')).flatMap((query) => valueAt(query, 'MetricStat', 'Metric') ?? []);
  return property(declared, 'MetricName') === undefined ? inside : [declared.properties.map];
}

const someone: Codec<boolean> = {
  read: (value) => {
    if (value.kind !== 'list') return value.kind === 'unknown' ? undefined : true;
    return value.items.length > 0 || (value.open ? undefined : false);
  },
  write: () => undefined,
};

function actionsOf(declared: Declared): Setting<boolean> {
  const enabled = setting(declared, ['ActionsEnabled'], flag);
  if (enabled.kind === 'known' && !enabled.value) return enabled;
  const actions = setting(declared, ['AlarmActions'], someone);
  return actions.kind === 'absent' ? fixed(false, declared.at) : actions;
}
