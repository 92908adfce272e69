import type { Route } from '../../model/api.js';
import { absent } from '../../model/setting.js';
import type { Said } from './said.js';

type Told = 'api' | 'method' | 'path' | 'auth' | 'function' | 'integration';

/** A route about which nothing more is said: it checks no requests and sets no limits. */
export function plainRoute(said: Said<Route, Told>): Route {
  const { at } = said;
  return { validation: absent(at), hasModel: false, throttle: absent(at), ...said, kind: 'route' };
}
