import { isInvoker } from '../../../../clouds/google/bindings.js';
import { termOf } from '../../../../clouds/values/terms.js';
import type { Span } from '../../../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { block, blocks, type Fields } from '../field.js';
import type { Binding } from './bindings.js';

const group = 'google_compute_region_network_endpoint_group';

const services: Readonly<Record<string, Fields>> = Object.fromEntries(
  ['google_compute_backend_service', 'google_compute_region_backend_service'].map((type) => [
    type,
    {
      ...same('security_policy'),
      backend: blocks('backend', same('group')),
      iap: block('iap', same('enabled', 'oauth2_client_id')),
    },
  ]),
);

const groups: Readonly<Record<string, Fields>> = {
  [group]: {
    cloud_run: block('cloud_run', same('service')),
    cloud_function: block('cloud_function', same('function')),
  },
};

const gateway = 'google_api_gateway_api_config';

const gateways: Readonly<Record<string, Fields>> = {
  [gateway]: {
    gateway_config: block('gateway_config', {
      backend_config: block('backend_config', same('google_service_account')),
    }),
  },
};

/** The types that load balancers in front of functions are made of. */
export const frontTypes: ReadonlySet<string> = new Set([group, gateway, ...Object.keys(services)]);

/** A load balancer in front of a function. */
export interface Front {
  readonly at: Span;
  /** A firewall or a sign-in stands in it. */
  readonly guarded: boolean;
  /** It calls from the internet as well, so only who may call tells it apart. */
  readonly outside: boolean;
}

/** Load balancers and gateways by the function that they lead to. */
export function frontsOf(mapping: Mapping, bindings: readonly Binding[]): ReadonlyMap<string, Front> {
  const balancers = declaredOf(mapping, services);
  return new Map([
    ...gatewaysOf(mapping, bindings),
    ...declaredOf(mapping, groups).flatMap((one): readonly (readonly [string, Front])[] => {
      const to =
        referent(property(one, 'cloud_run', 'service')) ?? referent(property(one, 'cloud_function', 'function'));
      const own = balancers.filter((balancer) => leadsTo(balancer, one.id));
      return to === undefined || own.length === 0
        ? []
        : [[to, { at: one.at, guarded: own.some(isGuarded), outside: false }]];
    }),
  ]);
}

/** A gateway calls as its own account, which may call what it is a front of. */
function gatewaysOf(mapping: Mapping, bindings: readonly Binding[]): readonly (readonly [string, Front])[] {
  const accounts = new Map(
    declaredOf(mapping, gateways).map((one) => {
      return [referent(property(one, 'gateway_config', 'backend_config', 'google_service_account')), one] as const;
    }),
  );
  return bindings.flatMap(({ account, role, on }) => {
    const calling = account === undefined ? undefined : accounts.get(account);
    if (calling === undefined || on === undefined || !isInvoker(role)) return [];
    return [[on, { at: calling.at, guarded: true, outside: true }] as const];
  });
}

function leadsTo(balancer: Declared, id: string): boolean {
  return itemsOf(property(balancer, 'backend')).some((backend) => referent(valueAt(backend, 'group')) === id);
}

function isGuarded(balancer: Declared): boolean {
  const iap = property(balancer, 'iap');
  return termOf(property(balancer, 'security_policy')) !== undefined || (iap !== undefined && isOn(iap));
}

function isOn(iap: Value): boolean {
  return textOf(valueAt(iap, 'enabled')) !== 'false';
}
