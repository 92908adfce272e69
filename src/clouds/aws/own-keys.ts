import type { Setting } from '../../model/setting.js';
import { itemsOf, valueAt } from '../../model/value.js';
import type { Codec } from '../values/codec.js';
import { quietSetting } from './mapping.js';
import type { Declared } from './template.js';

/** Whatever the text or the reference says. */
export const anything: Codec<boolean> = {
  read: ({ kind }) => (kind === 'unknown' || kind === 'choice' ? undefined : true),
  write: () => undefined,
};

/** Whether a property names a key of the customer's; looked for when it is asked. */
export function ownKey(declared: Declared, ...path: readonly string[]): () => Setting<boolean> {
  return () => quietSetting(declared, path, anything);
}

/** The key of a bucket stands in the first of its rules, of which there can be but one. */
const keyInRule: Codec<boolean> = {
  read: (value) => {
    const [rule] = itemsOf(valueAt(value, 'ServerSideEncryptionConfiguration'));
    const usual = valueAt(rule, 'ServerSideEncryptionByDefault');
    if (usual?.kind !== 'map' || usual.open) return undefined;
    const key = valueAt(usual, 'KMSMasterKeyID');
    return key === undefined ? false : anything.read(key);
  },
  write: () => undefined,
};

/** Whether a bucket names a key of the customer's. */
export function ownKeyOfBucket(declared: Declared): () => Setting<boolean> {
  return () => quietSetting(declared, ['BucketEncryption'], keyInRule);
}
