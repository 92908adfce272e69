import type { Api, Auth, Route } from '../../../model/api.js';
import { fixed, none, type Setting, unknown } from '../../../model/setting.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { plainApi } from '../../plain/api.js';
import { words } from '../../values/codec.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, listed, type Mapping, property, referent, setting } from '../mapping.js';
import { referencesIn } from '../references-in.js';
import type { Declared } from '../template.js';
import type { ApisAndRoutes } from './apis-and-routes.js';
import { firewallOf, type Guards } from './firewall.js';
import { routeId } from './route-id.js';

const scheme = words({ 'internet-facing': 'public', internal: 'private' } as const);

/** Application load balancers in front of functions. */
export function loadBalancers(mapping: Mapping, guards: Guards): ApisAndRoutes {
  const routes = mapping
    .ofType('AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule')
    .flatMap((listener) => routeOf(mapping, listener));
  const used = new Set(routes.map(({ api }) => api));
  const balancers = mapping.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer').filter(({ id }) => used.has(id));
  const apis = balancers.map((declared) => ({
    ...balancerApi(declared),
    firewall: firewallOf(mapping, { resource: declarationOf(declared) }, guards),
  }));
  return { apis, routes };
}

function routeOf(mapping: Mapping, listener: Declared): readonly Route[] {
  const actions = listed(property(listener, 'DefaultActions') ?? property(listener, 'Actions'));
  const [behind] = functionsBehind(mapping, listener);
  if (behind === undefined) return [];
  const api = balancerOf(mapping, listener);
  const place = { method: 'ANY', path: pathOf(listener) };
  return [
    {
      ...declarationOf(listener),
      id: routeId(api, place),
      kind: 'route',
      api,
      ...place,
      auth: authOf(listener, actions),
      validation: none(listener.at),
      hasModel: false,
      throttle: none(listener.at),
      function: behind,
      integration: 'function',
    },
  ];
}

/** The functions that a listener or a rule of one hands requests on to. */
export function functionsBehind(mapping: Mapping, listener: Declared): readonly string[] {
  const actions = listed(property(listener, 'DefaultActions') ?? property(listener, 'Actions'));
  const targets = actions.flatMap((action) => referencesIn(action)).flatMap((to) => referent(mapping, to) ?? []);
  return targets.flatMap((id) => functionBehind(mapping, id));
}

function functionBehind(mapping: Mapping, id: string): readonly string[] {
  const group = mapping.byId.get(id);
  if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') return [];
  return listed(property(group, 'Targets')).flatMap((entry) => functionNamed(mapping, valueAt(entry, 'Id')) ?? []);
}

function balancerOf(mapping: Mapping, listener: Declared): string | undefined {
  const parent = referent(mapping, property(listener, 'ListenerArn'));
  const owner = parent === undefined ? listener : mapping.byId.get(parent);
  return owner && referent(mapping, property(owner, 'LoadBalancerArn'));
}

function pathOf(listener: Declared): string {
  for (const condition of listed(property(listener, 'Conditions'))) {
    const values = valueAt(condition, 'PathPatternConfig', 'Values') ?? valueAt(condition, 'Values');
    const [first] = listed(values);
    if (textOf(valueAt(condition, 'Field')) === 'path-pattern') return textOf(first) ?? '/*';
  }
  return '/*';
}

function authOf(listener: Declared, actions: readonly Value[]): Setting<Auth> {
  const kinds = actions.map((action) => textOf(valueAt(action, 'Type')));
  if (kinds.includes('authenticate-cognito')) return fixed<Auth>({ kind: 'cognito' }, listener.at);
  if (kinds.includes('authenticate-oidc') || kinds.includes('jwt-validation'))
    return fixed<Auth>({ kind: 'jwt' }, listener.at);
  return kinds.includes(undefined)
    ? unknown(listener.at, 'listener action')
    : fixed<Auth>({ kind: 'none' }, listener.at);
}

/** A load balancer as an API. */
export function balancerApi(declared: Declared): Api {
  const { at } = declared;
  return plainApi({
    ...declarationOf(declared),
    api: 'alb',
    visibility: setting(declared, ['Scheme'], scheme),
    firewall: unknown(at, 'not read'),
    accessLog: unknown(at, 'load balancer attributes'),
    routesOpen: false,
  });
}
