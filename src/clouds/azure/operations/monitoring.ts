import { absent, fixed, known } from '../../../model/setting.js';
import type { Alarm, Budget, LogGroup } from '../../../model/store.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Codec, flag, number } from '../../values/codec.js';
import { firstSaid } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { declarationOf, type Mapping, property, quietSetting, setting } from '../mapping.js';

const workspaces = 'microsoft.operationalinsights/workspaces';
const tables = `${workspaces}/tables`;
const insights = 'microsoft.insights/components';

/** Days that logs are kept unless told otherwise; a table does as its workspace. */
const usualDays: ReadonlyMap<string, number> = new Map([
  [workspaces, 30],
  [insights, 90],
]);

/** Where they say how long; the first that does. */
const retentions: ReadonlyMap<string, readonly string[]> = new Map([
  [workspaces, ['retentionInDays']],
  [tables, ['totalRetentionInDays', 'retentionInDays']],
  [insights, ['RetentionInDays']],
]);

/** Log Analytics workspaces and Application Insights, in which the logs of function apps end. */
export function mapLogGroups(mapping: Mapping): readonly LogGroup[] {
  return mapping.ofType(...retentions.keys()).flatMap((keeper): readonly LogGroup[] => {
    const keys = retentions.get(keeper.type) ?? [];
    const [first, ...others] = keys.map((key) => setting(keeper, ['properties', key], number));
    const retention = first === undefined ? absent<number>(keeper.at) : firstSaid(first, ...others);
    const days = usualDays.get(keeper.type);
    if (retention.kind === 'absent' && days === undefined) return [];
    return [
      {
        ...declarationOf(keeper),
        kind: 'log-group',
        name: textOf(keeper.name),
        functions: [],
        retention: retention.kind === 'absent' ? fixed(days ?? 0, keeper.at) : retention,
      },
    ];
  });
}

/** Alerts on metrics. */
export function mapAlarms(mapping: Mapping): readonly Alarm[] {
  return mapping.ofType('microsoft.insights/metricalerts', 'microsoft.insights/scheduledqueryrules').map((alert) => {
    const scopes = itemsOf(property(alert, 'properties', 'scopes')).flatMap((scope) => mapping.referent(scope) ?? []);
    const criteria = itemsOf(property(alert, 'properties', 'criteria', 'allOf'));
    return {
      ...declarationOf(alert),
      kind: 'alarm',
      metric: metricsOf(criteria),
      namespace: textOf(valueAt(criteria[0], 'metricNamespace')),
      watches: scopes.filter((id) => mapping.byId.has(id)),
      everything: scopes.length === 0,
      actions: actionsOf(alert),
    };
  });
}

/** The metrics of all its criteria; undefined where one is not known. */
function metricsOf(criteria: readonly Value[]): string | undefined {
  const metrics = criteria.map((criterion) => textOf(valueAt(criterion, 'metricName')));
  return metrics.length === 0 || metrics.includes(undefined) ? undefined : metrics.join(' ');
}

/** An alert that is off tells nobody, whatever its actions are. */
function actionsOf(alert: Declared): Alarm['actions'] {
  const enabled = quietSetting(alert, ['properties', 'enabled'], flag);
  if (known(enabled) === false) return enabled;
  return quietSetting<boolean, boolean>(alert, ['properties', 'actions'], {
    read: (value) => flag.read(value) ?? itemsOf(value).length > 0,
    write: () => undefined,
  });
}

/** Budgets of subscriptions and resource groups, with their notifications by name. */
export function mapBudgets(mapping: Mapping): readonly Budget[] {
  return mapping.ofType('microsoft.consumption/budgets').map((declared) => ({
    ...declarationOf(declared),
    kind: 'budget',
    notifies: setting(declared, ['properties', 'notifications'], told(isHeard)),
    early: setting(declared, ['properties', 'notifications'], told(isEarly)),
  }));
}

function told(holds: (notification: Value) => boolean): Codec<boolean> {
  return {
    read: (value) => {
      const found = value.kind === 'map' ? value.entries.map((entry) => entry.value) : itemsOf(value);
      if (found.some(holds)) return true;
      const isOpen = (value.kind === 'map' || value.kind === 'list') && value.open;
      return isOpen || value.kind === 'unknown' ? undefined : false;
    },
    write: () => undefined,
  };
}

function isHeard(notification: Value): boolean {
  const contacts = ['contactEmails', 'contactGroups', 'contactRoles'].map((key) => valueAt(notification, key));
  const isSomebody = contacts.some((who) => who !== undefined && !(who.kind === 'list' && who.items.length === 0));
  return isSomebody && textOf(valueAt(notification, 'enabled')) !== 'false';
}

function isEarly(notification: Value): boolean {
  const threshold = Number(textOf(valueAt(notification, 'threshold')) ?? 'unknown');
  const isForecast = textOf(valueAt(notification, 'thresholdType')) === 'Forecasted';
  return isForecast || Number.isNaN(threshold) || threshold <= 100;
}
