import { argument } from '../field.js';
import type { AzureTables } from './azure-table.js';

const service = 'microsoft.apimanagement/service';
const within = { arguments: ['api_management_id', 'api_management_name'], named: service };

const policy = { 'properties.value': argument('xml_content') };

/** API Management, and what else hands requests on to apps. */
export const gatewayTables: AzureTables = {
  azurerm_api_management: {
    type: service,
    fields: {
      name: argument('name'),
      'properties.virtualNetworkType': argument('virtual_network_type'),
      'properties.publicNetworkAccess': argument('public_network_access_enabled', {
        words: { true: 'Enabled', false: 'Disabled' },
      }),
    },
  },
  azurerm_api_management_api: {
    type: `${service}/apis`,
    partOf: within,
    fields: {
      name: argument('name'),
      'properties.path': argument('path'),
      'properties.serviceUrl': argument('service_url'),
      'properties.subscriptionRequired': argument('subscription_required'),
    },
  },
  azurerm_api_management_api_operation: {
    type: `${service}/apis/operations`,
    partOf: { arguments: ['api_name'] },
    fields: {
      name: argument('operation_id'),
      'properties.method': argument('method'),
      'properties.urlTemplate': argument('url_template'),
    },
  },
  azurerm_api_management_backend: {
    type: `${service}/backends`,
    partOf: within,
    fields: { 'properties.url': argument('url'), 'properties.resourceId': argument('resource_id') },
  },
  azurerm_api_management_policy: { type: `${service}/policies`, partOf: within, fields: policy },
  azurerm_api_management_product_policy: {
    type: `${service}/products/policies`,
    partOf: { arguments: ['product_id'] },
    fields: policy,
  },
  azurerm_api_management_api_policy: {
    type: `${service}/apis/policies`,
    partOf: { arguments: ['api_name'] },
    fields: policy,
  },
  azurerm_api_management_api_operation_policy: {
    type: `${service}/apis/operations/policies`,
    partOf: { arguments: ['operation_id', 'api_name'] },
    fields: policy,
  },
  azurerm_api_management_diagnostic: { type: `${service}/diagnostics`, partOf: within, fields: {} },
  azurerm_api_management_api_diagnostic: {
    type: `${service}/apis/diagnostics`,
    partOf: { arguments: ['api_name'] },
    fields: {},
  },
  azurerm_monitor_diagnostic_setting: {
    type: 'microsoft.insights/diagnosticsettings',
    scope: 'target_resource_id',
    fields: { name: argument('name') },
  },
  azurerm_cdn_frontdoor_origin: {
    type: 'microsoft.cdn/profiles/origingroups/origins',
    fields: { name: argument('name'), 'properties.hostName': argument('host_name') },
  },
};
