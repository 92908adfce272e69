import { declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { block } from '../field.js';

/** What gives an app an address inside a network; the public one then answers only if it is told to. */
export const privateEndpointType = 'azurerm_private_endpoint';

/** Apps that have an address inside a network. */
export function privatelyReached(mapping: Mapping): ReadonlySet<string | undefined> {
  const fields = { connection: block('private_service_connection', same('private_connection_resource_id')) };
  const endpoints = declaredOf(mapping, { [privateEndpointType]: fields });
  return new Set(endpoints.map((one) => referent(property(one, 'connection', 'private_connection_resource_id'))));
}
