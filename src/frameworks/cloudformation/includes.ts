import type { Value } from '../../model/value.js';
import type { Documents } from './documents.js';
import { resolve } from './intrinsics.js';
import type { Scope } from './scope.js';

/** Reads files that a template includes, each resolved once; a file that includes itself is not read again. */
export function includesOf(documents: Documents, root: Value, scope: () => Scope): Scope['include'] {
  const resolved = new Map<string, Value | undefined>();
  return (location) => {
    const path = documents.locate(location, root.at);
    if (path === undefined) return undefined;
    if (!resolved.has(path)) {
      resolved.set(path, undefined);
      const value = documents.read(path)?.documents?.[0];
      if (value !== undefined) resolved.set(path, resolve(scope(), value));
    }
    const included = resolved.get(path);
    return scope().spend(included) ? included : undefined;
  };
}
