import type { Api, Auth, FunctionUrl, Route } from '../../model/api.js';
import type { ResourcePolicy } from '../../model/identity.js';
import { known, when } from '../../model/setting.js';
import type { Trigger } from '../../model/trigger.js';
import type { Exposure } from './kinds.js';
import { letsAnyoneIn } from './outsiders.js';
import { needsCertificate } from './routes.js';

/** One way by which a function can be started, and who can use it. */
export interface EntryPoint {
  readonly function: string;
  readonly exposure: Exposure;
}

/** Services that hand on requests from the internet: their permission stands for routes that may not be in the stack. */
const frontServices = new Set(['apigateway.amazonaws.com', 'elasticloadbalancing.amazonaws.com']);

/** The entry point of a route. Preflights carry no request; of WebSocket routes the one that connects decides. */
export function entryPointOfRoute(
  route: Route,
  api: Api | undefined,
  connect: Route | undefined,
): EntryPoint | undefined {
  if (route.method === 'OPTIONS') return undefined;
  const entryPoint = (exposure: Exposure): EntryPoint => ({ function: route.function ?? '', exposure });
  if (api?.api !== 'websocket') return entryPoint(exposureOfAuth(route, api));
  if (connect !== undefined) return entryPoint(exposureOfAuth(connect, api));
  return entryPoint(api.routesOpen ? 'unknown' : 'open');
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

export function entryPointOfUrl(url: FunctionUrl): EntryPoint | undefined {
  if (url.function === undefined) return undefined;
  const open = when(url.auth, (auth) => auth === 'none');
  return { function: url.function, exposure: open ? 'open' : known(url.auth) === 'iam' ? 'authenticated' : 'unknown' };
}

/** The entry point of an event source: open if someone outside can write to the source. */
export function entryPointOfTrigger(trigger: Trigger, writable: ReadonlySet<string>): EntryPoint | undefined {
  if (trigger.function === undefined || known(trigger.enabled) === false) return undefined;
  const open = trigger.source !== undefined && writable.has(trigger.source);
  return { function: trigger.function, exposure: open ? 'open' : 'internal' };
}

/** The entry point of a permission to invoke: everyone's, or that of a front whose routes are not in the stack. */
export function entryPointOfPermission(
  policy: ResourcePolicy,
  behindRoutes: ReadonlySet<string | undefined>,
): EntryPoint | undefined {
  if (policy.targetKind !== 'function' || policy.target === undefined || policy.effect === 'deny') return undefined;
  if (policy.urlAuth.kind === 'known') return undefined;
  if (letsAnyoneIn(policy)) return { function: policy.target, exposure: 'open' };
  const front = policy.principals.some(({ term }) => frontServices.has(term.text));
  return front && !behindRoutes.has(policy.target) ? { function: policy.target, exposure: 'unknown' } : undefined;
}
