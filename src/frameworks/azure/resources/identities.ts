import type { NamedPolicy, Role } from '../../../model/identity.js';
import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
import { textOf, type Value } from '../../../model/value.js';
import { termOf } from '../../reading/terms.js';
import type { Declared } from '../deployment.js';
import { grouped } from '../grouping.js';
import { functionApps } from './apps.js';
import { builtInRoles } from './built-in-roles.data.js';
import { declarationOf, type Mapping, property } from './mapping.js';

const assigned = 'microsoft.managedidentity/userassignedidentities';

/** The role that an app runs as: an identity that is declared beside it, or its own. */
export function roleIdOf(mapping: Mapping, site: Declared): Setting<string> {
  const type = property(site, 'identity', 'type');
  const written = textOf(type)?.toLowerCase();
  if (type === undefined) return absent(site.at);
  if (written === undefined) return unknown(type.at, 'identity');
  const [own] = identitiesOf(mapping, site);
  if (own !== undefined) return fixed(own, type.at);
  if (written.includes('systemassigned')) return fixed(ownRole(site.id), type.at);
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

function ownRole(site: string): string {
  return `${site} identity`;
}

/** The identities of function apps, and those declared by themselves, with the roles assigned to them. */
export function mapRoles(mapping: Mapping): readonly Role[] {
  const apps = functionApps(mapping);
  const assignments = mapping.ofType('microsoft.authorization/roleassignments');
  const named = grouped(
    assignments.flatMap((assignment) => namedOf(mapping, assignment)),
    ({ role }) => role,
  );
  const role = (declared: Declared, id: string, users: readonly string[]): Role => ({
    ...declarationOf(declared),
    id,
    kind: 'role',
    generated: id !== declared.id,
    grants: [],
    named: (named.get(id) ?? []).map(({ policy }) => policy),
    open: true,
    users,
    trust: [],
    boundary: absent(declared.at),
    attach: () => undefined,
  });
  const own = apps.filter((site) =>
    (textOf(property(site, 'identity', 'type')) ?? '').toLowerCase().includes('systemassigned'),
  );
  const declared = mapping.ofType(assigned);
  return [
    ...own.map((site) => role(site, ownRole(site.id), [site.id])),
    ...declared.map((identity) =>
      role(
        identity,
        identity.id,
        apps.filter((site) => identitiesOf(mapping, site).includes(identity.id)).map(({ id }) => id),
      ),
    ),
  ];
}

interface Assigned {
  readonly role: string;
  readonly policy: NamedPolicy;
}

function namedOf(mapping: Mapping, assignment: Declared): readonly Assigned[] {
  const definition = property(assignment, 'properties', 'roleDefinitionId');
  const principal = mapping.referent(property(assignment, 'properties', 'principalId'));
  const bearer = principal === undefined ? undefined : mapping.byId.get(principal);
  const text = termOf(definition)?.text ?? '';
  const guid = text.slice(text.lastIndexOf('/') + 1).toLowerCase();
  if (bearer === undefined || definition === undefined || !/^[0-9a-f-]{36}$/.test(guid)) return [];
  const policy: NamedPolicy = {
    name: builtInRoles.get(guid) ?? guid,
    at: definition.at,
    ...scopeOf(mapping, assignment),
  };
  return [{ role: bearer.type === assigned ? bearer.id : ownRole(bearer.id), policy }];
}

/** On one resource when a scope says so; otherwise the group or subscription that is deployed to. */
function scopeOf(mapping: Mapping, { scope, parent }: Declared): Pick<NamedPolicy, 'scope' | 'on'> {
  const on = mapping.referent(scope) ?? parent;
  if (on !== undefined) return { scope: 'resource', on };
  if (scope === undefined) return { scope: mapping.deployment.reach };
  return { scope: isGroup(scope) ? 'project' : 'unknown' };
}

function isGroup(scope: Value): boolean {
  return (
    scope.kind === 'pattern' &&
    scope.parts.some(
      (part) => typeof part === 'object' && 'named' in part && /^(?:resourcegroup|subscription)$/i.test(part.named),
    )
  );
}
