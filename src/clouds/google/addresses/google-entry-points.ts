import type { Api, Auth, Route } from '../../../model/api.js';
import { absent, known, type Setting } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { frontApi, frontRoute } from '../../plain/front.js';
import { functionsIn, isRun, pathsOf } from '../functions/function-paths.js';
import { type Declared, declarationOf, type GoogleStack, property } from '../google-stack.js';
import { balancersOf, type Front } from './balancers.js';
import { ingressOf, ownAddressOf } from './ingress.js';
import { invokersOf } from './invokers.js';

interface EntryPoints {
  readonly apis: readonly Api[];
  readonly routes: readonly Route[];
}

/** The address that every function without a trigger has, and who may call it. */
export function googleEntryPoints(stack: GoogleStack): EntryPoints {
  const called = functionsIn(stack).filter(isCalled);
  const fronts = balancersOf(stack);
  return {
    apis: called.map((declared) => apiOf(declared, fronts.get(declared.id), invokersOf(declared, stack))),
    routes: called.map((declared) => routeOf(declared, invokersOf(declared, stack))),
  };
}

/** Jobs and pools of workers have no address. The first generation has one if requests start it, the second unless events do. */
function isCalled(declared: Declared): boolean {
  if (pathsOf(declared).ingress === undefined) return false;
  const https = property(declared, 'httpsTrigger');
  if (declared.asset === 'cloudfunctions.googleapis.com/CloudFunction') {
    return https?.kind === 'map' || textOf(https) === 'true';
  }
  return property(declared, 'eventTrigger') === undefined && textOf(https) !== 'false';
}

function addressOf({ id, address }: Declared): string {
  return address ?? `${id}/address`;
}

function apiOf(declared: Declared, front: Front | undefined, auth: Setting<Auth>): Api {
  const { at } = declared;
  const api = frontApi({
    resource: { ...declarationOf(declared), id: addressOf(declared) },
    api: isRun(declared) ? 'cloud-run' : 'cloud-function',
    visibility: ingressOf(declared),
  });
  return {
    ...api,
    defaultEndpoint: front?.outside === true ? absent(at) : ownAddressOf(declared),
    domain: front && isOpen(auth) ? { at: front.at, mutualTls: absent(at) } : undefined,
    firewall: front?.firewall ?? api.firewall,
  };
}

/** What asks for an identity asks for it at both entry points. */
function isOpen(auth: Setting<Auth>): boolean {
  return known(auth)?.kind === 'none';
}

function routeOf(declared: Declared, auth: Setting<Auth>): Route {
  const api = addressOf(declared);
  return frontRoute({ ...declarationOf(declared), id: `${api} ANY /` }, api, declared.id, auth);
}
