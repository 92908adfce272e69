import { same } from '../cloud.js';
import { block, blocks, type Fields } from '../field.js';

/** The languages of an app, as its stack names them. */
export const stackVersions = ['node', 'python', 'java', 'dotnet', 'powershell_core'] as const;

const restriction = same('ip_address', 'service_tag', 'virtual_network_subnet_id', 'action', 'subnet_id');

const site = block('site_config', {
  ...same('app_scale_limit', 'application_insights_connection_string', 'application_insights_key', 'linux_fx_version'),
  ...same('ip_restriction_default_action', 'java_version', 'dotnet_framework_version'),
  application_stack: block('application_stack', {
    ...same(...stackVersions.map((name) => `${name}_version`)),
    ...same('use_dotnet_isolated_runtime'),
  }),
  cors: block('cors', same('allowed_origins', 'support_credentials')),
  ip_restriction: blocks('ip_restriction', restriction),
});

const app: Fields = {
  ...same('name', 'app_settings', 'https_only', 'public_network_access_enabled', 'maximum_instance_count'),
  ...same(
    'runtime_name',
    'runtime_version',
    'version',
    'functions_extension_version',
    'builtin_logging_enabled',
    'enable_builtin_logging',
  ),
  ...same('daily_memory_time_quota', 'service_plan_id', 'app_service_plan_id'),
  identity: block('identity', same('type', 'identity_ids')),
  auth_settings: block('auth_settings', same('enabled', 'unauthenticated_client_action')),
  auth_settings_v2: block('auth_settings_v2', same('auth_enabled', 'require_authentication', 'unauthenticated_action')),
  site_config: site,
};

/** Function apps, the older kind and slots included. */
export const appFields: Readonly<Record<string, Fields>> = {
  azurerm_linux_function_app: app,
  azurerm_windows_function_app: app,
  azurerm_function_app: app,
  azurerm_function_app_flex_consumption: app,
  azurerm_linux_function_app_slot: app,
  azurerm_windows_function_app_slot: app,
  azurerm_function_app_slot: app,
};
