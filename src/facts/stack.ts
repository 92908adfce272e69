import type { ServerlessFunction } from '../model/function.js';
import type { Role } from '../model/identity.js';
import type { AnyResource, Model } from '../model/model.js';
import { known } from '../model/setting.js';
import { type EventGraph, eventGraph } from './events/graph.js';
import { exposuresOf } from './exposure/exposure.js';
import type { Exposure } from './exposure/kinds.js';
import { resourcesOf } from './named-things.js';
import { namesOf } from './names.js';
import { type ExcessivePermission, excessivePermissions, permissionsAmong } from './permissions/permissions.js';
import { isStronger, type Power, powerOf } from './permissions/power.js';
import { noSurfaces, type Surfaces } from './surfaces/surface.js';

/** A model with the facts derived from it, each computed once. This is what policies see. */
export interface Stack extends Model {
  readonly graph: EventGraph;
  readonly exposure: (fn: ServerlessFunction) => Exposure;
  /** The role that a function runs as, when it is known and in the stack. */
  readonly roleOf: (fn: ServerlessFunction) => Role | undefined;
  readonly power: (fn: ServerlessFunction) => Power;
  /** Everything that a role may do beyond reason, the worst first. */
  readonly permissions: (role: Role) => readonly ExcessivePermission[];
  readonly resource: (id: string) => AnyResource | undefined;
  /** What other stacks of the commit answer and describe. */
  readonly surfaces: Surfaces;
  /** The words by which an author would call a resource, the one to tell first; those of an unknown id are itself. */
  readonly names: (id: string) => readonly string[];
}

/** Adds the derived facts (exposure, power, graph) to a model. */
export function deriveFacts(model: Model, surfaces: Surfaces = noSurfaces): Stack {
  const resources = new Map(resourcesOf(model).map((resource) => [resource.id, resource]));
  const roles = new Map(model.roles.map((role) => [role.id, role]));
  const exposure = exposuresOf(model);
  const roleOf = (fn: ServerlessFunction): Role | undefined => roles.get(known(fn.role) ?? '');
  const permissions = permissionsIn(model.roles);
  const permissionsOf = (role: Role) => permissions.get(role.id) ?? [];
  const powers = new Map(model.roles.map((role) => [role.id, powerOf(role, permissionsOf(role))]));
  return {
    ...model,
    surfaces,
    graph: eventGraph(model),
    exposure: (fn) => exposure.get(fn.id) ?? 'unknown',
    roleOf,
    power: (fn) => powers.get(roleOf(fn)?.id ?? '') ?? 'unknown',
    permissions: permissionsOf,
    resource: (id) => resources.get(id),
    names: (id) => namesIn(resources.get(id), id),
  };
}

/** What every role may do beyond reason. Roles that may change or hand on stronger ones are stronger than they look. */
function permissionsIn(roles: readonly Role[]): ReadonlyMap<string, readonly ExcessivePermission[]> {
  const own = roles.map((role) => ({ role, permissions: excessivePermissions(role) }));
  const strength = new Map(own.map(({ role, permissions }) => [role, powerOf(role, permissions)]));
  const strong = roles.filter((role) => isStronger(strength.get(role) ?? 'unknown', 'unknown'));
  return new Map(
    own.map(({ role, permissions }) => {
      const power = strength.get(role) ?? 'unknown';
      const stronger = strong.filter((other) => isStronger(strength.get(other) ?? 'unknown', power));
      return [role.id, permissionsAmong(permissions, role, stronger)];
    }),
  );
}

function namesIn(resource: AnyResource | undefined, id: string): readonly string[] {
  return resource === undefined ? [id] : namesOf(resource);
}
