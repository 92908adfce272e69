import type { Value } from '../../../../model/value.js';
import { type Row, reading, row } from '../../synthesis/rows.js';

const names = new Map([
  ['allowedOrigins', 'AllowOrigins'],
  ['allowedMethods', 'AllowMethods'],
  ['allowedHeaders', 'AllowHeaders'],
  ['allowOrigins', 'AllowOrigins'],
  ['allowMethods', 'AllowMethods'],
  ['allowHeaders', 'AllowHeaders'],
  ['allowCredentials', 'AllowCredentials'],
  ['exposeHeaders', 'ExposeHeaders'],
  ['maxAge', 'MaxAge'],
]);

/** What other sites may do, in any of the words that constructs have for it. */
export function corsRow(property: string, path: string): Row {
  return row(property, path, reading(corsOf));
}

export function corsOf(value: Value): Value {
  if (value.kind !== 'map') return value;
  return { ...value, entries: value.entries.map((entry) => ({ ...entry, key: names.get(entry.key) ?? entry.key })) };
}
