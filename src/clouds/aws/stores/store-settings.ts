import type { Store } from '../../../model/store.js';

/** The settings that only some kinds of stores have. */
export type StoreSettings = Partial<
  Pick<
    Store,
    | 'encrypted'
    | 'keyRotation'
    | 'ownKey'
    | 'redrive'
    | 'visibilityTimeout'
    | 'publicAccess'
    | 'refusesCleartext'
    | 'lifecycle'
    | 'endsUploads'
    | 'recovery'
    | 'isHeld'
    | 'watch'
  >
>;
