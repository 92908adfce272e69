import { catalogue } from '../policies/catalogue.js';
import type { Policy } from '../policies/definition.js';
import { nearestName } from '../settings/nearest-name.js';
import { CannotRun } from './cannot-run.js';

/** The policy that an option or argument names, by its present id or a former one. */
export function findPolicy(id: string): Policy {
  const found = catalogue.find((policy) => policy.id === id || policy.formerIds?.includes(id));
  if (found !== undefined) return found;
  const nearest = nearestName(
    id,
    catalogue.map((policy) => policy.id),
  );
  throw new CannotRun(
    `There is no policy ${JSON.stringify(id)}${nearest === undefined ? '' : `, but ${nearest}`}; postern policies lists them.`,
  );
}
