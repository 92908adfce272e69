import { isEverybody } from '../../../clouds/google/bindings.js';
import { reachOf, writesOf } from '../../../clouds/google/google-permissions.js';
import { openPolicy, targetKinds } from '../../../clouds/google/open-policies.js';
import { type KubernetesObject, resourceOf } from '../../../clouds/kubernetes/objects.js';
import { plainRole } from '../../../clouds/plain/role.js';
import type { ResourcePolicy, Role } from '../../../model/identity.js';
import type { ConnectorBinding } from './bindings.js';

/** Service accounts with the roles that they are given. `users`: the functions that run as each. */
export function connectorRoles(
  objects: readonly KubernetesObject[],
  bindings: readonly ConnectorBinding[],
  users: ReadonlyMap<string, readonly string[]>,
): readonly Role[] {
  const accounts = new Map(objects.flatMap((one) => (one.kind === 'IAMServiceAccount' ? [[one.name, one]] : [])));
  const names = new Set([...accounts.keys(), ...bindings.flatMap(({ account }) => account ?? [])]);
  return [...names].flatMap((name) => {
    const own = bindings.filter(({ account }) => account === name);
    const declaring = accounts.get(name) ?? own[0]?.object;
    return declaring === undefined ? [] : [roleOf(name, declaring, own, users.get(name) ?? [])];
  });
}

/** The id of the role that stands for a service account. */
export function roleId(account: string): string {
  return `iamserviceaccount/${account}`;
}

function roleOf(
  name: string,
  declaring: KubernetesObject,
  bindings: readonly ConnectorBinding[],
  users: readonly string[],
): Role {
  return plainRole({
    ...resourceOf(declaring, roleId(name)),
    grants: bindings.flatMap(writesOf),
    named: bindings.map((binding) => ({ name: binding.role, at: binding.roleAt, ...reachOf(binding) })),
    open: true,
    users,
  });
}

/** Bindings of everybody on what holds data. Functions are judged by their routes, buckets by their access. */
export function connectorPolicies(bindings: readonly ConnectorBinding[]): readonly ResourcePolicy[] {
  return bindings.flatMap((binding) => {
    const { object, scope, role, member = '*' } = binding;
    const targetKind = targetKinds.get(scope);
    if (targetKind === undefined || !isEverybody(member)) return [];
    const id = `${object.kind.toLowerCase()}/${object.name} ${role} ${member}`;
    return [openPolicy(resourceOf(object, id), binding, targetKind)];
  });
}
