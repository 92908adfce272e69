import { fixed, type Setting } from '../../../model/setting.js';
import type { Alarm } from '../../../model/store.js';
import { type Value, valueAt } from '../../../model/value.js';
import { type Codec, flag } from '../../values/codec.js';
import { declarationOf, listed, type Mapping, nameOf, property, referent, setting } from '../mapping.js';
import { referencesIn } from '../references-in.js';
import type { Declared } from '../template.js';

/** CloudWatch alarms and what they watch. */
export function mapAlarms(mapping: Mapping): readonly Alarm[] {
  const used = usedAlarms(mapping);
  return mapping.ofType('AWS::CloudWatch::Alarm').map((declared) => {
    const metrics = metricsOf(declared);
    const dimensions = metrics.flatMap((metric) => listed(valueAt(metric, 'Dimensions')));
    const one = (key: string) => only(metrics.map((metric) => nameOf(valueAt(metric, key))));
    return {
      ...declarationOf(declared),
      kind: 'alarm',
      metric: one('MetricName'),
      namespace: one('Namespace'),
      watches: dimensions.flatMap((dimension) => referent(mapping, valueAt(dimension, 'Value')) ?? []),
      everything: dimensions.length === 0,
      notifies: listed(property(declared, 'AlarmActions')).flatMap((action) => referent(mapping, action) ?? []),
      actions: used.has(declared.id) ? fixed(true, declared.at) : actionsOf(declared),
    };
  });
}

/** What all of them are called; of an expression over several it is not said which one counts. */
function only(names: readonly (string | undefined)[]): string | undefined {
  return new Set(names).size === 1 ? names[0] : undefined;
}

/** Alarms without actions of their own that something else acts on: a deployment, a composite alarm, a rule. */
function usedAlarms(mapping: Mapping): ReadonlySet<string> {
  const silent = mapping
    .ofType('AWS::CloudWatch::Alarm')
    .filter(
      (alarm) => property(alarm, 'AlarmActions') === undefined && property(alarm, 'ActionsEnabled') === undefined,
    );
  const ids = new Set(silent.map(({ id }) => id));
  if (ids.size === 0) return ids;
  const named = mapping.template.resources.filter(({ type }) => type !== 'AWS::CloudWatch::Dashboard');
  const references = named.flatMap(({ id, properties }) =>
    referencesIn(properties.map).flatMap((one) => (one.kind === 'reference' && one.to !== id ? [one.to] : [])),
  );
  return new Set(references.filter((id) => ids.has(id)));
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
