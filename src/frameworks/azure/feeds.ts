import type { Declared } from '../../clouds/azure/deployment.js';
import type { Span } from '../../model/span.js';
import type { MapEntry, Value } from '../../model/value.js';

const deepest = 40;

/** Names under which what stands at a place ends up in resources. */
export type Feeds = (declared: Span, fallback: Value | undefined) => readonly string[];

/** Looks through all resources once: the name beside a `value`, otherwise the key, by where its value comes from. */
export function feedsOf(resources: readonly Declared[]): Feeds {
  const names = new Map<string, Set<string>>();
  for (const { body } of resources) note(body.map, names, 0);
  return (declared, fallback) => {
    const places = [declared, ...(fallback === undefined ? [] : [fallback.at])];
    return [...new Set(places.flatMap((place) => [...(names.get(keyOf(place)) ?? [])]))];
  };
}

function keyOf({ path, start }: Span): string {
  return `${start} ${path}`;
}

function note(value: Value | undefined, names: Map<string, Set<string>>, depth: number): void {
  if (value === undefined || depth > deepest) return;
  if (value.kind === 'list') for (const item of value.items) note(item, names, depth + 1);
  if (value.kind !== 'map') return;
  for (const entry of value.entries) {
    const { origin } = entry.value;
    if (origin === undefined) note(entry.value, names, depth + 1);
    else {
      const found = names.get(keyOf(origin)) ?? new Set<string>();
      names.set(keyOf(origin), found.add(nameOf(entry, value.entries)));
      note(entry.value, names, depth + 1);
    }
  }
}

function nameOf({ key }: MapEntry, entries: readonly MapEntry[]): string {
  const name = key === 'value' ? entries.find((entry) => entry.key === 'name')?.value : undefined;
  return name?.kind === 'scalar' ? String(name.value) : key;
}
