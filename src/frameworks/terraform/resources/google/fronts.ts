import type { Span } from '../../../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { termOf } from '../../../reading/terms.js';
import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { block, blocks, type Fields } from '../field.js';

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

/** The types that load balancers in front of functions are made of. */
export const frontTypes: ReadonlySet<string> = new Set([group, ...Object.keys(services)]);

/** A load balancer in front of a function. */
export interface Front {
  readonly at: Span;
  /** A firewall or a sign-in stands in it. */
  readonly guarded: boolean;
}

/** Load balancers by the function that they lead to. */
export function frontsOf(mapping: Mapping): ReadonlyMap<string, Front> {
  const balancers = declaredOf(mapping, services);
  return new Map(
    declaredOf(mapping, groups).flatMap((one): readonly (readonly [string, Front])[] => {
      const to =
        referent(property(one, 'cloud_run', 'service')) ?? referent(property(one, 'cloud_function', 'function'));
      const own = balancers.filter((balancer) => leadsTo(balancer, one.id));
      return to === undefined || own.length === 0 ? [] : [[to, { at: one.at, guarded: own.some(isGuarded) }]];
    }),
  );
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
