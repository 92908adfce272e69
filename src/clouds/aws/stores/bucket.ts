import { absent } from '../../../model/setting.js';
import type { PublicAccess } from '../../../model/store.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { block, type Codec, flag, words } from '../../values/codec.js';
import { type Mapping, property, setting } from '../mapping.js';
import { ownKeyOfBucket } from '../own-keys.js';
import type { Declared } from '../template.js';
import { refusalOf } from './cleartext.js';
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

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html: one guard of each kind is enough. */
function ignoredBy(value: Value | undefined): NonNullable<PublicAccess['ignores']> {
  const isOn = (guard: (typeof guards)[number]) => guardOf(valueAt(value, guard)) === true;
  return {
    acls: isOn('BlockPublicAcls') || isOn('IgnorePublicAcls'),
    statements: isOn('BlockPublicPolicy') || isOn('RestrictPublicBuckets'),
  };
}

/** A rule that deletes something in the end; moving it to another class keeps it. */
const rules: Codec<boolean> = {
  read: (value) => {
    const items = itemsOf(valueAt(value, 'Rules'));
    return items.some((item) => item.kind !== 'map' || item.open) || value.kind !== 'map'
      ? undefined
      : items.some(expires);
  },
  write: () => undefined,
};

function expires(rule: Value): boolean {
  const ends = /^(?:Expiration|Noncurrent(?:Version)?Expiration)/;
  const isOn = textOf(valueAt(rule, 'Status')) !== 'Disabled';
  return isOn && rule.kind === 'map' && rule.entries.some(({ key }) => ends.test(key));
}

const ending: Codec<boolean> = {
  read: (value) => {
    const items = itemsOf(valueAt(value, 'Rules'));
    const known = items.every((item) => item.kind === 'map' && !item.open) && value.kind === 'map';
    return known ? items.some((item) => valueAt(item, 'AbortIncompleteMultipartUpload') !== undefined) : undefined;
  },
  write: () => undefined,
};

/** Who can reach a bucket. S3 encrypts every object, so encryption is never off. */
export function bucketSettings(mapping: Mapping, declared: Declared): StoreSettings {
  const publicAccess: PublicAccess = {
    acl: aclOf(declared),
    blocked: setting(declared, ['PublicAccessBlockConfiguration'], blocked),
    ignores: ignoredBy(property(declared, 'PublicAccessBlockConfiguration')),
    website: setting(declared, ['WebsiteConfiguration'], block),
    // The CDK's own word: no template has it.
    ...(property(declared, 'PublicReadAccess') && { opened: setting(declared, ['PublicReadAccess'], flag) }),
  };
  return {
    publicAccess,
    encrypted: absent(declared.at),
    ownKey: ownKeyOfBucket(declared),
    refusesCleartext: refusalOf(mapping, declared),
    lifecycle: setting(declared, ['LifecycleConfiguration'], rules),
    endsUploads: setting(declared, ['LifecycleConfiguration'], ending),
    isHeld: property(declared, 'ObjectLockEnabled') !== undefined,
  };
}

/** The only property of a bucket is changed, not removed: nothing could be put beside it. */
function aclOf(declared: Declared): PublicAccess['acl'] {
  const read = setting(declared, ['AccessControl'], acl);
  const { map } = declared.properties;
  if (read.kind !== 'known' || map?.kind !== 'map' || map.entries.length > 1) return read;
  const { remove: _alone, ...kept } = read;
  return kept;
}
