import { entryOf, itemsOf, type MapEntry, type MapValue, type Value, valueAt } from '../../../model/value.js';

/** `resources` as one template: a template, or a list of templates that are merged. */
export function templateRoot(root: Value): MapValue {
  const resources = valueAt(root, 'resources');
  const at = entryOf(root, 'resources')?.keyAt ?? { ...root.at, end: root.at.start };
  const parts = itemsOf(resources).filter((part) => part.kind !== 'scalar');
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'map') return only;
  const maps = parts.filter((part) => part.kind === 'map');
  const entries = maps.reduce<readonly MapEntry[]>((merged, map) => mergedEntries(merged, map.entries), []);
  const open =
    maps.length < parts.length || maps.some((map) => map.open) || (resources?.kind === 'list' && resources.open);
  return { kind: 'map', entries, open, at };
}

/** Two sections of the same name become one; what stands in one of their maps is written there. */
function mergedEntries(before: readonly MapEntry[], next: readonly MapEntry[]): readonly MapEntry[] {
  const merged = new Map(before.map((entry) => [entry.key, entry]));
  for (const entry of next) {
    const earlier = merged.get(entry.key);
    const both = earlier?.value.kind === 'map' && entry.value.kind === 'map';
    merged.set(entry.key, both ? { ...earlier, value: joined(earlier.value, entry.value) } : entry);
  }
  return [...merged.values()];
}

function joined(before: Value, next: Value): Value {
  if (before.kind !== 'map' || next.kind !== 'map') return next;
  const entries = new Map([...before.entries, ...next.entries].map((entry) => [entry.key, entry]));
  return { ...next, entries: [...entries.values()], open: before.open || next.open };
}
