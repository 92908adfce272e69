import type { Route } from '../../model/api.js';
import { none } from '../../model/setting.js';
import type { Said } from './said.js';

type Told = 'api' | 'method' | 'path' | 'auth' | 'function' | 'integration';

/** A route of a platform that neither checks requests nor limits them, unless it is said. */
export function plainRoute(said: Said<Route, Told>): Route {
  const { at } = said;
  return { validation: none(at), hasModel: false, throttle: none(at), ...said, kind: 'route' };
}
