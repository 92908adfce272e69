import type { Auth, Route } from '../../../../model/api.js';
import { known, type Setting } from '../../../../model/setting.js';
import { itemsOf, textOf, valueAt } from '../../../../model/value.js';
import { words } from '../../../reading/codec.js';
import { plainRoute } from '../../../reading/plain-route.js';
import { settingOf } from '../../../reading/section.js';
import { mapSetting, withWrite } from '../../../reading/writes.js';
import { type Declared, declarationOf, type Mapping, property } from '../cloud.js';
import { addressOf } from './apis.js';
import { type Bound, boundIn } from './bound-functions.js';
import { signInOf } from './sign-in.js';

const levels = words({ anonymous: 'none', function: 'function-key', admin: 'api-key' } as const);

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
  if (known(signIn) === true) return certain({ kind: 'entra', authorizer: 'sign-in' }, signIn);
  const level = settingOf({ map: binding, at: declared.at, reading }, ['authLevel'], levels);
  if (level.kind === 'absent') return certain({ kind: 'function-key' }, declared);
  const auth = mapSetting(level, (kind): Auth => ({ kind }));
  return withWrite(
    auth,
    (write) =>
      ({ kind }) =>
        kind === 'function-key' || kind === 'none' ? write(kind) : undefined,
  );
}

function certain(value: Auth, { at }: Pick<Declared, 'at'>): Setting<Auth> {
  return { kind: 'known', value, at, confidence: 'high', write: () => undefined };
}
