import { termOf } from '../../../../clouds/values/terms.js';
import { entryOf, itemsOf, valueAt } from '../../../../model/value.js';
import type { Resources } from '../evaluated.js';

/** What has an address inside a network; the public one then answers only if it is told to. */
export function privatelyReached(resources: Resources): ReadonlySet<string | undefined> {
  const connections = resources
    .ofType('azurerm_private_endpoint')
    .flatMap(({ body }) => itemsOf(entryOf(body, 'private_service_connection')?.value));
  return new Set(connections.map((one) => termOf(valueAt(one, 'private_connection_resource_id'))?.to));
}
