import { plainApi } from '../../../../clouds/plain/api.js';
import { flag } from '../../../../clouds/values/codec.js';
import type { Api, Auth, Route } from '../../../../model/api.js';
import { absent, fixed, known, type Setting, unknown } from '../../../../model/setting.js';
import { isNull, textOf } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent, same, setting } from '../cloud.js';
import { block, type Fields } from '../field.js';
import { appFields } from './app-fields.js';
import { loggedIn, logTypes } from './gateway-logs.js';
import { gatewayPolicyTypes, type Handling, policiesIn } from './gateway-policies.js';

const service = 'azurerm_api_management';
const operation = 'azurerm_api_management_api_operation';

/** An API of a gateway. */
export const gatewayApiType = 'azurerm_api_management_api';

const services: Fields = same('name', 'virtual_network_type', 'public_network_access_enabled');

/** What an API of a gateway says. */
export const gatewayApiFields: Fields = {
  ...same('name', 'api_management_name', 'subscription_required', 'service_url', 'path'),
  import: block('import', same('content_format')),
};

/** The types that API gateways are made of. */
export const gatewayTypes: readonly string[] = [service, operation, gatewayApiType, ...gatewayPolicyTypes, ...logTypes];

/** The gateways of a stack, which keep logs, and their APIs, which limit requests. */
export function gatewayApis(mapping: Mapping): readonly Api[] {
  const gateways = declaredOf(mapping, { [service]: services });
  const policies = policiesIn(mapping);
  const apis = declaredOf(mapping, { [gatewayApiType]: gatewayApiFields }).map((declared): Api => {
    const { at } = declared;
    const gateway = gatewayOf(declared, gateways);
    const handling = policies(declared.id);
    const throttle = gateway === undefined || handling.open ? unknown(at, 'policies elsewhere') : absent(at);
    return {
      ...apiOf(declared, gateway === undefined ? unknown(at, 'gateway elsewhere') : visibilityOf(gateway)),
      throttle: handling.limits ? fixed({ rate: 1, burst: 1 }, at) : throttle,
      routesOpen: property(declared, 'import') !== undefined,
    };
  });
  const isLogged = loggedIn(mapping);
  const logging = gateways.map((gateway): Api => {
    const { at } = gateway;
    const accessLog: Api['accessLog'] = isLogged(gateway) ? fixed('diagnostics', at) : absent(at);
    return { ...apiOf(gateway, visibilityOf(gateway)), accessLog };
  });
  return [...apis, ...logging];
}

function gatewayOf(declared: Declared, gateways: readonly Declared[]): Declared | undefined {
  const name = property(declared, 'api_management_name');
  return gateways.find((one) => one.id === referent(name)) ?? gateways.find((one) => isCalled(one, textOf(name)));
}

function isCalled(gateway: Declared, name: string | undefined): boolean {
  return name !== undefined && textOf(property(gateway, 'name')) === name;
}

function visibilityOf(gateway: Declared): Api['visibility'] {
  if (known(setting(gateway, ['public_network_access_enabled'], flag)) === false) return fixed('private', gateway.at);
  const network = property(gateway, 'virtual_network_type');
  if (network === undefined || isNull(network)) return absent(gateway.at);
  const type = textOf(network);
  if (type === undefined) return unknown(network.at, 'network');
  return type === 'Internal' ? fixed('private', network.at) : absent(gateway.at);
}

function apiOf(declared: Declared, visibility: Api['visibility']): Api {
  const { at } = declared;
  return plainApi({
    ...declarationOf(declared),
    api: 'apim',
    visibility,
    throttle: unknown(at, 'set for each API'),
    firewall: unknown(at, 'not read'),
    accessLog: fixed('', at),
    executionLog: fixed('error', at),
    routesOpen: false,
  });
}

/** Operations that are declared one by one. */
export function gatewayRoutes(mapping: Mapping): readonly Route[] {
  const apis = new Map(declaredOf(mapping, { [gatewayApiType]: gatewayApiFields }).map((api) => [api.id, api]));
  const gateways = declaredOf(mapping, { [service]: services });
  const apps = new Set(declaredOf(mapping, appFields).map(({ id }) => id));
  const policies = policiesIn(mapping);
  const fields = same('method', 'url_template', 'api_name');
  return declaredOf(mapping, { [operation]: fields }).flatMap((declared): readonly Route[] => {
    const api = apis.get(referent(property(declared, 'api_name')) ?? '');
    const method = textOf(property(declared, 'method'));
    const path = textOf(property(declared, 'url_template'));
    if (api === undefined || method === undefined || path === undefined) return [];
    const handling = policies(api.id, declared.id);
    const open = handling.open || gatewayOf(api, gateways) === undefined;
    const behind = referent(property(api, 'service_url'));
    const route = routeOf(declared, api, { ...handling, open });
    const within = textOf(property(api, 'path')) ?? '';
    const whole = `/${within}/${path}`.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
    return [
      { ...route, method: method.toUpperCase(), path: whole, function: apps.has(behind ?? '') ? behind : undefined },
    ];
  });
}

function routeOf(declared: Declared, api: Declared, handling: Handling): Omit<Route, 'method' | 'path'> {
  const { at } = declared;
  return {
    ...declarationOf(declared),
    kind: 'route',
    api: api.id,
    auth: authOf(api, handling),
    validation: handling.validates ? fixed(true, at) : handling.open ? unknown(at, 'policies elsewhere') : absent(at),
    hasModel: false,
    throttle: absent(at),
    function: undefined,
    integration: 'http',
  };
}

/** A key unless the API asks for none; policies may ask for more. */
function authOf(api: Declared, { identifies, checks, open }: Handling): Setting<Auth> {
  const asks = setting(api, ['subscription_required'], flag);
  if (identifies) return fixed<Auth, Auth>({ kind: 'jwt' }, api.at);
  if (open || checks || asks.kind === 'unknown' || asks.kind === 'choice') return unknown(asks.at, 'policies');
  if (known(asks) !== false) return fixed<Auth, Auth>({ kind: 'api-key' }, asks.at);
  return fixed<Auth, Auth>({ kind: 'none' }, asks.at);
}
