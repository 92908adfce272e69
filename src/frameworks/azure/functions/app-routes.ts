import { levelAuth, levels } from '../../../clouds/azure/apis/auth-levels.js';
import { plainRoute } from '../../../clouds/plain/route.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Auth, Route } from '../../../model/api.js';
import type { Setting } from '../../../model/setting.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import type { FunctionApp } from './app.js';
import type { Binding, DeclaredFunction } from './binding.js';
import { pythonLevels } from './python/values.js';
import { asksForRole, type FrontRules } from './static-web-app.js';

/** The id of the one API that an app is. */
export const appId = 'function app';

/** What stands before the routes of an app: sign-in by the platform, or the rules of a static web app. */
export interface InFront {
  readonly hasSignIn: boolean;
  readonly rules: FrontRules | undefined;
}

/** The routes of an app. What callers prove to what stands in front of it is not known here. */
export function routesOf(app: FunctionApp, front: InFront = { hasSignIn: false, rules: undefined }): readonly Route[] {
  return app.functions.flatMap((fn) =>
    fn.bindings
      .filter(({ type, direction }) => type === 'http' && direction === 'trigger')
      .map((binding) => routeOf(app, { fn, binding, front })),
  );
}

interface Bound {
  readonly fn: DeclaredFunction;
  readonly binding: Binding;
  readonly front: InFront;
}

function routeOf({ host }: FunctionApp, { fn, binding, front }: Bound): Route {
  const written = textOf(valueAt(binding.section.map, 'route')) ?? fn.name;
  const path = `/${[host.routePrefix, written].filter((part) => part !== '').join('/')}`.replace(/\/{2,}/g, '/');
  const { at, whole, name } = fn;
  const auth = authOf(binding, fn);
  const method = methodOf(binding);
  const elsewhere =
    askedBefore(front, { method, path }) ?? (isOpen(auth) && fn.checksCallers ? 'checks of its own' : undefined);
  return plainRoute({
    id: `${name} route`,
    type: 'httpTrigger',
    at,
    whole,
    api: appId,
    method,
    path,
    auth: elsewhere === undefined ? auth : { kind: 'unknown', at: auth.at, because: elsewhere },
    function: name,
    integration: 'function',
  });
}

function askedBefore(
  { hasSignIn, rules }: InFront,
  { method, path }: Pick<Route, 'method' | 'path'>,
): string | undefined {
  if (hasSignIn) return 'sign-in of the app';
  return rules !== undefined && asksForRole(rules, method, path) ? 'roles of the static web app' : undefined;
}

function isOpen(auth: Setting<Auth>): boolean {
  return auth.kind === 'known' && auth.value.kind === 'none';
}

/** All methods of a function are one route; preflights are answered by the platform. */
function methodOf({ section }: Binding): string {
  const written = itemsOf(valueAt(section.map, 'methods')).flatMap(
    (method) => textOf(method)?.split('.').at(-1)?.toUpperCase() ?? [],
  );
  const methods = [...new Set(written.filter((method) => method !== 'OPTIONS' || written.length === 1))];
  return methods.length === 0 ? 'ANY' : methods.join(',');
}

function authOf({ section }: Binding, fn: DeclaredFunction): Setting<Auth> {
  const isMember = /\.(?:py|cs|java)$/.test(section.at.path);
  const level = settingOf(section, ['authLevel'], isMember ? pythonLevels : levels);
  if (level.kind !== 'absent') return levelAuth(level);
  if (fn.otherwise.kind !== 'known') return levelAuth(fn.otherwise);
  const { value, write, at } = fn.otherwise;
  const isElsewhere = at.start !== fn.at.start || at.path !== fn.at.path;
  return levelAuth({ kind: 'known', value, at, confidence: 'high', write: isElsewhere ? write : level.write });
}
