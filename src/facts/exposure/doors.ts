import type { Api, Auth, FunctionUrl, Route } from '../../model/api.js';
import type { ResourcePolicy } from '../../model/identity.js';
import { known, when } from '../../model/setting.js';
import type { Trigger } from '../../model/trigger.js';
import type { Exposure } from './exposure.js';
import { letsAnyoneIn } from './outsiders.js';
import { needsCertificate } from './routes.js';

/** One way by which a function can be started, and who can use it. */
export interface Door {
  readonly function: string;
  readonly exposure: Exposure;
}

/** Services that hand on requests from the internet: their permission stands for routes that may not be in the stack. */
const frontServices = new Set(['apigateway.amazonaws.com', 'elasticloadbalancing.amazonaws.com']);

/** The door of a route. Preflights carry no request; of WebSocket routes the one that connects decides. */
export function doorOfRoute(route: Route, api: Api | undefined, connect: Route | undefined): Door | undefined {
  if (route.method === 'OPTIONS') return undefined;
  const door = (exposure: Exposure): Door => ({ function: route.function ?? '', exposure });
  if (api?.api !== 'websocket') return door(exposureOfAuth(route, api));
  if (connect !== undefined) return door(exposureOfAuth(connect, api));
  return door(api.routesOpen ? 'unknown' : 'open');
}

function exposureOfAuth({ auth }: Route, api: Api | undefined): Exposure {
  const asks = when(auth, isNone) ? 'open' : when(auth, isKey) ? 'keyed' : undefined;
  if (asks === undefined) return known(auth) ? 'authenticated' : 'unknown';
  if (api === undefined) return 'unknown';
  if (when(api.visibility, (visibility) => visibility === 'public', { absent: true }) === undefined) {
    return known(api.visibility) === 'private' ? 'authenticated' : 'unknown';
  }
  return needsCertificate(api) ? 'authenticated' : asks;
}

function isNone({ kind }: Auth): boolean {
  return kind === 'none';
}

function isKey({ kind }: Auth): boolean {
  return kind === 'api-key' || kind === 'function-key';
}

export function doorOfUrl(url: FunctionUrl): Door | undefined {
  if (url.function === undefined) return undefined;
  const open = when(url.auth, (auth) => auth === 'none');
  return { function: url.function, exposure: open ? 'open' : known(url.auth) === 'iam' ? 'authenticated' : 'unknown' };
}

/** The door of an event source: open if someone outside can write to the source. */
export function doorOfTrigger(trigger: Trigger, writable: ReadonlySet<string>): Door | undefined {
  if (trigger.function === undefined || known(trigger.enabled) === false) return undefined;
  const open = trigger.source !== undefined && writable.has(trigger.source);
  return { function: trigger.function, exposure: open ? 'open' : 'internal' };
}

/** The door of a permission to invoke: everyone's, or that of a front whose routes are not in the stack. */
export function doorOfPermission(
  policy: ResourcePolicy,
  behindRoutes: ReadonlySet<string | undefined>,
): Door | undefined {
  if (policy.targetKind !== 'function' || policy.target === undefined || policy.effect === 'deny') return undefined;
  if (policy.urlAuth.kind === 'known') return undefined;
  if (letsAnyoneIn(policy)) return { function: policy.target, exposure: 'open' };
  const front = policy.principals.some(({ term }) => frontServices.has(term.text));
  return front && !behindRoutes.has(policy.target) ? { function: policy.target, exposure: 'unknown' } : undefined;
}
