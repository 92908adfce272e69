import type { Span } from '../../model/span.js';
import type { MapEntry, Value } from '../../model/value.js';
import type { Declared } from './deployment.js';

const deepest = 40;

/** Names under which a parameter's value stands in resources: the name beside a `value`, otherwise its key. */
export function feedsOf(
  declared: Span,
  fallback: Value | undefined,
  resources: readonly Declared[],
): readonly string[] {
  const places = [declared, ...(fallback === undefined ? [] : [fallback.at])];
  const comes = ({ origin }: Value): boolean =>
    places.some((place) => origin?.path === place.path && origin.start === place.start);
  const found = resources.flatMap(({ body }) => namesIn(body.map, comes, 0));
  return [...new Set(found)];
}

function namesIn(value: Value | undefined, comes: (value: Value) => boolean, depth: number): readonly string[] {
  if (value === undefined || depth > deepest) return [];
  if (value.kind === 'list') return value.items.flatMap((item) => namesIn(item, comes, depth + 1));
  if (value.kind !== 'map') return [];
  return value.entries.flatMap((entry) =>
    comes(entry.value) ? [nameOf(entry, value.entries)] : namesIn(entry.value, comes, depth + 1),
  );
}

function nameOf({ key }: MapEntry, entries: readonly MapEntry[]): string {
  const name = key === 'value' ? entries.find((entry) => entry.key === 'name')?.value : undefined;
  return name?.kind === 'scalar' ? String(name.value) : key;
}
