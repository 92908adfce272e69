import { termOf } from '../../../../clouds/values/terms.js';
import type { Value } from '../../../../model/value.js';
import { mapOf } from '../../evaluate/values.js';
import type { Evaluated } from '../evaluated.js';
import { argument, block, blocks, document, type Fields } from '../field.js';
import { completedApp } from './app-completion.js';
import type { AzureTable, AzureTables } from './azure-table.js';
import { linuxStack, olderStack, unsaid, windowsStack } from './stack-fields.js';

/** `identity_ids` as the map that the API has, whose keys are the ids. */
function keyedByIds(value: Value): Value {
  if (value.kind !== 'list') return value;
  const ids = value.items.map((item) => ({ item, to: termOf(item)?.to }));
  const entries = ids.flatMap(({ item, to }) =>
    to === undefined ? [] : [{ key: `\${${to}}`, keyAt: item.at, value: mapOf([], item.at) }],
  );
  return mapOf(entries, value.at, value.open || entries.length < ids.length);
}

const signIn: Fields = {
  authSettingsV2: block('auth_settings_v2', {
    'platform.enabled': argument('auth_enabled'),
    'globalValidation.requireAuthentication': argument('require_authentication'),
    'globalValidation.unauthenticatedClientAction': argument('unauthenticated_action'),
  }),
  authSettings: block('auth_settings', {
    enabled: argument('enabled'),
    unauthenticatedClientAction: argument('unauthenticated_client_action'),
  }),
};

function siteConfig(one: Evaluated): Fields {
  const isWindows = one.instance.type.includes('windows');
  return {
    functionAppScaleLimit: argument('app_scale_limit'),
    minTlsVersion: argument('minimum_tls_version', { orElse: argument('min_tls_version') }),
    scmMinTlsVersion: argument('scm_minimum_tls_version'),
    linuxFxVersion: argument('linux_fx_version', { write: olderStack }),
    javaVersion: argument('java_version'),
    netFrameworkVersion: argument('dotnet_framework_version', { write: unsaid }),
    applicationStack: block('application_stack', isWindows ? windowsStack : linuxStack(one)),
    applicationInsightsConnectionString: argument('application_insights_connection_string'),
    applicationInsightsKey: argument('application_insights_key'),
    remoteDebuggingEnabled: argument('remote_debugging_enabled'),
    ftpsState: argument('ftps_state'),
    ipSecurityRestrictionsDefaultAction: argument('ip_restriction_default_action'),
    ipSecurityRestrictions: blocks('ip_restriction', {
      ipAddress: argument('ip_address'),
      action: argument('action'),
    }),
    cors: block('cors', {
      allowedOrigins: argument('allowed_origins'),
      supportCredentials: argument('support_credentials'),
    }),
  };
}

function appFields(one: Evaluated): Fields {
  return {
    name: argument('name'),
    identity: block('identity', {
      type: argument('type'),
      userAssignedIdentities: argument('identity_ids', { as: keyedByIds }),
    }),
    'properties.serverFarmId': argument('service_plan_id', { orElse: argument('app_service_plan_id') }),
    'properties.dailyMemoryTimeQuota': argument('daily_memory_time_quota'),
    'properties.httpsOnly': argument('https_only'),
    'properties.publicNetworkAccess': argument('public_network_access_enabled', {
      words: { true: 'Enabled', false: 'Disabled' },
    }),
    'properties.publishing.ftp': argument('ftp_publish_basic_authentication_enabled'),
    'properties.publishing.scm': argument('webdeploy_publish_basic_authentication_enabled'),
    'properties.siteConfig': block('site_config', siteConfig(one)),
    'properties.functionAppConfig.runtime.name': argument('runtime_name'),
    'properties.functionAppConfig.runtime.version': argument('runtime_version'),
    'properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount': argument('maximum_instance_count'),
    ...signIn,
    appSettings: argument('app_settings'),
    hostVersion: argument('functions_extension_version', { orElse: argument('version') }),
    builtInLogging: argument('builtin_logging_enabled', { orElse: argument('enable_builtin_logging') }),
  };
}

const app: AzureTable = {
  type: 'microsoft.web/sites',
  fields: appFields,
  complete: completedApp,
  configs: { appSettings: 'appsettings', authSettingsV2: 'authsettingsV2', authSettings: 'authsettings' },
};

const slot: AzureTable = {
  ...app,
  type: 'microsoft.web/sites/slots',
  partOf: { arguments: ['function_app_id', 'function_app_name'] },
};

/** Function apps, the older kind and slots included. */
export const appTables: AzureTables = {
  azurerm_linux_function_app: app,
  azurerm_windows_function_app: app,
  azurerm_function_app: app,
  azurerm_function_app_flex_consumption: app,
  azurerm_linux_function_app_slot: slot,
  azurerm_windows_function_app_slot: slot,
  azurerm_function_app_slot: slot,
};

/** Functions that are declared with their bindings, and the plans and private addresses of apps. */
export const besideApps: AzureTables = {
  azurerm_function_app_function: {
    type: 'microsoft.web/sites/functions',
    partOf: { arguments: ['function_app_id'] },
    fields: {
      name: argument('name'),
      'properties.config': document('config_json'),
      'properties.isDisabled': argument('enabled', { words: { true: false, false: true } }),
    },
  },
  azurerm_service_plan: {
    type: 'microsoft.web/serverfarms',
    fields: {
      name: argument('name'),
      'sku.name': argument('sku_name'),
      'properties.maximumElasticWorkerCount': argument('maximum_elastic_worker_count'),
    },
  },
  azurerm_app_service_plan: {
    type: 'microsoft.web/serverfarms',
    fields: {
      name: argument('name'),
      sku: block('sku', { name: argument('size'), tier: argument('tier') }),
      'properties.maximumElasticWorkerCount': argument('maximum_elastic_worker_count'),
    },
  },
  azurerm_private_endpoint: {
    type: 'microsoft.network/privateendpoints',
    fields: {
      'properties.privateLinkServiceConnections': blocks('private_service_connection', {
        'properties.privateLinkServiceId': argument('private_connection_resource_id'),
      }),
    },
  },
};

/** The types of function apps. */
export const appTypes: readonly string[] = Object.keys(appTables);
