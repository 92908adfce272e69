import type { NamedPolicy, Role } from '../../../model/identity.js';
import type { Resource } from '../../../model/resource.js';
import { plainRole } from '../../plain/role.js';
import { declarationOf, type GoogleStack, ofAsset } from '../google-stack.js';
import type { GoogleBinding } from './google-bindings.js';
import { type CustomRoles, customRolesOf } from './google-custom-roles.js';
import { reachOf, writesOf } from './google-permissions.js';

/** Service accounts with the roles that they are given, and members that are declared elsewhere. */
export function googleRoles(stack: GoogleStack): readonly Role[] {
  const { bindings, open } = stack;
  const custom = customRolesOf(stack);
  const accounts = ofAsset(stack, 'iam.googleapis.com/ServiceAccount');
  const own = new Set(accounts.map(({ id }) => id));
  const of = (account: string) => bindings.filter((binding) => binding.account === account);
  const role = (resource: Resource, given: readonly GoogleBinding[]) => roleOf(resource, given, { custom, open });
  const others = bindings.filter((binding) => !own.has(binding.account ?? '') && !isServiceAgent(binding));
  const elsewhere = [...new Set(others.flatMap(({ account }) => account ?? []))].flatMap((account) => {
    const given = of(account);
    return given.slice(0, 1).map((first) => role({ ...first, id: account }, given));
  });
  const people = others.filter(({ account, scope }) => account === undefined && wide.has(scope));
  return [
    ...accounts.map((account) => role(account, of(account.id))),
    ...elsewhere,
    ...people.map((binding) => role(binding, [binding])),
  ];
}

const agents =
  /@(?:gcp-sa-[a-z-]+|gs-project-accounts|[a-z-]+-robot|gcf-admin-robot|cloudservices|cloud-?logs)\.|data\.google_(?:storage_project_service_account|logging_project_cmek_settings)\.|google_project_service_identity\./;

/** What Google's own services do needs roles that their documentation names: basic ones only where they have them anyway. */
function isServiceAgent({ member = '', role }: GoogleBinding): boolean {
  if (role === 'roles/editor' && member.includes('@cloudservices.')) return true;
  return agents.test(member) && role !== 'roles/owner' && role !== 'roles/editor';
}

const wide: ReadonlySet<string> = new Set(
  ['Project', 'Folder', 'Organization'].map((one) => `cloudresourcemanager.googleapis.com/${one}`),
);

function namedPolicies(binding: GoogleBinding, custom: CustomRoles): readonly NamedPolicy[] {
  const where = reachOf(binding);
  const permissions = binding.custom === undefined ? undefined : custom.get(binding.custom);
  if (permissions === undefined) return [{ name: binding.role, at: binding.roleAt, ...where }];
  return permissions.map(({ text, at }) => ({ name: text, at, ...where }));
}

/** https://cloud.google.com/iam/docs/principal-identifiers */
const holders: readonly (readonly [RegExp, Role['holder']])[] = [
  [/^user:/, 'User'],
  [/^group:/, 'Group'],
  [/^domain:/, 'Domain'],
  [/^serviceAccount:/, 'Service account'],
  [/^principal(?:Set)?:/, 'Federated identity'],
];

function holderOf(member: string | undefined): Role['holder'] {
  return member === undefined ? undefined : holders.find(([prefix]) => prefix.test(member))?.[1];
}

interface Given {
  readonly custom: CustomRoles;
  readonly open: boolean;
}

function roleOf(resource: Resource, bindings: readonly GoogleBinding[], { custom, open }: Given): Role {
  const holder = holderOf(bindings[0]?.member);
  return plainRole({
    ...declarationOf(resource),
    ...(holder !== undefined && { holder }),
    grants: bindings.flatMap(writesOf),
    named: bindings.flatMap((binding) => namedPolicies(binding, custom)),
    open,
  });
}
