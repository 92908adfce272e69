import { absent } from '../../model/setting.js';
import type { Store } from '../../model/store.js';
import type { Said } from './said.js';

/** A store about which nothing more is said than what it is. */
export function plainStore(said: Said<Store, 'store' | 'service'>): Store {
  const { at } = said;
  return {
    name: absent(at),
    encrypted: absent(at),
    keyRotation: absent(at),
    redrive: absent(at),
    visibilityTimeout: absent(at),
    publicAccess: undefined,
    arn: undefined,
    leadsTo: [],
    ...said,
    kind: 'store',
  };
}
