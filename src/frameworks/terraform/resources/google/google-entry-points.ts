import { isEverybody, isInvoker } from '../../../../clouds/google/bindings.js';
import { plainApi } from '../../../../clouds/plain/api.js';
import { plainRoute } from '../../../../clouds/plain/route.js';
import type { Api, Auth, Route } from '../../../../model/api.js';
import { absent, fixed, known, type Setting, unknown } from '../../../../model/setting.js';
import { textOf } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property } from '../cloud.js';
import type { Binding } from './bindings.js';
import { type Front, frontsOf } from './fronts.js';
import { functionFields } from './function-fields.js';
import { hasAddress, ingressOf, ownAddressOf } from './ingress.js';
import { removalOf } from './removal.js';

interface EntryPoints {
  readonly apis: readonly Api[];
  readonly routes: readonly Route[];
}

/** The address that every function without a trigger has, and who may call it. */
export function googleEntryPoints(mapping: Mapping, bindings: readonly Binding[]): EntryPoints {
  const called = declaredOf(mapping, functionFields).filter(isCalled);
  const fronts = frontsOf(mapping, bindings);
  const apis = called.map((declared) => apiOf(declared, fronts.get(declared.id), authOf(mapping, declared, bindings)));
  return { apis, routes: called.map((declared) => routeOf(mapping, declared, bindings)) };
}

/** Jobs and pools of workers have no address. */
function isCalled(declared: Declared): boolean {
  if (!hasAddress(declared)) return false;
  if (declared.type === 'google_cloudfunctions_function') return textOf(property(declared, 'trigger_http')) === 'true';
  return property(declared, 'event_trigger') === undefined;
}

function apiOf(declared: Declared, front: Front | undefined, auth: Setting<Auth>): Api {
  const { at } = declared;
  return plainApi({
    ...declarationOf(declared),
    id: `${declared.id}/address`,
    api: declared.type.startsWith('google_cloud_run') ? 'cloud-run' : 'cloud-function',
    visibility: ingressOf(declared),
    defaultEndpoint: front?.outside === true ? absent(at) : ownAddressOf(declared),
    domain: front && isOpen(auth) ? { at: front.at, mutualTls: absent(at) } : undefined,
    firewall: front === undefined ? unknown(at, 'not read') : fixed(front.guarded, front.at),
    routesOpen: false,
  });
}

/** What asks for an identity asks for it at both entry points. */
function isOpen(auth: Setting<Auth>): boolean {
  return known(auth)?.kind === 'none';
}

function routeOf(mapping: Mapping, declared: Declared, bindings: readonly Binding[]): Route {
  return plainRoute({
    ...declarationOf(declared),
    id: `${declared.id}/address ANY /`,
    api: `${declared.id}/address`,
    method: 'ANY',
    path: '/',
    auth: authOf(mapping, declared, bindings),
    function: declared.id,
    integration: 'function',
  });
}

/** Nobody may call without a binding; everybody where `allUsers` has it. */
function authOf(mapping: Mapping, declared: Declared, bindings: readonly Binding[]): Setting<Auth> {
  const own = bindings.filter(({ on, role }) => on === declared.id && isInvoker(role));
  const open = own.find(({ member }) => isEverybody(member));
  const iap = property(declared, 'iap_enabled');
  if (iap !== undefined && textOf(iap) !== 'false') return fixed<Auth, Auth>({ kind: 'iam' }, iap.at);
  if (textOf(property(declared, 'invoker_iam_disabled')) === 'true') {
    return fixed<Auth, Auth>({ kind: 'none' }, property(declared, 'invoker_iam_disabled')?.at ?? declared.at);
  }
  if (open === undefined) {
    const hidden = own.find(({ member }) => member === undefined);
    return hidden === undefined ? fixed<Auth, Auth>({ kind: 'iam' }, declared.at) : unknown(hidden.memberAt, 'members');
  }
  // Where its resource says nothing else, the binding is taken away.
  const write = (auth: Auth) => (auth.kind === 'iam' && open.alone ? removalOf(mapping, open.declared) : undefined);
  return { kind: 'known', value: { kind: 'none' }, at: open.memberAt, confidence: 'high', write };
}
