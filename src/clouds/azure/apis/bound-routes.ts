import type { Auth, Route } from '../../../model/api.js';
import { fixed, type Setting } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { plainRoute } from '../../plain/route.js';
import { settingOf } from '../../values/section.js';
import type { Declared } from '../deployment.js';
import { appTypes, functionApps } from '../functions/function-apps.js';
import { declarationOf, type Mapping, nameOf, property } from '../mapping.js';
import { levelAuth, levels } from './auth-levels.js';
import { signedIn, signInOf } from './sign-in.js';

/** Routes of functions whose bindings are declared with the app: `Microsoft.Web/sites/functions`. */
export function mapRoutes(mapping: Mapping): readonly Route[] {
  return functionApps(mapping).flatMap((site) =>
    appTypes
      .flatMap((type) => mapping.partsOf(site.id, `${type}/functions`))
      .flatMap((fn) => routesOf(mapping, site, fn)),
  );
}

function routesOf(mapping: Mapping, site: Declared, fn: Declared): readonly Route[] {
  const bindings = itemsOf(property(fn, 'properties', 'config', 'bindings'));
  const http = bindings.filter((binding) => textOf(valueAt(binding, 'type'))?.toLowerCase() === 'httptrigger');
  return http.flatMap((binding) => methodsOf(binding).map((method) => routeOf(mapping, { site, fn, binding, method })));
}

function methodsOf(binding: Value): readonly string[] {
  const written = itemsOf(valueAt(binding, 'methods')).flatMap((method) => textOf(method)?.toUpperCase() ?? []);
  return written.length === 0 ? ['ANY'] : written;
}

interface Bound {
  readonly site: Declared;
  readonly fn: Declared;
  readonly binding: Value;
  readonly method: string;
}

function routeOf(mapping: Mapping, { site, fn, binding, method }: Bound): Route {
  const path = `/api/${textOf(valueAt(binding, 'route')) ?? nameOf(fn) ?? fn.id}`;
  return plainRoute({
    ...declarationOf(fn),
    id: `${site.id} ${method} ${path}`,
    api: site.id,
    method,
    path,
    auth: authOf(mapping, { site, fn, binding, method }),
    function: site.id,
    integration: 'function',
  });
}

/** Without a level the platform asks for a key. */
function authOf(mapping: Mapping, { site, fn, binding }: Bound): Setting<Auth> {
  const level = settingOf({ map: binding, at: fn.at, reading: fn.body.reading }, ['authLevel'], levels);
  const auth = level.kind === 'absent' ? fixed<Auth, Auth>({ kind: 'function-key' }, fn.at) : levelAuth(level);
  return signedIn(auth, signInOf(mapping, site));
}
