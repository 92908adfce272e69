import { doorsOf } from '../exposure/callers.js';
import type { Stack } from '../stack.js';

/** Every way from callers without a sign-in over a function to more than it can need, as texts that stay equal. */
export function openPaths(stack: Stack): ReadonlySet<string> {
  const roles = new Map(stack.functions.map((fn) => [fn.id, stack.roleOf(fn)]));
  const paths = new Set<string>();
  for (const { id, caller, function: fn = '' } of doorsOf(stack)) {
    const role = caller === 'anyone' || caller === 'key holders' ? roles.get(fn) : undefined;
    for (const { kind, key, weight } of role === undefined ? [] : stack.permissions(role)) {
      if (weight !== 'low') paths.add(JSON.stringify([id, fn, kind, key]));
    }
  }
  return paths;
}
