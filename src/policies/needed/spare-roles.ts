import { allowsAction, changesSomething, roleActions, rolesThatAllow } from '../../facts/access/role-actions.js';
import { matchesWildcard } from '../../facts/permissions/wildcard.js';
import type { NamedPolicy, Role } from '../../model/identity.js';
import type { RoleNeeds } from './users.js';

/** A role of a cloud that allows more than the code of its holders needs. */
export interface SpareRole {
  readonly policy: NamedPolicy;
  /** Actions that calls need and it allows. */
  readonly kept: readonly string[];
  /** The role that would be enough; undefined if none of it is needed. */
  readonly enough: string | undefined;
  /** What is spare changes something. */
  readonly changes: boolean;
}

/** Services of which every call in the code is known by its permissions, as the actions begin. */
const judged =
  /^(?:(?:storage\.objects|pubsub\.(?:topics|subscriptions)|secretmanager|datastore\.entities|cloudtasks\.tasks)\.|Microsoft\.(?:Storage\/storageAccounts\/(?:blob|queue|table)Services|ServiceBus|EventHub|KeyVault\/vaults\/secrets)\/)/;
const bare = /^(?:storage|pubsub|secretmanager|cloudtasks)\.\*$/;

/** The roles, given by name, of which the code needs nothing or less. */
export function spareRoles({ named }: Role, needs: RoleNeeds): readonly SpareRole[] {
  return named.flatMap((policy) => spareOf(policy, needs) ?? []);
}

export function spareOf(policy: NamedPolicy, { called, perhaps }: RoleNeeds): SpareRole | undefined {
  const actions = policy.conditional === true || policy.branch !== undefined ? undefined : roleActions(policy.name);
  if (actions === undefined || !actions.some((action) => judged.test(action) || bare.test(action))) return undefined;
  const kept = [...called.keys()].filter((action) => allowsAction(actions, action));
  // What may be needed besides is kept, whatever it is for; of patterns on both sides either may be the wider one.
  const isOpen = (action: string) =>
    perhaps.some((pattern) => matchesWildcard(pattern, action) || matchesWildcard(action, pattern));
  const open = actions.filter((action) => judgedOrBare(action) && isOpen(action));
  const changing = actions.filter(changesSomething);
  if (kept.length === 0)
    return open.length > 0 ? undefined : { policy, kept, enough: undefined, changes: changing.length > 0 };
  const wanted = [...kept, ...perhapsWithin(actions, perhaps)];
  const [enough] = rolesThatAllow(policy.name, wanted);
  if (enough === undefined || enough === policy.name) return undefined;
  const left = roleActions(enough) ?? [];
  const spare = changing.filter((action) => !allowsAction(left, action));
  return spare.length === 0 ? undefined : { policy, kept, enough, changes: true };
}

function judgedOrBare(action: string): boolean {
  return judged.test(action) || bare.test(action);
}

/** What may be needed of what a role allows: its own actions that a pattern means, or the pattern where the role is one. */
function perhapsWithin(actions: readonly string[], perhaps: readonly string[]): readonly string[] {
  return perhaps.flatMap((pattern) => [
    ...actions.filter((action) => judged.test(action) && !action.includes('*') && matchesWildcard(pattern, action)),
    ...(actions.some((action) => action.includes('*') && matchesWildcard(action, pattern)) ? [pattern] : []),
  ]);
}
