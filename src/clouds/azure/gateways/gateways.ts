import type { Api, Auth, Route } from '../../../model/api.js';
import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
import { isNull, textOf } from '../../../model/value.js';
import { plainApi } from '../../plain/api.js';
import { plainRoute } from '../../plain/route.js';
import { flag, words } from '../../values/codec.js';
import type { Declared } from '../deployment.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import { apiType, logOf, serviceType, traceOf } from './gateway-logs.js';
import { both, hasElement, type PolicyText, policiesOn } from './gateway-policies.js';

const operationType = `${apiType}/operations`;

const limits = /<(?:rate-limit|rate-limit-by-key|quota|quota-by-key|llm-token-limit|azure-openai-token-limit)\b/;
const identities = /<(?:validate-jwt|validate-azure-ad-token|validate-client-certificate|ip-filter)\b/;
const headers = /<check-header\b/;
const checks = /<(?:validate-content|validate-parameters)\b/;

/** The APIs that a gateway of Azure publishes. */
export function gatewayApis(mapping: Mapping): readonly Api[] {
  return mapping.ofType(apiType).map((api) => apiOf(mapping, api));
}

/** Policies of the gateway, of its products and of the API; those of a gateway declared elsewhere are not known. */
function policiesOf(mapping: Mapping, api: Declared): PolicyText {
  const service = serviceOf(mapping, api);
  const global = service === undefined ? { text: '', open: true } : policiesOn(mapping, service.id, serviceType);
  const own = policiesOn(mapping, api.id, apiType);
  const products = mapping
    .ofType(`${serviceType}/products`)
    .map(({ id, type }) => policiesOn(mapping, id, type))
    .reduce(both, { text: '', open: false });
  return [own, products].reduce(both, mapping.deployment.open ? { ...global, open: true } : global);
}

function serviceOf(mapping: Mapping, { parent, at }: Declared): Declared | undefined {
  const id = parent === undefined ? undefined : mapping.referent({ kind: 'reference', to: parent, at });
  return mapping.byId.get(id ?? '');
}

const networks = words({ None: 'public', External: 'public', Internal: 'private' } as const);

function apiOf(mapping: Mapping, api: Declared): Api {
  const { at } = api;
  const service = serviceOf(mapping, api);
  const limited = hasElement(policiesOf(mapping, api), limits);
  return plainApi({
    ...declarationOf(api),
    api: 'apim',
    visibility:
      service === undefined
        ? unknown(at, 'gateway elsewhere')
        : setting(service, ['properties', 'virtualNetworkType'], networks),
    throttle: limited === false ? absent(at) : unknown(at, 'policies'),
    firewall: absent(at),
    accessLog: logOf(mapping, service, api),
    executionLog: fixed('error', at),
    dataTrace: traceOf(mapping, service, api),
    routesOpen: true,
  });
}

/** The operations of a gateway's APIs. */
export function gatewayRoutes(mapping: Mapping): readonly Route[] {
  return mapping.ofType(apiType).flatMap((api) => {
    const shared = policiesOf(mapping, api);
    const operations = mapping.partsOf(api.id, operationType);
    if (operations.length === 0) return importedRoute(mapping, api, shared);
    return operations.map((operation) => routeOf(mapping, { api, operation, shared }));
  });
}

/** Operations that come from an API document are one route: what holds for all of them is said of the API. */
function importedRoute(mapping: Mapping, api: Declared, shared: PolicyText): readonly Route[] {
  const document = property(api, 'properties', 'value');
  if (document === undefined || isNull(document)) return [];
  const path = textOf(property(api, 'properties', 'path')) ?? '';
  const route = routeOf(mapping, { api, operation: api, shared });
  return [
    {
      ...route,
      id: `${api.id} operations`,
      path: `/${path}/*`.replace(/\/{2,}/g, '/'),
      validation: unknown(api.at, 'document'),
    },
  ];
}

interface Operation {
  readonly api: Declared;
  readonly operation: Declared;
  readonly shared: PolicyText;
}

function routeOf(mapping: Mapping, { api, operation, shared }: Operation): Route {
  const { at } = operation;
  const policies = both(shared, policiesOn(mapping, operation.id, operationType));
  const method = textOf(property(operation, 'properties', 'method'))?.toUpperCase() ?? 'ANY';
  const path = textOf(property(operation, 'properties', 'urlTemplate')) ?? '/';
  const checked = hasElement(policies, checks);
  return plainRoute({
    ...declarationOf(operation),
    api: api.id,
    method: method === '*' ? 'ANY' : method,
    path: path.startsWith('/') ? path : `/${path}`,
    auth: authOf(api, policies, operation),
    validation: checked === undefined ? unknown(at, 'policies') : checked ? fixed(true, at) : absent(at),
    throttle: hasElement(policies, limits) === false ? absent(at) : unknown(at, 'policies'),
    function: undefined,
    integration: /<return-response\b|<mock-response\b/.test(policies.text) ? 'mock' : 'http',
  });
}

/** An identity that a policy asks for, or the key of a subscription, which is asked for unless that is switched off. */
function authOf(api: Declared, policies: PolicyText, { at }: Declared): Setting<Auth> {
  const identity = hasElement(policies, identities);
  if (identity === true) return fixed({ kind: 'jwt' }, at);
  if (identity === undefined || headers.test(policies.text)) return unknown(at, 'policies');
  const asked = setting(api, ['properties', 'subscriptionRequired'], flag);
  if (asked.kind === 'absent') return fixed({ kind: 'api-key' }, at);
  if (asked.kind !== 'known') return unknown(asked.at, 'subscription');
  if (asked.value) return fixed({ kind: 'api-key' }, at);
  const servers = property(api, 'properties', 'authenticationSettings');
  if (servers !== undefined && !isNull(servers)) return unknown(servers.at, 'tokens that the backend reads');
  const write = ({ kind }: Auth) => (kind === 'api-key' ? asked.write(true) : undefined);
  return { ...asked, value: { kind: 'none' }, write };
}
