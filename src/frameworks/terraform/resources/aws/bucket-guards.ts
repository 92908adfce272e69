import { entryOf, type MapValue } from '../../../../model/value.js';
import { scalar } from '../../evaluate/values.js';

const guards = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** Guards against public access that a block of them does not name are off. */
export function withGuards(bucket: MapValue): MapValue {
  const entries = bucket.entries.map((entry) => {
    if (entry.key !== 'PublicAccessBlockConfiguration' || entry.value.kind !== 'map' || entry.value.open) return entry;
    return { ...entry, value: guardsIn(entry.value) };
  });
  return { ...bucket, entries };
}

function guardsIn(map: MapValue): MapValue {
  const at = map.anchor ?? map.at;
  const missing = guards
    .filter((key) => entryOf(map, key) === undefined)
    .map((key) => ({ key, keyAt: at, value: scalar(false, at) }));
  return { ...map, entries: [...map.entries, ...missing] };
}
