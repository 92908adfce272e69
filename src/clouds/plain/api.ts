import type { Api } from '../../model/api.js';
import { none } from '../../model/setting.js';
import { builtInAuthOf } from './built-in-auth.js';
import type { Said } from './said.js';

/** What judges the callers of an API is always said, so that nothing counts as open by oversight. */
type Told = 'api' | 'visibility' | 'firewall' | 'routesOpen';

/** An API of a platform that has nothing more to set: no logs, no limits, no stages. */
export function plainApi(said: Said<Api, Told>): Api {
  const { at } = said;
  return {
    builtInAuth: builtInAuthOf(said.api),
    authorizers: [],
    signIn: none(at),
    throttle: none(at),
    stages: [],
    defaultEndpoint: none(at),
    domain: undefined,
    cors: undefined,
    accessLog: none(at),
    executionLog: none(at),
    dataTrace: none(at),
    tracing: none(at),
    openApiVersion: none(at),
    caching: undefined,
    document: undefined,
    ...said,
    kind: 'api',
  };
}
