import type { Resource } from '../../model/resource.js';
import { absent } from '../../model/setting.js';
import type { Store } from '../../model/store.js';

/** A store that says nothing beside what it is. */
export function plainStore(resource: Resource, { store, service }: Pick<Store, 'store' | 'service'>): Store {
  const { at } = resource;
  return {
    ...resource,
    kind: 'store',
    store,
    service,
    name: absent(at),
    encrypted: absent(at),
    keyRotation: absent(at),
    redrive: absent(at),
    visibilityTimeout: absent(at),
    publicAccess: undefined,
    arn: undefined,
    leadsTo: [],
  };
}
