import type { ReadStack } from './read-stack.js';

/** The ids of what a stack declares by name. */
export function declaredIds({ model }: ReadStack): ReadonlySet<string> {
  const named = [...model.functions, ...model.stores, ...model.apis, ...model.roles.filter((role) => !role.generated)];
  return new Set(named.map((resource) => resource.id));
}
