import type { Value } from '../flow/value.js';

const statement =
  /^\s*(?:select\b[\s\S]*\bfrom\b|insert\s+into\b|update\b[\s\S]*\bset\b|delete\s+from\b|replace\s+into\b|merge\s+into\b|call\s|exec(?:ute)?\s)/i;

/** True if the fixed pieces of a text are those of an SQL statement. */
export function isStatement({ pieces }: Value): boolean {
  if (pieces === undefined) return false;
  return statement.test(pieces.map((piece) => (typeof piece === 'string' ? piece : ' x ')).join(''));
}
