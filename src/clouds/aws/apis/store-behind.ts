import type { Route } from '../../../model/api.js';
import type { Value } from '../../../model/value.js';
import { type Mapping, referent } from '../mapping.js';
import { referencesIn } from '../references-in.js';

/** The queue, workflow, table ... to which a route without a function hands requests: the first that its integration names. */
export function storeBehind(
  mapping: Mapping,
  behind: string | undefined,
  named: readonly (Value | undefined)[],
): Pick<Route, 'store'> {
  if (behind !== undefined) return {};
  const ids = named.flatMap((value) => [value, ...referencesIn(value)].map((one) => referent(mapping, one)));
  const store = ids.find((id) => id !== undefined && mapping.byId.has(id));
  return store === undefined ? {} : { store };
}
