import type { Value } from '../../../model/value.js';
import { entryOf } from '../../../model/value.js';

const patched = 'patched by Kustomize';

/** The same value, of which more may be known elsewhere: nothing in it is absent for certain. */
export function opened(value: Value): Value {
  if (value.kind === 'list') return { ...value, open: true, items: value.items.map(opened) };
  if (value.kind !== 'map') return value;
  return { ...value, open: true, entries: value.entries.map((entry) => ({ ...entry, value: opened(entry.value) })) };
}

/** A value with the parts opened that a patch touches; what the patch sets is not known here any more. */
export function openedBy(value: Value, patch: Value): Value {
  if (patch.kind === 'list' && value.kind === 'list') return opened(value);
  if (patch.kind !== 'map' || value.kind !== 'map') return { kind: 'unknown', at: value.at, because: patched };
  const entries = value.entries.map((entry) => {
    const change = entryOf(patch, entry.key)?.value;
    return change === undefined ? entry : { ...entry, value: openedBy(entry.value, change) };
  });
  const adds = patch.entries.some(({ key }) => entryOf(value, key) === undefined);
  return { ...value, entries, open: value.open || adds };
}
