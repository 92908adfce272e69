import { placesOf, type ResourceTable } from '../field.js';
import { agentTables } from './agent-tables.js';
import { entryPointTables } from './api-tables.js';
import { databaseTables } from './databases.js';
import { eventTables } from './events.js';
import { gatewayTables } from './gateways.js';
import { httpGatewayTables } from './http-gateways.js';
import { identityTables } from './identities.js';
import { functionTables } from './lambda-tables.js';
import { storeTables } from './stores.js';

/** Where the resources of the AWS provider keep the properties that the cloud's API has. Read from the provider's documentation, 2026-11-25. */
export const awsTables: ReadonlyMap<string, ResourceTable> = new Map(
  Object.entries({
    ...functionTables,
    ...gatewayTables,
    ...httpGatewayTables,
    ...storeTables,
    ...databaseTables,
    ...identityTables,
    ...eventTables,
    ...entryPointTables,
    ...agentTables,
  }),
);

/** Terraform's type of a type of the API, the plainest where several have the same. */
export function terraformType(type: string): string | undefined {
  return [...awsTables].find(([, table]) => table.type === type)?.[0];
}

/** Types without properties of their own, which say something about others. */
const companionTypes: ReadonlySet<string> = new Set(
  [...awsTables.values()].flatMap(({ fields }) =>
    Object.values(fields)
      .flatMap(placesOf)
      .flatMap((field) => (field.kind === 'companion' ? [field.type] : [])),
  ),
);

const others: ReadonlySet<string> = new Set([
  'aws_api_gateway_integration',
  'aws_s3_account_public_access_block',
  'aws_ssoadmin_managed_policy_attachment',
]);

/** Whether a type is read at all. */
export function isAws(type: string): boolean {
  return awsTables.has(type) || companionTypes.has(type) || others.has(type);
}
