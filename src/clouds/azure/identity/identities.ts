import type { Grant, NamedPolicy, Role } from '../../../model/identity.js';
import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { textOf, type Value } from '../../../model/value.js';
import { plainRole } from '../../plain/role.js';
import { termOf } from '../../values/terms.js';
import type { Declared } from '../deployment.js';
import { functionApps } from '../functions/function-apps.js';
import { grouped } from '../grouping.js';
import { declarationOf, type Mapping, property } from '../mapping.js';
import { builtInRoles } from './built-in-roles.data.js';
import { definitionOf, grantsOf } from './custom-roles.js';
import { vaultAccess } from './vault-access.js';

const assigned = 'microsoft.managedidentity/userassignedidentities';

/** The role that an app runs as: an identity that is declared beside it, or its own. */
export function roleIdOf(mapping: Mapping, site: Declared): Setting<string> {
  const type = property(site, 'identity', 'type');
  const written = textOf(type)?.toLowerCase();
  if (type === undefined) return absent(site.at);
  if (written === undefined) return unknown(type.at, 'identity');
  const [own] = identitiesOf(mapping, site);
  if (own !== undefined) return fixed(own, type.at);
  if (written.includes('systemassigned')) return fixed(ownRole(mapping, site.id), type.at);
  return written === 'none' ? absent(site.at) : unknown(type.at, 'identity elsewhere');
}

/** The declared identities that an app is given; they are the keys of a map. */
function identitiesOf(mapping: Mapping, site: Declared): readonly string[] {
  const map = property(site, 'identity', 'userAssignedIdentities');
  if (map?.kind !== 'map') return [];
  return map.entries.flatMap(({ key, keyAt }) => {
    const to = /^\$\{([^}]+)\}$/.exec(key)?.[1];
    const id = to === undefined ? undefined : mapping.referent({ kind: 'reference', to, at: keyAt });
    return id !== undefined && mapping.byId.get(id)?.type === assigned ? [id] : [];
  });
}

function ownRole({ deployment }: Mapping, site: string): string {
  return `${site}${deployment.joint}identity`;
}

/** The identities of function apps, and those declared by themselves, with the roles assigned to them. */
export function mapRoles(mapping: Mapping): readonly Role[] {
  const apps = functionApps(mapping);
  const given = permissionsIn(mapping);
  const bound = grouped(given, ({ role }) => role);
  const role = (declared: Declared, id: string, users: readonly string[]): Role => {
    const permissions = bound.get(id) ?? [];
    return {
      ...roleOf(declared, id, users),
      grants: permissions.flatMap(({ grants }) => grants),
      named: permissions.flatMap(({ named }) => named),
    };
  };
  const own = apps.filter((site) =>
    (textOf(property(site, 'identity', 'type')) ?? '').toLowerCase().includes('systemassigned'),
  );
  const usersOf = (id: string) =>
    apps.filter((site) => identitiesOf(mapping, site).includes(id)).map((site) => site.id);
  return [
    ...own.map((site) => role(site, ownRole(mapping, site.id), [site.id])),
    ...mapping.ofType(assigned).map((identity) => role(identity, identity.id, usersOf(identity.id))),
  ];
}

function roleOf(declared: Declared, id: string, users: readonly string[]): Role {
  return plainRole({
    ...declarationOf(declared),
    id,
    generated: id !== declared.id,
    grants: [],
    named: [],
    open: true,
    users,
  });
}

/** What one assignment or access policy gives to an identity of the deployment. */
interface Permissions {
  readonly role: string;
  readonly named: readonly NamedPolicy[];
  readonly grants: readonly Grant[];
}

function permissionsIn(mapping: Mapping): readonly Permissions[] {
  const access = vaultAccess(mapping).flatMap(({ principal, policy }): readonly Permissions[] => {
    const role = principalOf(mapping, principal);
    return role === undefined ? [] : [{ role, named: [policy], grants: [] }];
  });
  const assignments = mapping.ofType('microsoft.authorization/roleassignments');
  return [...assignments.flatMap((assignment) => permissionsOf(mapping, assignment)), ...access];
}

/** Roles are the last identifier of what names them; a subscription's may come before. */
const identifiers = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

const builtInNames = new Map([...builtInRoles.values()].map((name) => [name.toLowerCase(), name]));

/** The identity that a principal's id belongs to. */
function principalOf(mapping: Mapping, id: Value | undefined): string | undefined {
  const principal = mapping.byId.get(mapping.referent(id) ?? '');
  if (principal === undefined) return undefined;
  return principal.type === assigned ? principal.id : ownRole(mapping, principal.id);
}

function permissionsOf(mapping: Mapping, assignment: Declared): readonly Permissions[] {
  const role = principalOf(mapping, property(assignment, 'properties', 'principalId'));
  const definition = property(assignment, 'properties', 'roleDefinitionId');
  if (role === undefined || definition === undefined) return [];
  const scope = scopeOf(mapping, assignment);
  const custom = definitionOf(mapping, definition);
  if (custom !== undefined) return [{ role, named: [], grants: grantsOf(mapping, custom, scope) }];
  const named = mapping.deployment.existing.get(mapping.referent(definition) ?? '')?.name;
  const text = textOf(named) ?? termOf(definition)?.text;
  const guid = text?.match(identifiers)?.at(-1)?.toLowerCase();
  const name = guid === undefined ? roleNamed(text) : (builtInRoles.get(guid) ?? guid);
  if (name === undefined) return [];
  const condition = property(assignment, 'properties', 'condition');
  const conditional = condition !== undefined && textOf(condition) !== '' && !isNull(condition);
  return [
    { role, named: [{ name, at: writtenAt(definition), ...scope, ...(conditional && { conditional }) }], grants: [] },
  ];
}

function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** A role by its name, which may be the last part of an id: `/providers/Microsoft.Authorization/roleDefinitions/Owner`. */
function roleNamed(text = ''): string | undefined {
  const name = text.slice(text.indexOf(definitions) < 0 ? 0 : text.lastIndexOf('/') + 1);
  return builtInNames.get(name.toLowerCase());
}

const definitions = '/roleDefinitions/';

/** A module that assigns whatever role it is given decides nothing: its caller does. */
function writtenAt({ at, origin = at }: Value): Span {
  return origin.path === at.path ? at : origin;
}

/** On one resource when a scope says so; otherwise the group or subscription that is deployed to. */
function scopeOf(mapping: Mapping, { scope, parent }: Declared): Pick<NamedPolicy, 'scope' | 'on'> {
  const on = mapping.referent(scope) ?? parent;
  if (on !== undefined) return { scope: 'resource', on };
  if (scope === undefined) return { scope: mapping.deployment.reach };
  if (isNamed(scope, /^managementgroup$/i)) return { scope: 'organisation' };
  return { scope: isNamed(scope, /^(?:resourcegroup|subscription)$/i) ? 'project' : 'unknown' };
}

function isNamed(scope: Value, name: RegExp): boolean {
  if (scope.kind !== 'pattern') return false;
  return scope.parts.some((part) => typeof part === 'object' && 'named' in part && name.test(part.named));
}
