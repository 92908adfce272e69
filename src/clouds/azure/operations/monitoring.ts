import { fixed } from '../../../model/setting.js';
import type { Alarm, LogGroup } from '../../../model/store.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import { flag, number } from '../../values/codec.js';
import { declarationOf, type Mapping, property, quietSetting, setting } from '../mapping.js';

/** Days that a workspace keeps its logs unless told otherwise. */
const defaultRetention = 30;

/** Log Analytics workspaces, in which the logs of function apps end. */
export function mapLogGroups(mapping: Mapping): readonly LogGroup[] {
  return mapping.ofType('microsoft.operationalinsights/workspaces').map((workspace) => {
    const retention = setting(workspace, ['properties', 'retentionInDays'], number);
    return {
      ...declarationOf(workspace),
      kind: 'log-group',
      name: textOf(workspace.name),
      functions: [],
      retention: retention.kind === 'absent' ? fixed(defaultRetention, workspace.at) : retention,
    };
  });
}

/** Alerts on metrics. */
export function mapAlarms(mapping: Mapping): readonly Alarm[] {
  return mapping.ofType('microsoft.insights/metricalerts', 'microsoft.insights/scheduledqueryrules').map((alert) => {
    const scopes = itemsOf(property(alert, 'properties', 'scopes')).flatMap((scope) => mapping.referent(scope) ?? []);
    const [criterion] = itemsOf(property(alert, 'properties', 'criteria', 'allOf'));
    return {
      ...declarationOf(alert),
      kind: 'alarm',
      metric: textOf(valueAt(criterion, 'metricName')),
      namespace: textOf(valueAt(criterion, 'metricNamespace')),
      watches: scopes.filter((id) => mapping.byId.has(id)),
      everything: scopes.length === 0,
      actions: quietSetting<boolean, boolean>(alert, ['properties', 'actions'], {
        read: (value) => flag.read(value) ?? itemsOf(value).length > 0,
        write: () => undefined,
      }),
    };
  });
}
