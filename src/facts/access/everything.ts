import type { AccessChange } from './change.js';
import type { Telling } from './scope.js';
import type { Documents } from './statement.js';
import { plainName } from './words.js';

/** True if nothing is refused: `*` on `*`, without a condition, a Deny or a boundary. */
function isEverything({ statements, boundary }: Documents): boolean {
  if (boundary !== undefined || statements.some(({ effect }) => effect === 'deny')) return false;
  return statements.some(
    ({ actions, resources, when }) =>
      when.length === 0 &&
      !actions.except &&
      !resources.except &&
      actions.texts.includes('*') &&
      resources.texts.includes('*'),
  );
}

/** Whoever newly can do everything, or no longer can, is told in one sentence rather than in one for each service. */
export function wholeChange(
  before: Documents,
  after: Documents,
  { subject, who, isRemote }: Omit<Telling, 'direction'>,
): AccessChange | undefined {
  if (isEverything(before) === isEverything(after)) return undefined;
  const direction = isEverything(after) ? 'newly' : 'no longer';
  const deed = 'use every action on every resource';
  return {
    direction,
    who,
    service: '*',
    level: 'permissions',
    actions: ['*'],
    scope: 'every resource',
    deed,
    sentence: `${plainName(subject)} can ${direction} ${deed}.`,
    weight: (direction === 'newly' ? 1_200 : 200) - (isRemote ? 500 : 0),
  };
}
