import type { ReadStack } from './read-stack.js';

/** The ids of what a stack declares by name, and of the outputs that show a secret. */
export function declaredIds({ model }: ReadStack): ReadonlySet<string> {
  const named = [...model.functions, ...model.stores, ...model.apis, ...model.roles.filter((role) => !role.generated)];
  const outputs = model.shownSecrets?.map(({ output }) => `output ${output}`) ?? [];
  return new Set([...named.map((resource) => resource.id), ...outputs]);
}
