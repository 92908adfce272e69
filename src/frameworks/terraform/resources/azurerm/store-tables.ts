import { argument } from '../field.js';
import type { AzureTable, AzureTables } from './azure-table.js';

const account = 'microsoft.storage/storageaccounts';
const inAccount = { arguments: ['storage_account_id', 'storage_account_name'], named: account };

function named(type: string): AzureTable {
  return { type, fields: { name: argument('name') } };
}

/** What says the oldest version of TLS that it accepts. */
function guarded(type: string): AzureTable {
  return { type, fields: { name: argument('name'), 'properties.minimumTlsVersion': argument('minimum_tls_version') } };
}

const serviceBusQueue = { name: argument('name'), 'properties.maxDeliveryCount': argument('max_delivery_count') };

/** Storage, messaging, databases and vaults. */
export const storeTables: AzureTables = {
  azurerm_storage_account: {
    type: account,
    fields: {
      name: argument('name'),
      'properties.minimumTlsVersion': argument('min_tls_version'),
      'properties.supportsHttpsTrafficOnly': argument('https_traffic_only_enabled', {
        orElse: argument('enable_https_traffic_only'),
      }),
      'properties.allowBlobPublicAccess': argument('allow_nested_items_to_be_public', {
        orElse: argument('allow_blob_public_access'),
      }),
    },
  },
  azurerm_storage_management_policy: {
    type: `${account}/managementpolicies`,
    partOf: inAccount,
    fields: { name: argument('name') },
  },
  azurerm_storage_container: {
    type: `${account}/blobservices/containers`,
    partOf: inAccount,
    fields: {
      name: argument('name'),
      'properties.publicAccess': argument('container_access_type', {
        words: { private: 'None', blob: 'Blob', container: 'Container' },
      }),
    },
  },
  azurerm_storage_queue: { ...named(`${account}/queueservices/queues`), partOf: inAccount },
  azurerm_storage_table: { ...named(`${account}/tableservices/tables`), partOf: inAccount },
  azurerm_servicebus_namespace: guarded('microsoft.servicebus/namespaces'),
  azurerm_servicebus_queue: { type: 'microsoft.servicebus/namespaces/queues', fields: serviceBusQueue },
  azurerm_servicebus_topic: named('microsoft.servicebus/namespaces/topics'),
  azurerm_servicebus_subscription: {
    type: 'microsoft.servicebus/namespaces/topics/subscriptions',
    fields: serviceBusQueue,
  },
  azurerm_eventhub_namespace: guarded('microsoft.eventhub/namespaces'),
  azurerm_redis_cache: guarded('microsoft.cache/redis'),
  azurerm_mssql_server: {
    type: 'microsoft.sql/servers',
    fields: { name: argument('name'), 'properties.minimalTlsVersion': argument('minimum_tls_version') },
  },
  azurerm_eventhub: named('microsoft.eventhub/namespaces/eventhubs'),
  azurerm_eventgrid_topic: named('microsoft.eventgrid/topics'),
  azurerm_cosmosdb_account: {
    type: 'microsoft.documentdb/databaseaccounts',
    fields: { name: argument('name'), 'properties.minimalTlsVersion': argument('minimal_tls_version') },
  },
};
