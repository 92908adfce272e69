import { levelAuth, levels } from '../../../../clouds/azure/apis/auth-levels.js';
import { plainRoute } from '../../../../clouds/plain/route.js';
import { settingOf } from '../../../../clouds/values/section.js';
import type { Auth, Route } from '../../../../model/api.js';
import { fixed, known, type Setting } from '../../../../model/setting.js';
import { itemsOf, textOf, valueAt } from '../../../../model/value.js';
import { declarationOf, type Mapping, property } from '../cloud.js';
import { addressOf } from './apis.js';
import { type Bound, boundIn } from './bound-functions.js';
import { signInOf } from './sign-in.js';

/** Functions that requests start. */
export function boundRoutes(mapping: Mapping): readonly Route[] {
  return boundIn(mapping)
    .filter(({ type }) => type === 'httptrigger')
    .map((bound) => routeOf(mapping, bound));
}

function routeOf(mapping: Mapping, bound: Bound): Route {
  const { app, declared, binding } = bound;
  const methods = itemsOf(valueAt(binding, 'methods')).flatMap((one) => textOf(one)?.toUpperCase() ?? []);
  const path = textOf(valueAt(binding, 'route')) ?? textOf(property(declared, 'name')) ?? declared.id;
  return plainRoute({
    ...declarationOf(declared),
    id: `${declared.id} route`,
    api: addressOf(app),
    method: methods.length === 0 ? 'ANY' : methods.join(','),
    path: `/api/${path.replace(/^\//, '')}`,
    auth: authOf(mapping, bound),
    function: app.id,
    integration: 'function',
  });
}

/** Sign-in comes before keys; without a level the platform asks for a key. */
function authOf({ reading }: Mapping, { app, declared, binding }: Bound): Setting<Auth> {
  const signIn = signInOf(app);
  if (signIn.kind === 'unknown' || signIn.kind === 'choice')
    return { kind: 'unknown', at: signIn.at, because: 'sign-in' };
  if (known(signIn) === true) return fixed<Auth, Auth>({ kind: 'entra', authorizer: 'sign-in' }, signIn.at);
  const level = settingOf({ map: binding, at: declared.at, reading }, ['authLevel'], levels);
  return level.kind === 'absent' ? fixed<Auth, Auth>({ kind: 'function-key' }, declared.at) : levelAuth(level);
}
