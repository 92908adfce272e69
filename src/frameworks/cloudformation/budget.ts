import type { Value } from '../../model/value.js';

/** Takes a value, or a number of them, from what may still be copied while a template is resolved; false when nothing is left. */
export type Spend = (repeated: number | Value | undefined) => boolean;

/** Values that references, look-ups and shared sections may repeat in one stack: ordinary templates need a few thousand. */
const mostRepeated = 300_000;

/** Characters that count as one value. */
const charactersPerValue = 50;

export function openBudget(): Spend {
  let left = mostRepeated;
  return (repeated) => {
    if (left >= 0) left -= typeof repeated === 'number' ? repeated : sizeOf(repeated);
    return left >= 0;
  };
}

/** How many values a value holds, long texts counted as several. */
function sizeOf(value: Value | undefined): number {
  if (value === undefined) return 0;
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' ? Math.floor(value.value.length / charactersPerValue) : 0;
    case 'list':
      return value.items.reduce((sum, item) => sum + 1 + sizeOf(item), 0);
    case 'map':
      return value.entries.reduce((sum, entry) => sum + 1 + sizeOf(entry.value), 0);
    case 'choice':
      return value.cases.reduce((sum, one) => sum + 1 + sizeOf(one.value), 0);
    case 'pattern':
      return value.parts.length;
    case 'reference':
    case 'unknown':
      return 0;
  }
}
