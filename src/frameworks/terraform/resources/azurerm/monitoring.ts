import { type Codec, flag, number } from '../../../../clouds/values/codec.js';
import { firstSaid } from '../../../../clouds/values/writes.js';
import { absent, fixed, type Setting, unknown } from '../../../../model/setting.js';
import type { Span } from '../../../../model/span.js';
import type { Alarm, LogGroup } from '../../../../model/store.js';
import { isNull, itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent, same, setting } from '../cloud.js';
import { blocks, type Fields } from '../field.js';

const insights = 'azurerm_application_insights';

const keepers: Readonly<Record<string, Fields>> = {
  azurerm_log_analytics_workspace: same('name', 'retention_in_days'),
  azurerm_log_analytics_workspace_table: same('name', 'retention_in_days', 'total_retention_in_days'),
  [insights]: same('name', 'retention_in_days', 'workspace_id'),
};

const alert: Fields = {
  ...same('scopes', 'enabled'),
  criteria: blocks('criteria', same('metric_name', 'metric_namespace')),
  dynamic_criteria: blocks('dynamic_criteria', same('metric_name', 'metric_namespace')),
  action: blocks('action', same('action_group_id', 'action_groups')),
};

const alerts: Readonly<Record<string, Fields>> = {
  azurerm_monitor_metric_alert: alert,
  azurerm_monitor_scheduled_query_rules_alert_v2: alert,
};

/** The types of what keeps logs, and of alerts. */
export const monitoringTypes: readonly string[] = [...Object.keys(keepers), ...Object.keys(alerts)];

/** Days that logs are kept unless told otherwise. */
const usualDays: Readonly<Record<string, number>> = { [insights]: 90, azurerm_log_analytics_workspace: 30 };

/** Log Analytics workspaces and Application Insights, in which the logs of function apps end. */
export function azureLogGroups(mapping: Mapping): readonly LogGroup[] {
  return declaredOf(mapping, keepers).flatMap((declared): readonly LogGroup[] => {
    const retention = firstSaid(
      setting(declared, ['total_retention_in_days'], number),
      setting(declared, ['retention_in_days'], number),
    );
    const days = usualDays[declared.type];
    if (retention.kind === 'absent' && days === undefined) return [];
    return [
      {
        ...declarationOf(declared),
        kind: 'log-group',
        name: textOf(property(declared, 'name')),
        functions: [],
        retention: retention.kind === 'absent' ? fixed(days ?? 0, declared.at) : retention,
      },
    ];
  });
}

export function azureAlarms(mapping: Mapping): readonly Alarm[] {
  return declaredOf(mapping, alerts).map((declared) => {
    const scopes = itemsOf(property(declared, 'scopes')).flatMap((scope) => referent(scope) ?? []);
    const [criterion] = [property(declared, 'criteria'), property(declared, 'dynamic_criteria')].flatMap(itemsOf);
    return {
      ...declarationOf(declared),
      kind: 'alarm',
      metric: textOf(valueAt(criterion, 'metric_name')),
      namespace: textOf(valueAt(criterion, 'metric_namespace')),
      watches: scopes,
      everything: false,
      actions: setting(declared, ['enabled'], flag),
    };
  });
}

const places = ['application_insights_connection_string', 'application_insights_key'] as const;
const variables = ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'APPINSIGHTS_INSTRUMENTATIONKEY'] as const;

/** Whether telemetry of an app goes to Application Insights, and how it is sent to the only one of the stack. */
export function tracingOf(mapping: Mapping, declared: Declared): Setting<'active' | 'off'> {
  const { at } = declared;
  const settings = property(declared, 'app_settings');
  const said = [
    ...places.map((place) => property(declared, 'site_config', place)),
    ...variables.map((name) => valueAt(settings, name)),
  ];
  const used = said.find(
    (value) => value !== undefined && value.kind !== 'choice' && !isNull(value) && !isEmpty(value),
  );
  if (used !== undefined) return fixed('active', used.at);
  if (said.some((value) => value?.kind === 'choice')) return unknown(at, 'conditional telemetry');
  if (isOpen(settings) || isOpen(property(declared, 'site_config'))) return unknown(at, 'settings elsewhere');
  const [only, another] = mapping.resources.ofType(insights);
  if (only === undefined || another !== undefined) return absent(at);
  return setting(declared, ['site_config', places[0]], sentTo(only.instance.id));
}

function isEmpty(value: Value): boolean {
  return textOf(value) === '';
}

function isOpen(value: Value | undefined): boolean {
  return value !== undefined && !isNull(value) && (value.kind !== 'map' || value.open);
}

function sentTo(id: string): Codec<'active' | 'off'> {
  return {
    read: () => undefined,
    write: (word) => (word === 'active' ? { refersTo: id, attribute: 'connection_string' } : undefined),
  };
}

/** Built-in logging writes to the storage account; it matters only where nothing else records what the app does. */
export function loggingOf(declared: Declared, tracing: Setting<'active' | 'off'>): Setting<boolean> {
  const none: Codec<boolean> = {
    read: (value) => !/^(?:none)$/i.test(textOf(value) ?? ''),
    write: (on) => (on ? 'Information' : undefined),
  };
  const level = setting(declared, ['app_settings', 'AzureFunctionsJobHost__logging__logLevel__default'], none);
  if (level.kind === 'known' && !level.value) return level;
  if (tracing.kind !== 'absent') return absentAt(declared.at);
  return firstSaid(
    setting(declared, ['builtin_logging_enabled'], flag),
    setting(declared, ['enable_builtin_logging'], flag),
  );
}

function absentAt(at: Span): Setting<boolean> {
  return absent(at);
}
