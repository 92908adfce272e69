import type { Api, ApiKind, Auth, Route } from '../../model/api.js';
import type { Resource } from '../../model/resource.js';
import { fixed, none, type Setting, unknown } from '../../model/setting.js';
import { plainApi } from './api.js';
import { plainRoute } from './route.js';

/** The address that a platform gives to a function, as far as it differs from platform to platform. */
export interface Front {
  readonly resource: Resource;
  readonly api: ApiKind;
  readonly visibility: Api['visibility'];
  readonly throttle?: Api['throttle'];
}

const byPlatform = 'the platform decides';

/** The API of a platform that logs and traces requests by itself and has no stages. */
export function frontApi({ resource, api, visibility, throttle }: Front): Api {
  const { at } = resource;
  return plainApi({
    ...resource,
    api,
    visibility,
    throttle: throttle ?? none(at),
    firewall: unknown(at, byPlatform),
    accessLog: fixed('the platform', at),
    executionLog: fixed('info', at),
    tracing: unknown(at, byPlatform),
    routesOpen: false,
  });
}

/** The route by which all requests reach one function. */
export function frontRoute(resource: Resource, api: string, starts: string, auth: Setting<Auth>): Route {
  return plainRoute({
    ...resource,
    api,
    method: 'ANY',
    path: '/',
    auth,
    function: starts,
    integration: 'function',
  });
}
