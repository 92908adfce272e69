import type { Value } from '../../model/value.js';

const deepest = 60;

/** Every reference to a resource inside a value. */
export function referencesIn(value: Value | undefined, depth = 0): readonly Value[] {
  if (value === undefined || depth > deepest) return [];
  switch (value.kind) {
    case 'reference':
      return [value];
    case 'pattern':
      return value.parts.flatMap((part) =>
        typeof part === 'object' && 'to' in part ? [{ kind: 'reference', at: value.at, ...part } as const] : [],
      );
    case 'list':
      return value.items.flatMap((item) => referencesIn(item, depth + 1));
    case 'map':
      return value.entries.flatMap((entry) => referencesIn(entry.value, depth + 1));
    case 'choice':
      return value.cases.flatMap((option) => referencesIn(option.value, depth + 1));
    case 'scalar':
    case 'unknown':
      return [];
  }
}
