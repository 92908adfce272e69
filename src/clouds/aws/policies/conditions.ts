import type { Condition } from '../../../model/identity.js';
import { entryOf, type MapValue, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { termsOf } from '../../values/terms.js';

/** The conditions of a statement: operator, key, values. */
export function readConditions(
  map: MapValue,
  reading: Reading,
): { readonly conditions: readonly Condition[]; readonly open: boolean } {
  const block = valueAt(map, 'Condition');
  if (block === undefined) return { conditions: [], open: map.open && entryOf(map, 'Condition') === undefined };
  if (block.kind !== 'map') return { conditions: [], open: block.kind !== 'scalar' || block.value !== null };
  const conditions: Condition[] = [];
  let open = block.open;
  for (const { key: operator, value: keys } of block.entries) {
    if (keys.kind !== 'map') {
      open = true;
      continue;
    }
    open ||= keys.open;
    for (const entry of keys.entries) {
      const values = termsOf(entry.value, { at: entry.keyAt, reading });
      conditions.push({ operator, key: entry.key, values: values.terms, open: values.open });
    }
  }
  return { conditions, open };
}
