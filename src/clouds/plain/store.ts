import { absent, none } from '../../model/setting.js';
import type { Store } from '../../model/store.js';
import type { Said } from './said.js';

/** A store that has no settings but those that are said. */
export function plainStore(said: Said<Store, 'store' | 'service'>): Store {
  const { at } = said;
  return {
    name: absent(at),
    encrypted: none(at),
    keyRotation: none(at),
    redrive: none(at),
    visibilityTimeout: none(at),
    publicAccess: undefined,
    arn: undefined,
    leadsTo: [],
    ...said,
    kind: 'store',
  };
}
