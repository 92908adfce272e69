import { balancerApi } from '../../../../clouds/aws/apis/load-balancers.js';
import { routeId } from '../../../../clouds/aws/apis/route-id.js';
import { type Mapping, property, referent } from '../../../../clouds/aws/mapping.js';
import { plainRoute } from '../../../../clouds/plain/route.js';
import type { Api, Auth, Route } from '../../../../model/api.js';
import { type Setting, unknown } from '../../../../model/setting.js';
import { itemsOf, textOf, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import { type ConfiguredEvent, eventsOf } from '../events/configured-events.js';

/** Load balancers of the service and their rules. Of a balancer that is elsewhere it is not known who reaches it. */
export function balancedEntryPoints(
  service: Service,
  mapping: Mapping,
): { readonly apis: readonly Api[]; readonly routes: readonly Route[] } {
  const routes = service.functions
    .flatMap((fn) => eventsOf(service, fn))
    .filter(({ type }) => type === 'alb')
    .map((event) => routeOf(mapping, event));
  const used = new Set(routes.map(({ api }) => api));
  const balancers = mapping.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer').filter(({ id }) => used.has(id));
  return { apis: balancers.map(balancerApi), routes };
}

function routeOf(mapping: Mapping, event: ConfiguredEvent): Route {
  const { section, at, whole, type, fn } = event;
  const listener = mapping.byId.get(referent(mapping, valueAt(section.map, 'listenerArn')) ?? '');
  const balancer = listener && referent(mapping, property(listener, 'LoadBalancerArn'));
  const [path] = itemsOf(valueAt(section.map, 'conditions', 'path')).flatMap((one) => textOf(one) ?? []);
  const [verb] = itemsOf(valueAt(section.map, 'conditions', 'method')).flatMap((one) => textOf(one) ?? []);
  const place = { method: verb?.toUpperCase() ?? 'ANY', path: path ?? '/*' };
  return plainRoute({
    id: `${routeId(balancer ?? 'alb', place)} ${fn.id}`,
    type,
    at,
    whole,
    api: balancer,
    ...place,
    auth: authOf(event, balancer),
    function: fn.id,
    integration: 'function',
  });
}

function authOf({ section, at }: ConfiguredEvent, balancer: string | undefined): Setting<Auth> {
  const written = valueAt(section.map, 'authorizer') ?? valueAt(section.map, 'authorizers');
  const write = () => undefined;
  if (written !== undefined)
    return { kind: 'known', value: { kind: 'jwt' }, at: written.at, confidence: 'high', write };
  if (balancer === undefined) return unknown(at, 'load balancer elsewhere');
  return { kind: 'known', value: { kind: 'none' }, at, confidence: 'high', write };
}
