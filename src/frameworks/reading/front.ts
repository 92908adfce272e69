import type { Api, ApiKind, Auth, Route } from '../../model/api.js';
import type { Resource } from '../../model/resource.js';
import { absent, fixed, type Setting, unknown } from '../../model/setting.js';

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
  return {
    ...resource,
    kind: 'api',
    api,
    visibility,
    authorizers: [],
    throttle: throttle ?? unknown(at, byPlatform),
    stages: [],
    defaultEndpoint: absent(at),
    domain: undefined,
    firewall: unknown(at, byPlatform),
    cors: undefined,
    accessLog: fixed('the platform', at),
    executionLog: fixed('info', at),
    dataTrace: absent(at),
    tracing: unknown(at, byPlatform),
    openApiVersion: undefined,
    caching: undefined,
    document: undefined,
    routesOpen: false,
  };
}

/** The route by which all requests reach one function. */
export function frontRoute(resource: Resource, api: string, starts: string, auth: Setting<Auth>): Route {
  const { at } = resource;
  return {
    ...resource,
    kind: 'route',
    api,
    method: 'ANY',
    path: '/',
    auth,
    validation: unknown(at, byPlatform),
    hasModel: false,
    throttle: absent(at),
    function: starts,
    integration: 'function',
  };
}
