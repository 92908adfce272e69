import type { Grant, NamedPolicy, Role, Terms } from '../../../../model/identity.js';
import type { Span } from '../../../../model/span.js';
import { bindingOutput } from '../../../../model/writes.data.js';
import { plainRole } from '../../../reading/plain-role.js';
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
  const strangers = others.filter(({ account, scope }) => !addresses.has(account ?? '') && wide.has(scope));
  return [...declared, ...elsewhere, ...strangers.map((binding) => roleOf(binding.declared, [binding], custom))];
}

const agents =
  /@(?:gcp-sa-[a-z-]+|gs-project-accounts|[a-z-]+-robot|gcf-admin-robot|cloudservices|cloud-?logs)\.|data\.google_(?:storage_project_service_account|logging_project_cmek_settings)\.|google_project_service_identity\./;

/** What Google's own services do in a project needs roles that their documentation names; basic roles are none of them. */
function isServiceAgent({ member = '', role }: Binding): boolean {
  return agents.test(member) && role !== 'roles/owner' && role !== 'roles/editor';
}

const wide: ReadonlySet<string> = new Set(['project', 'folder', 'organization']);

function namedPolicies(binding: Binding, custom: CustomRoles): readonly NamedPolicy[] {
  const { role, roleAt, scope, on, narrowed } = binding;
  const reach = narrowed || !wide.has(scope) ? 'resource' : scope === 'project' ? 'project' : 'organisation';
  const where = { scope: reach, ...(reach === 'resource' && on !== undefined && { on }) } as const;
  const permissions = binding.custom === undefined ? undefined : custom.get(binding.custom);
  if (permissions === undefined) return [{ name: role, at: roleAt, ...where }];
  return permissions.map(({ text, at }) => ({ name: text, at, ...where }));
}

function roleOf(declared: Declared, bindings: readonly Binding[], custom: CustomRoles): Role {
  return plainRole({
    ...declarationOf(declared),
    grants: bindings.flatMap(writing),
    named: bindings.flatMap((binding) => namedPolicies(binding, custom)),
    open: false,
  });
}

const writers: ReadonlyMap<string, RegExp> = new Map([
  ['storage_bucket', /^roles\/storage\.(?:admin|object(?:Admin|Creator|User)|legacyBucket(?:Writer|Owner))$/],
  ['pubsub_topic', /^roles\/pubsub\.(?:admin|editor|publisher)$/],
]);

/** What a role on one bucket or topic lets its holder put there. */
function writing({ scope, role, roleAt: at, on, narrowed }: Binding): readonly Grant[] {
  if (on === undefined || narrowed || writers.get(scope)?.test(role) !== true) return [];
  const inside = scope === 'storage_bucket' ? `\${${on}}/*` : `\${${on}}`;
  const nothing = termsAt([], at);
  return [
    {
      id: `${role} ${on}`,
      at,
      effect: 'allow',
      actions: termsAt([bindingOutput], at),
      notActions: undefined,
      resources: { ...nothing, terms: [{ text: inside, at, to: on }] },
      notResources: undefined,
      conditions: [],
      conditionsOpen: false,
      origin: 'method',
      originName: role,
    },
  ];
}

/** Texts that stand at one place. */
export function termsAt(texts: readonly string[], at: Span): Terms {
  return { terms: texts.map((text) => ({ text, at })), open: false, at, write: () => undefined };
}
