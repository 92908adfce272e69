import type { Auth, Route } from '../../../model/api.js';
import { fixed, type Setting } from '../../../model/setting.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import { plainRoute } from '../../plain/route.js';
import { settingOf } from '../../values/section.js';
import { type BoundFunction, boundFunctions } from '../functions/bound-functions.js';
import { declarationOf, type Mapping, nameOf } from '../mapping.js';
import { levelAuth, levels } from './auth-levels.js';
import { signedIn, signInOf } from './sign-in.js';

/** Routes of functions whose bindings are declared with the app; all methods of a function are one route. */
export function mapRoutes(mapping: Mapping): readonly Route[] {
  return boundFunctions(mapping)
    .filter(({ type }) => type === 'httptrigger')
    .map((bound) => routeOf(mapping, bound));
}

function routeOf(mapping: Mapping, bound: BoundFunction): Route {
  const { site, fn, binding } = bound;
  const methods = itemsOf(valueAt(binding, 'methods')).flatMap((method) => textOf(method)?.toUpperCase() ?? []);
  const path = textOf(valueAt(binding, 'route')) ?? nameOf(fn) ?? fn.id;
  return plainRoute({
    ...declarationOf(fn),
    id: `${fn.id} route`,
    api: site.id,
    method: methods.length === 0 ? 'ANY' : methods.join(','),
    path: `/api/${path.replace(/^\//, '')}`,
    auth: authOf(mapping, bound),
    function: site.id,
    integration: 'function',
  });
}

/** Without a level the platform asks for a key. */
function authOf(mapping: Mapping, { site, fn, binding }: BoundFunction): Setting<Auth> {
  const level = settingOf({ map: binding, at: fn.at, reading: fn.body.reading }, ['authLevel'], levels);
  const auth = level.kind === 'absent' ? fixed<Auth, Auth>({ kind: 'function-key' }, fn.at) : levelAuth(level);
  return signedIn(auth, signInOf(mapping, site));
}
