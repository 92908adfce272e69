import type { Span } from '../../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { termOf } from '../../values/terms.js';
import { type Declared, type GoogleStack, ofAsset, property, referent } from '../google-stack.js';
import { isInvoker } from '../identity/google-bindings.js';

/** A load balancer in front of a function. */
export interface Front {
  readonly at: Span;
  /** A firewall or a sign-in stands in it. */
  readonly guarded: boolean;
  /** It calls from the internet as well, so only who may call tells it apart. */
  readonly outside: boolean;
}

/** Load balancers and gateways by the function that they lead to. */
export function balancersOf(stack: GoogleStack): ReadonlyMap<string, Front> {
  const balancers = ofAsset(stack, 'compute.googleapis.com/BackendService');
  return new Map([
    ...gatewaysOf(stack),
    ...ofAsset(stack, 'compute.googleapis.com/NetworkEndpointGroup').flatMap(
      (one): readonly (readonly [string, Front])[] => {
        const to =
          referent(property(one, 'cloudRun', 'service')) ?? referent(property(one, 'cloudFunction', 'function'));
        const own = balancers.filter((balancer) => leadsTo(balancer, one.id));
        return to === undefined || own.length === 0
          ? []
          : [[to, { at: one.at, guarded: own.some(isGuarded), outside: false }]];
      },
    ),
  ]);
}

/** A gateway calls as its own account, which may call what it is a front of. */
function gatewaysOf(stack: GoogleStack): readonly (readonly [string, Front])[] {
  const accounts = new Map(
    ofAsset(stack, 'apigateway.googleapis.com/ApiConfig').map((one) => {
      return [referent(property(one, 'gatewayConfig', 'backendConfig', 'googleServiceAccount')), one] as const;
    }),
  );
  return stack.bindings.flatMap(({ account, role, on }) => {
    const calling = account === undefined ? undefined : accounts.get(account);
    if (calling === undefined || on === undefined || !isInvoker(role)) return [];
    return [[on, { at: calling.at, guarded: true, outside: true }] as const];
  });
}

function leadsTo(balancer: Declared, id: string): boolean {
  return itemsOf(property(balancer, 'backends')).some((backend) => referent(valueAt(backend, 'group')) === id);
}

function isGuarded(balancer: Declared): boolean {
  const iap = property(balancer, 'iap');
  return termOf(property(balancer, 'securityPolicy')) !== undefined || (iap !== undefined && isOn(iap));
}

function isOn(iap: Value): boolean {
  return textOf(valueAt(iap, 'enabled')) !== 'false';
}
