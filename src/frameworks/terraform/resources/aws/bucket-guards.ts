import { entryOf, type MapValue, textOf } from '../../../../model/value.js';
import { mapOf, scalar } from '../../evaluate/values.js';
import type { Evaluated, Resources } from '../evaluated.js';

const guards = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** Those of the whole account by their arguments. */
const accountGuards = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];

/** Guards against public access that a block of them does not name are off, unless the whole account has all of them. */
export function withGuards(bucket: MapValue, resources?: Resources): MapValue {
  const key = 'PublicAccessBlockConfiguration';
  const account = resources?.ofType('aws_s3_account_public_access_block').find(isWhole);
  if (account !== undefined) {
    const { headAt } = account.instance.block;
    const value = mapOf(
      guards.map((guard) => ({ key: guard, keyAt: headAt, value: scalar(true, headAt) })),
      headAt,
    );
    return {
      ...bucket,
      entries: [...bucket.entries.filter((entry) => entry.key !== key), { key, keyAt: headAt, value }],
    };
  }
  const entries = bucket.entries.map((entry) => {
    if (entry.key !== key || entry.value.kind !== 'map' || entry.value.open) return entry;
    return { ...entry, value: guardsIn(entry.value) };
  });
  return { ...bucket, entries };
}

function isWhole({ body }: Evaluated): boolean {
  return accountGuards.every((name) => textOf(entryOf(body, name)?.value) === 'true');
}

function guardsIn(map: MapValue): MapValue {
  const at = map.anchor ?? map.at;
  const missing = guards
    .filter((key) => entryOf(map, key) === undefined)
    .map((key) => ({ key, keyAt: at, value: scalar(false, at) }));
  return { ...map, entries: [...map.entries, ...missing] };
}
