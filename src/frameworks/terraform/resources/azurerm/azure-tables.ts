import { appTables, besideApps } from './app-tables.js';
import type { AzureTable } from './azure-table.js';
import { gatewayTables } from './gateway-tables.js';
import { identityTables } from './identity-tables.js';
import { operationTables } from './operation-tables.js';
import { storeTables } from './store-tables.js';

/**
 * Where the resources of the Azure provider keep the properties that Azure's own API has. Read from the provider's
 * documentation and the reference of ARM templates, 2026-11-26.
 */
export const azureTables: ReadonlyMap<string, AzureTable> = new Map(
  Object.entries({
    ...appTables,
    ...besideApps,
    ...gatewayTables,
    ...identityTables,
    ...operationTables,
    ...storeTables,
  }),
);

/** Whether a type of the Azure provider is read. */
export function isAzure(type: string): boolean {
  return azureTables.has(type);
}
