import { builtInRoles } from '../../../../clouds/azure/identity/built-in-roles.data.js';
import { plainRole } from '../../../../clouds/plain/role.js';
import { termOf } from '../../../../clouds/values/terms.js';
import type { Grant, NamedPolicy, Role } from '../../../../model/identity.js';
import { textOf, type Value } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { appFields } from './app-fields.js';
import { assignedIdentities, ownIdentity } from './azurerm-functions.js';
import { definitionsOf, grantsOf } from './custom-roles.js';
import { vaultAccess } from './vault-access.js';

const assignment = 'azurerm_role_assignment';
const identity = 'azurerm_user_assigned_identity';

/** The types that identities and their permissions are made of. */
export const identityTypes: readonly string[] = [assignment, identity];

interface Permissions {
  readonly principal: string | undefined;
  readonly declared: Declared;
  readonly named: readonly NamedPolicy[];
  readonly grants: readonly Grant[];
  readonly definition?: string;
  /** Told of also if whose permissions they are is not known. */
  readonly alone: boolean;
}

/** The identities of apps and of the stack with the roles they are assigned, and assignments to others. */
export function azureRoles(mapping: Mapping): readonly Role[] {
  const apps = declaredOf(mapping, appFields).filter((app) => /SystemAssigned/i.test(typeOf(app)));
  const identities = declaredOf(mapping, { [identity]: same('name') });
  const permissions: readonly Permissions[] = [...assigned(mapping), ...vaultAccess(mapping)];
  const of = (principals: readonly string[]) =>
    permissions.filter(({ principal = '' }) => principals.includes(principal));
  const own = apps.map((app) => roleOf({ ...app, id: ownIdentity(app) }, of([app.id, ...assignedIdentities(app)])));
  const declared = identities.map((one) => roleOf(one, of([one.id])));
  const principals = new Set([...apps, ...identities].map(({ id }) => id));
  const unauthenticatedCallers = permissions.filter(
    ({ principal, alone }) => alone && !principals.has(principal ?? ''),
  );
  const used = new Set(permissions.map(({ definition }) => definition));
  const unused = [...definitionsOf(mapping).values()].filter(({ id }) => !used.has(id));
  return [
    ...own,
    ...declared,
    ...unauthenticatedCallers.map((one) => roleOf(one.declared, [one])),
    ...unused.map((one) => ({ ...roleOf(one, []), grants: grantsOf(mapping, one, scopeOf(property(one, 'scope'))) })),
  ];
}

function typeOf(app: Declared): string {
  return textOf(property(app, 'identity', 'type')) ?? '';
}

function assigned(mapping: Mapping): readonly Permissions[] {
  const definitions = definitionsOf(mapping);
  const fields = same('scope', 'role_definition_name', 'role_definition_id', 'principal_id', 'condition');
  return declaredOf(mapping, { [assignment]: fields }).map((declared) => {
    const principal = referent(property(declared, 'principal_id'));
    const given = { principal, declared, named: [], grants: [], alone: true };
    const scope = scopeOf(property(declared, 'scope'));
    const byId = property(declared, 'role_definition_id');
    const custom = definitions.get(referent(byId) ?? '') ?? definitionNamed(declared, definitions);
    if (custom !== undefined) return { ...given, grants: grantsOf(mapping, custom, scope), definition: custom.id };
    const role = property(declared, 'role_definition_name') ?? byId;
    const name = textOf(property(declared, 'role_definition_name')) ?? nameById(byId);
    if (role === undefined || name === undefined) return given;
    return { ...given, named: [{ name, at: role.at, ...scope }] };
  });
}

function definitionNamed(declared: Declared, definitions: ReadonlyMap<string, Declared>): Declared | undefined {
  const written = property(declared, 'role_definition_name');
  const referred = definitions.get(referent(written) ?? '');
  const name = textOf(written);
  if (referred !== undefined || name === undefined) return referred;
  return [...definitions.values()].find((one) => textOf(property(one, 'name')) === name);
}

/** Of the built-in roles by their identifier, or by the name that a data source looks it up with. */
function nameById(value: Value | undefined): string | undefined {
  const text = termOf(value)?.text ?? '';
  const last = text.slice(text.lastIndexOf('/') + 1);
  const isName = text.includes('/roleDefinitions/') && /^[A-Z][A-Za-z -]+$/.test(last);
  return builtInRoles.get(last.toLowerCase()) ?? (isName ? last : undefined);
}

/** Subscriptions and resource groups hold everything; other scopes are single resources. */
function scopeOf(scope: Value | undefined): Pick<NamedPolicy, 'scope' | 'on'> {
  const on = referent(scope);
  const text = termOf(scope)?.text ?? '';
  if (on?.includes('azurerm_resource_group.') || on?.includes('azurerm_subscription.')) return { scope: 'project' };
  if (/^\$\{data\.azurerm_(?:subscription|resource_group)\.[^}]+\}$/.test(text)) return { scope: 'project' };
  if (/^\/?subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?$/i.test(text)) return { scope: 'project' };
  if (on?.includes('azurerm_management_group.') || /management_?groups?[./]/i.test(text))
    return { scope: 'organisation' };
  return on === undefined ? { scope: 'unknown' } : { scope: 'resource', on };
}

function roleOf(declared: Declared, permissions: readonly Permissions[]): Role {
  return plainRole({
    ...declarationOf(declared),
    grants: permissions.flatMap(({ grants }) => grants),
    named: permissions.flatMap(({ named }) => named),
    open: false,
  });
}
