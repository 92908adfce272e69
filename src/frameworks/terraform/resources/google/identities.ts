import { reachOf, writesOf } from '../../../../clouds/google/google-permissions.js';
import { plainRole } from '../../../../clouds/plain/role.js';
import type { NamedPolicy, Role } from '../../../../model/identity.js';
import { type Declared, declarationOf, declaredOf, type Mapping, same } from '../cloud.js';
import type { Binding } from './bindings.js';
import type { CustomRoles } from './custom-roles.js';

/** Service accounts with the roles that they are given, and members that are declared elsewhere. */
export function googleRoles(mapping: Mapping, bindings: readonly Binding[], custom: CustomRoles): readonly Role[] {
  const accounts = declaredOf(mapping, { google_service_account: same('account_id') });
  const own = new Set(accounts.map(({ id }) => id));
  const of = (account: string) => bindings.filter((binding) => binding.account === account);
  const declared = accounts.map((account) => roleOf(account, of(account.id), custom));
  const others = bindings.filter((binding) => !own.has(binding.account ?? '') && !isServiceAgent(binding));
  const addresses = new Set(others.flatMap(({ account }) => (account?.includes('@') ? [account] : [])));
  const elsewhere = [...addresses].flatMap((address) => {
    const [first, ...more] = of(address);
    return first === undefined ? [] : [roleOf({ ...first.declared, id: address }, [first, ...more], custom)];
  });
  const unauthenticatedCallers = others.filter(
    ({ account, scope }) => !addresses.has(account ?? '') && wide.has(scope),
  );
  return [
    ...declared,
    ...elsewhere,
    ...unauthenticatedCallers.map((binding) => roleOf(binding.declared, [binding], custom)),
  ];
}

const agents =
  /@(?:gcp-sa-[a-z-]+|gs-project-accounts|[a-z-]+-robot|gcf-admin-robot|cloudservices|cloud-?logs)\.|data\.google_(?:storage_project_service_account|logging_project_cmek_settings)\.|google_project_service_identity\./;

/** What Google's own services do needs roles that their documentation names: basic ones only where they have them anyway. */
function isServiceAgent({ member = '', role }: Binding): boolean {
  if (role === 'roles/editor' && member.includes('@cloudservices.')) return true;
  return agents.test(member) && role !== 'roles/owner' && role !== 'roles/editor';
}

const wide: ReadonlySet<string> = new Set(['project', 'folder', 'organization']);

function namedPolicies(binding: Binding, custom: CustomRoles): readonly NamedPolicy[] {
  const where = reachOf(binding);
  const permissions = binding.custom === undefined ? undefined : custom.get(binding.custom);
  if (permissions === undefined) return [{ name: binding.role, at: binding.roleAt, ...where }];
  return permissions.map(({ text, at }) => ({ name: text, at, ...where }));
}

function roleOf(declared: Declared, bindings: readonly Binding[], custom: CustomRoles): Role {
  return plainRole({
    ...declarationOf(declared),
    grants: bindings.flatMap(writesOf),
    named: bindings.flatMap((binding) => namedPolicies(binding, custom)),
    open: false,
  });
}
