import type { Route } from '../model/api.js';
import type { AnyResource } from '../model/model.js';
import { known } from '../model/setting.js';

/**
 * The words by which an author would call a resource: what it belongs to besides its own id. The first is the one to tell:
 * what a person wrote, as narrow as can be.
 */
export function namesOf(resource: AnyResource): readonly string[] {
  return [...new Set([...spoken(resource), resource.id].flatMap((name) => name || []))];
}

/** What is said of a resource before its id: things that a framework makes are called by what they are made for. */
function spoken(resource: AnyResource): readonly (string | undefined)[] {
  const { id } = resource;
  switch (resource.kind) {
    case 'route':
      return [requestOf(resource), resource.function, resource.api];
    case 'url':
      return [resource.function];
    case 'role':
      return resource.generated ? resource.users : [id, ...resource.users];
    case 'log-group':
      return [id, ...resource.functions];
    case 'resource-policy':
      return [id, resource.target];
    case 'trigger':
      return [id, resource.function, resource.source];
    case 'store':
      return [id, known(resource.name)];
    case 'alarm':
      return [id, ...resource.watches];
    default:
      return [];
  }
}

/** `GET /orders`; of WebSocket APIs the route's key alone. */
function requestOf({ method, path }: Route): string {
  return method === 'WS' ? path : `${method} ${path}`;
}
