import { absent } from '../../../model/setting.js';
import type { PublicAccess } from '../../../model/store.js';
import { type Value, valueAt } from '../../../model/value.js';
import { type Codec, flag, words } from '../../values/codec.js';
import { type Mapping, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import type { StoreSettings } from './store-settings.js';

const acl = words({
  Private: 'private',
  PublicRead: 'read',
  PublicReadWrite: 'write',
  AuthenticatedRead: 'read',
  AwsExecRead: 'private',
  BucketOwnerRead: 'private',
  BucketOwnerFullControl: 'private',
  LogDeliveryWrite: 'private',
} as const);

const guards = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'] as const;

/** All four guards on, or one of them off; guards that are not listed are not said to be off. */
const blocked: Codec<boolean, true> = {
  read: (value) => {
    if (value.kind !== 'map' || value.open) return undefined;
    const read = guards.map((guard) => guardOf(valueAt(value, guard)));
    if (read.some((guard) => guard === false)) return false;
    return read.every((guard) => guard === true) ? true : undefined;
  },
  write: () => Object.fromEntries(guards.map((guard) => [guard, true])),
};

function guardOf(value: Value | undefined): boolean | undefined {
  return value && flag.read(value);
}

const website: Codec<boolean> = { read: (value) => (value.kind === 'map' ? true : undefined), write: () => undefined };

/** Who can reach a bucket. S3 encrypts every object, so encryption is never off. */
export function bucketSettings(_mapping: Mapping, declared: Declared): StoreSettings {
  const publicAccess: PublicAccess = {
    acl: aclOf(declared),
    blocked: setting(declared, ['PublicAccessBlockConfiguration'], blocked),
    website: setting(declared, ['WebsiteConfiguration'], website),
  };
  return { publicAccess, encrypted: absent(declared.at) };
}

/** The only property of a bucket is changed, not removed: nothing could be put beside it. */
function aclOf(declared: Declared): PublicAccess['acl'] {
  const read = setting(declared, ['AccessControl'], acl);
  const { map } = declared.properties;
  if (read.kind !== 'known' || map?.kind !== 'map' || map.entries.length > 1) return read;
  const { remove: _alone, ...kept } = read;
  return kept;
}
