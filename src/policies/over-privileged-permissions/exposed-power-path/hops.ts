import { actionsOf, allowsOf } from '../../../facts/permissions/grants.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Role } from '../../../model/identity.js';

/** A way from a function to the role whose permissions it ends in. */
export interface PowerPath {
  readonly end: ServerlessFunction;
  readonly role: Role;
  /** What lies between, the last function included; empty for the function's own role. */
  readonly hops: readonly string[];
}

/** More steps than this are nobody's plan. */
const mostHops = 6;

/** The function's own role, and those of functions behind it that may assume or pass roles. */
export function* pathsThrough(fn: ServerlessFunction, stack: Stack): Iterable<PowerPath> {
  const own = stack.roleOf(fn);
  if (own !== undefined) yield { end: fn, role: own, hops: [] };
  for (const hops of waysFrom(fn.id, stack)) {
    const end = stack.functions.find(({ id }) => id === hops.at(-1));
    const role = end && stack.roleOf(end);
    if (end === undefined || role === undefined || role === own || stack.exposure(end) === 'open') continue;
    if (['admin', 'escalation'].includes(stack.power(end)) && handsOutRoles(role)) yield { end, role, hops };
  }
}

function handsOutRoles(role: Role): boolean {
  const actions = allowsOf(role).flatMap((grant) => actionsOf(role, grant));
  return actions.some(({ term }) => /^(?:iam:PassRole|sts:AssumeRole)$/i.test(term.text));
}

/** The shortest way to everything that events of a function can lead to. */
function waysFrom(start: string, { graph }: Stack): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind, shared } of graph.edges) {
    if (kind !== 'failure' && shared !== true) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const ways = new Map<string, readonly string[]>([[start, []]]);
  for (const [id, way] of ways) {
    if (way.length >= mostHops) continue;
    for (const to of next.get(id) ?? []) if (!ways.has(to)) ways.set(to, [...way, to]);
  }
  ways.delete(start);
  return [...ways.values()];
}
