import { termOf } from '../../../../clouds/values/terms.js';
import { type MapValue, valueAt } from '../../../../model/value.js';
import { scalar } from '../../evaluate/values.js';
import type { Evaluated, Resources } from '../evaluated.js';
import { argument, block, blocks, type Fields } from '../field.js';
import { appTypes } from './app-tables.js';
import type { AzureTable, AzureTables } from './azure-table.js';
import { withEntries } from './entries.js';

const criterion: Fields = {
  metricName: argument('metric_name'),
  metricNamespace: argument('metric_namespace'),
};

const alert: Fields = {
  name: argument('name'),
  'properties.enabled': argument('enabled'),
  'properties.scopes': argument('scopes'),
  'properties.actions': blocks('action', { actionGroupId: argument('action_group_id') }),
  'properties.criteria.allOf': blocks('criteria', criterion, { orElse: blocks('dynamic_criteria', criterion) }),
};

const budget: AzureTable = {
  type: 'microsoft.consumption/budgets',
  fields: {
    name: argument('name'),
    'properties.notifications': blocks('notification', {
      enabled: argument('enabled'),
      threshold: argument('threshold'),
      thresholdType: argument('threshold_type'),
      contactEmails: argument('contact_emails'),
      contactGroups: argument('contact_groups'),
      contactRoles: argument('contact_roles'),
    }),
  },
};

const destinations = {
  AzureFunction: ['destination', 'properties', 'resourceId'],
  WebHook: ['destination', 'properties', 'endpointUrl'],
} as const;

/** A subscription's kind of destination is that of its block. Of others than the apps of the stack nothing is known. */
function withDestination(map: MapValue, { instance }: Evaluated, resources: Resources): MapValue {
  const { headAt } = instance.block;
  const apps = new Set(appTypes.flatMap((type) => resources.ofType(type)).map((app) => app.instance.id));
  for (const [kind, path] of Object.entries(destinations)) {
    const to = termOf(valueAt(map, 'properties', ...path))?.to;
    if (to === undefined || !apps.has(to)) continue;
    const type = { key: 'endpointType', keyAt: headAt, value: scalar(kind, headAt) };
    return withEntries(map, ['properties', 'destination'], [type]);
  }
  return map;
}

const subscription: AzureTable = {
  type: 'microsoft.eventgrid/eventsubscriptions',
  partOf: { arguments: ['system_topic'] },
  scope: 'scope',
  fields: {
    name: argument('name'),
    'properties.destination.properties.resourceId': argument('function_id', { within: 'azure_function_endpoint' }),
    'properties.destination.properties.endpointUrl': argument('url', { within: 'webhook_endpoint' }),
    'properties.deadLetterDestination': block('storage_blob_dead_letter_destination', {
      'properties.resourceId': argument('storage_account_id'),
      'properties.blobContainerName': argument('storage_blob_container_name'),
    }),
  },
  complete: withDestination,
};

const workspaces = 'microsoft.operationalinsights/workspaces';

/** What keeps logs, what tells of trouble, and who is sent events. */
export const operationTables: AzureTables = {
  azurerm_log_analytics_workspace: {
    type: workspaces,
    fields: { name: argument('name'), 'properties.retentionInDays': argument('retention_in_days') },
  },
  azurerm_log_analytics_workspace_table: {
    type: `${workspaces}/tables`,
    fields: {
      name: argument('name'),
      'properties.retentionInDays': argument('retention_in_days'),
      'properties.totalRetentionInDays': argument('total_retention_in_days'),
    },
  },
  azurerm_application_insights: {
    type: 'microsoft.insights/components',
    fields: { name: argument('name'), 'properties.RetentionInDays': argument('retention_in_days') },
  },
  azurerm_monitor_metric_alert: { type: 'microsoft.insights/metricalerts', fields: alert },
  azurerm_monitor_scheduled_query_rules_alert_v2: { type: 'microsoft.insights/scheduledqueryrules', fields: alert },
  azurerm_consumption_budget_management_group: budget,
  azurerm_consumption_budget_resource_group: budget,
  azurerm_consumption_budget_subscription: budget,
  azurerm_eventgrid_event_subscription: subscription,
  azurerm_eventgrid_system_topic_event_subscription: subscription,
};
