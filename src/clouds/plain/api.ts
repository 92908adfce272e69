import type { Api } from '../../model/api.js';
import { absent } from '../../model/setting.js';
import type { Said } from './said.js';

/** What judges the callers of an API is always said, so that nothing counts as open by oversight. */
type Told = 'api' | 'visibility' | 'firewall' | 'routesOpen';

/** An API about which nothing more is said: it keeps no logs, sets no limits, has no stages. */
export function plainApi(said: Said<Api, Told>): Api {
  const { at } = said;
  return {
    authorizers: [],
    throttle: absent(at),
    stages: [],
    defaultEndpoint: absent(at),
    domain: undefined,
    cors: undefined,
    accessLog: absent(at),
    executionLog: absent(at),
    dataTrace: absent(at),
    tracing: absent(at),
    openApiVersion: undefined,
    caching: undefined,
    document: undefined,
    ...said,
    kind: 'api',
  };
}
