import { fixed } from '../../../../model/setting.js';
import type { Alarm } from '../../../../model/store.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';

/** What the names of the plugin's own alarms watch. */
const metrics = new Map([
  ['functionErrors', 'Errors'],
  ['functionThrottles', 'Throttles'],
  ['functionDuration', 'Duration'],
  ['functionInvocations', 'Invocations'],
]);

/** Alarms of `serverless-plugin-aws-alerts`: those of all functions, and those of single ones. */
export function alarmsOf(service: Service): readonly Alarm[] {
  const alerts = valueAt(service.custom, 'alerts');
  if (alerts?.kind !== 'map') return [];
  const shared = itemsOf(valueAt(alerts, 'alarms'));
  return service.functions.flatMap((fn) => {
    const own = itemsOf(valueAt(fn.section.map, 'alarms'));
    return [...shared, ...own].flatMap((alarm) => alarmOf(alerts, fn, alarm));
  });
}

function alarmOf(alerts: Value, fn: ConfiguredFunction, alarm: Value): readonly Alarm[] {
  const name = textOf(alarm) ?? textOf(valueAt(alarm, 'name'));
  if (name === undefined) return [];
  const written = valueAt(alarm, 'metric') ?? valueAt(alerts, 'definitions', name, 'metric');
  const { at } = alarm;
  return [
    {
      id: `${fn.id}.alarm.${name}`,
      type: 'alarm',
      at,
      whole: at,
      kind: 'alarm',
      metric: metrics.get(name) ?? textOf(written),
      namespace: 'AWS/Lambda',
      watches: [fn.id],
      everything: false,
      actions: fixed(valueAt(alerts, 'topics') !== undefined, at),
    },
  ];
}
