import type { Expression } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import type { Construct } from './construct.js';

/** What is made of something and options, like the integration of a function, is no construct. */
export function isId(id: Expression | undefined): boolean {
  return id !== undefined && !/^(?:properties|list)$/.test(resolve(id).kind);
}

/** An id that is computed is called like its class. */
export function idOf(
  { call, type }: Pick<Construct, 'call' | 'type'>,
  byCall: ReadonlyMap<Expression, Construct>,
): string {
  const [scope, id] = call.args;
  const written = id === undefined ? '*' : writtenText(id);
  const own = written === '*' ? type.slice(type.lastIndexOf('.') + 1) : written;
  const parent = scope === undefined ? undefined : byCall.get(resolve(scope));
  return parent === undefined ? own : `${parent.id}/${own}`;
}

/** The text of an id; what is computed in it is written `*`. */
export function writtenText(expression: Expression, depth = 0): string {
  const resolved = resolve(expression);
  if (resolved.kind === 'literal') return String(resolved.value);
  if (resolved.kind !== 'text' || depth > 3) return '*';
  return resolved.parts.map((part) => (typeof part === 'string' ? part : writtenText(part, depth + 1))).join('');
}

export function uniqueId(id: string, unit: string, taken: Set<string>): string {
  const candidates = [id, `${unit}/${id}`];
  let found = candidates.find((candidate) => !taken.has(candidate));
  for (let count = 2; found === undefined; count++) if (!taken.has(`${id}-${count}`)) found = `${id}-${count}`;
  taken.add(found);
  return found;
}
