import type { Span } from '../../model/span.js';
import { entryOf, type MapEntry, type Value } from '../../model/value.js';

const patched = 'patched by Kustomize';

/** The same value, of which more may be known elsewhere: nothing in it is absent for certain. */
export function opened(value: Value): Value {
  if (value.kind === 'list') return { ...value, open: true, items: value.items.map(opened) };
  if (value.kind !== 'map') return value;
  return { ...value, open: true, entries: value.entries.map((entry) => ({ ...entry, value: opened(entry.value) })) };
}

/** A value with what a patch sets: that is not known here any more, and what it does not touch stays as it is. */
export function openedBy(value: Value, patch: Value): Value {
  if (patch.kind === 'list' && value.kind === 'list') return opened(value);
  if (patch.kind !== 'map' || value.kind !== 'map') return { kind: 'unknown', at: value.at, because: patched };
  if (entryOf(patch, '$patch') !== undefined) return opened(value);
  const entries = value.entries.map((entry) => {
    const change = entryOf(patch, entry.key)?.value;
    return change === undefined ? entry : { ...entry, value: openedBy(entry.value, change) };
  });
  const added = patch.entries.filter(({ key }) => entryOf(value, key) === undefined);
  return { ...value, entries: [...entries, ...added.map((entry) => setElsewhere(entry, value.at))] };
}

/** An entry that a patch adds, as if it stood in the file that is patched. */
function setElsewhere({ key, value }: MapEntry, at: Span): MapEntry {
  if (value.kind !== 'map') return { key, keyAt: at, value: { kind: 'unknown', at, because: patched } };
  const entries = value.entries.map((entry) => setElsewhere(entry, at));
  return { key, keyAt: at, value: { kind: 'map', entries, open: value.open, at } };
}
