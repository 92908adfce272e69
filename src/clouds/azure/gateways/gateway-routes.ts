import type { Auth, Route } from '../../../model/api.js';
import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
import { isNull, textOf } from '../../../model/value.js';
import { plainRoute } from '../../plain/route.js';
import { flag } from '../../values/codec.js';
import type { Declared } from '../deployment.js';
import { functionApps } from '../functions/function-apps.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import { apiType } from './gateway-logs.js';
import {
  both,
  hasElement,
  limits,
  operationType,
  type PolicyText,
  policiesOf,
  policiesOn,
} from './gateway-policies.js';

const identities = /<(?:validate-jwt|validate-azure-ad-token|validate-client-certificate|ip-filter)\b/;
/** Something else is asked of callers, or decided by conditions. */
const conditions = /<(?:check-header|choose|return-response)\b/;
const checks = /<(?:validate-content|validate-parameters)\b/;

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
  const route = routeOf(mapping, { api, operation: api, shared });
  return [
    {
      ...route,
      id: `${api.id} operations`,
      path: pathOf(api, '*'),
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
  const template = property(operation, 'properties', 'urlTemplate');
  const path = template === undefined ? '/' : (textOf(template) ?? '{?}');
  const behind = mapping.byId.get(mapping.referent(property(api, 'properties', 'serviceUrl')) ?? '');
  const checked = hasElement(policies, checks);
  return plainRoute({
    ...declarationOf(operation),
    api: api.id,
    method: method === '*' ? 'ANY' : method,
    path: pathOf(api, path),
    auth: authOf(api, policies, operation),
    validation: checked === undefined ? unknown(at, 'policies') : checked ? fixed(true, at) : absent(at),
    throttle: hasElement(policies, limits) === false ? absent(at) : unknown(at, 'policies'),
    function: functionApps(mapping).find((app) => app === behind)?.id,
    integration: /<return-response\b|<mock-response\b/.test(policies.text) ? 'mock' : 'http',
  });
}

/** The address that callers use: that of the API before that of the operation. */
function pathOf(api: Declared, path: string): string {
  const within = textOf(property(api, 'properties', 'path')) ?? '';
  return `/${within}/${path}`.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
}

/** An identity that a policy asks for, or the key of a subscription, which is asked for unless that is switched off. */
function authOf(api: Declared, policies: PolicyText, { at }: Declared): Setting<Auth> {
  const identity = hasElement(policies, identities);
  if (identity === true) return fixed({ kind: 'jwt' }, at);
  if (identity === undefined || conditions.test(policies.text)) return unknown(at, 'policies');
  const asked = setting(api, ['properties', 'subscriptionRequired'], flag);
  if (asked.kind === 'absent') return fixed({ kind: 'api-key' }, at);
  if (asked.kind !== 'known') return unknown(asked.at, 'subscription');
  if (asked.value) return fixed({ kind: 'api-key' }, at);
  const servers = property(api, 'properties', 'authenticationSettings');
  if (servers !== undefined && !isNull(servers)) return unknown(servers.at, 'tokens that the backend reads');
  const write = ({ kind }: Auth) => (kind === 'api-key' ? asked.write(true) : undefined);
  return { ...asked, value: { kind: 'none' }, write };
}
