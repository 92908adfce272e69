import { groupBy } from '../../../model/grouping.js';
import type { Role } from '../../../model/identity.js';
import type { LogGroup } from '../../../model/store.js';

/** What is read before functions and looked up by them. */
export interface Surroundings {
  readonly roles: ReadonlyMap<string, Role>;
  readonly groupsByFunction: ReadonlyMap<string, readonly LogGroup[]>;
  /** A group of no known function has a name that only the deployment knows. */
  readonly hasUnnamedGroup: boolean;
}

export function surroundingsOf(roles: readonly Role[], logGroups: readonly LogGroup[]): Surroundings {
  return {
    roles: new Map(roles.map((role) => [role.id, role])),
    groupsByFunction: groupBy(logGroups, ({ functions }) => functions),
    hasUnnamedGroup: logGroups.some(({ functions, name }) => functions.length === 0 && (name ?? '').includes('${')),
  };
}
