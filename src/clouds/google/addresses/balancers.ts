import { fixed, none, type Setting, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { isNull, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { termOf } from '../../values/terms.js';
import { type Declared, type GoogleStack, ofAsset, property, referent } from '../google-stack.js';
import { isInvoker } from '../identity/google-bindings.js';

/** A load balancer in front of a function. */
export interface Front {
  readonly at: Span;
  /** Whether a firewall or a sign-in stands in it. */
  readonly firewall: Setting<boolean>;
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
          : [[to, { at: one.at, firewall: firewallOf(own, one), outside: false }]];
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
    return [[on, { at: calling.at, firewall: fixed(true, calling.at), outside: true }] as const];
  });
}

function leadsTo(balancer: Declared, id: string): boolean {
  return itemsOf(property(balancer, 'backends')).some((backend) => referent(valueAt(backend, 'group')) === id);
}

/** Inside of a network there is no internet to keep out. */
function firewallOf(balancers: readonly Declared[], { at }: Declared): Setting<boolean> {
  const guards = balancers.flatMap((one) => guardsOf(one));
  if (guards.some((guard) => guard === 'there')) return fixed(true, at);
  if (guards.length > 0) return unknown(at, 'security policy');
  const [first] = balancers.filter((one) => !isInternal(one));
  return first === undefined ? none(at) : fixed(false, first.at);
}

/** What stands in a balancer, and what may. */
function guardsOf(balancer: Declared): readonly ('there' | 'unknown')[] {
  const policy = property(balancer, 'securityPolicy');
  const iap = property(balancer, 'iap');
  const isPolicy = policy !== undefined && !isNull(policy);
  return [
    ...(isPolicy ? [termOf(policy) === undefined ? ('unknown' as const) : ('there' as const)] : []),
    ...(iap !== undefined && isOn(iap) ? ['there' as const] : []),
  ];
}

function isInternal(balancer: Declared): boolean {
  return textOf(property(balancer, 'loadBalancingScheme'))?.startsWith('INTERNAL') === true;
}

function isOn(iap: Value): boolean {
  return textOf(valueAt(iap, 'enabled')) !== 'false';
}
