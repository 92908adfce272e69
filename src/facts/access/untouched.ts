import type { Model } from '../../model/model.js';
import { resourcesOf } from '../named-things.js';

/** True if nothing differs that access depends on: most changes touch no identity, and need not be compared. */
export function isUntouched(base: Model, head: Model): boolean {
  return identityOf(base) === identityOf(head);
}

/** Who may do what, as it is written, and what things are called. Where it stands makes no difference. */
function identityOf(model: Model): string {
  const { framework, roles, resourcePolicies, directories, stores, logGroups, functions, triggers } = model;
  const things = resourcesOf(model).map(({ id, type }) => `${type} ${id}`);
  const named = [
    ...stores.map(({ id, name, publicAccess }) => [id, name, publicAccess?.ignores]),
    ...logGroups.map(({ id, name }) => [id, name]),
  ];
  const failing = [...functions, ...triggers].map(({ id, onFailure }) => [id, onFailure]);
  const running = functions.map(({ id, role }) => [id, role]);
  return JSON.stringify(
    [framework, roles, resourcePolicies, directories, things, named, failing, running],
    withoutPlaces,
  );
}

function withoutPlaces(key: string, value: unknown): unknown {
  const isPlace = key === 'at' || key === 'whole' || (key === 'origin' && typeof value === 'object');
  return isPlace ? undefined : value;
}
