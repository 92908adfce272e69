import type { AnyResource, Model } from '../model/model.js';
import { known } from '../model/setting.js';
import type { Thing } from '../model/thing.js';

/**
 * The thing of the author that a resource belongs to. A route, a stage and a log setting belong to their API; an address,
 * a trigger, a log group and a role of its own to their function; a policy to what it is attached to.
 */
export function thingsOf(model: Model, resource: (id: string) => AnyResource | undefined): (id: string) => Thing {
  return (id) => {
    const owner = ownerOf(resource(id), model);
    const thing = owner === undefined ? undefined : resource(owner);
    if (thing === undefined) return { kind: 'other', id: owner ?? id, behind: [] };
    return { kind: kindOf(thing), id: thing.id, behind: thing.kind === 'function' ? apisBefore(thing.id, model) : [] };
  };
}

/** The id of what a resource is a part of; its own when it stands for itself. */
function ownerOf(resource: AnyResource | undefined, model: Model): string | undefined {
  if (resource === undefined) return undefined;
  if (resource.kind === 'route') return resource.api ?? resource.function ?? resource.id;
  if (resource.kind === 'url' || resource.kind === 'trigger') return resource.function ?? resource.id;
  if (resource.kind === 'log-group') return only(resource.functions) ?? resource.id;
  if (resource.kind === 'role') return only(resource.users) ?? onlyUser(resource.id, model) ?? resource.id;
  if (resource.kind === 'resource-policy') return resource.target ?? resource.id;
  return resource.id;
}

function only(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}

function onlyUser(role: string, { functions }: Model): string | undefined {
  return only(functions.filter((fn) => known(fn.role) === role).map(({ id }) => id));
}

function apisBefore(fn: string, { routes }: Model): readonly string[] {
  return [...new Set(routes.flatMap((route) => (route.function === fn && route.api ? [route.api] : [])))];
}

function kindOf({ kind }: AnyResource): Thing['kind'] {
  if (kind === 'api' || kind === 'function' || kind === 'role' || kind === 'store' || kind === 'workflow') return kind;
  return 'other';
}
