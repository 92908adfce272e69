import type { Api, Throttle } from '../../../model/api.js';
import { absent, fixed, known, unknown, type Write } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { plainApi } from '../../plain/api.js';
import { words } from '../../values/codec.js';
import type { Declared } from '../deployment.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';
import { limitCallers } from './gateway-limits.js';
import { apiType, logOf, serviceType, traceOf } from './gateway-logs.js';
import { hasElement, limits, policiesOf, serviceOf } from './gateway-policies.js';

/** The APIs that the gateways of Azure publish. A gateway whose APIs are declared elsewhere speaks for itself. */
export function gatewayApis(mapping: Mapping): readonly Api[] {
  const alone = mapping.ofType(serviceType).filter(({ id }) => mapping.partsOf(id, apiType).length === 0);
  return [...mapping.ofType(apiType).map((api) => apiOf(mapping, api)), ...alone.map((one) => gatewayOf(mapping, one))];
}

function gatewayOf(mapping: Mapping, service: Declared): Api {
  const { at } = service;
  return plainApi({
    ...declarationOf(service),
    api: 'apim',
    visibility: visibilityOf(service),
    throttle: unknown(at, 'set for each API'),
    firewall: absent(at),
    accessLog: logOf(mapping, service, service),
    executionLog: fixed('error', at),
    routesOpen: false,
  });
}

const networks = words({ None: 'public', External: 'public', Internal: 'private' } as const);
const reachable = words({ Enabled: 'public', Disabled: 'private' } as const);

function visibilityOf(service: Declared): Api['visibility'] {
  const access = setting(service, ['properties', 'publicNetworkAccess'], reachable);
  return known(access) === 'private' ? access : setting(service, ['properties', 'virtualNetworkType'], networks);
}

function apiOf(mapping: Mapping, api: Declared): Api {
  const { at } = api;
  const service = serviceOf(mapping, api);
  const limited = hasElement(policiesOf(mapping, api), limits);
  return plainApi({
    ...declarationOf(api),
    api: 'apim',
    visibility: service === undefined ? unknown(at, 'gateway elsewhere') : visibilityOf(service),
    throttle: throttleOf(limited, at, (throttle) => limitCallers(mapping, api, throttle)),
    firewall: absent(at),
    accessLog: logOf(mapping, service, api),
    executionLog: fixed('error', at),
    dataTrace: traceOf(mapping, service, api),
    routesOpen: true,
  });
}

/** How much a policy lets through is not judged. */
function throttleOf(limited: boolean | undefined, at: Span, write: Write<Throttle>): Api['throttle'] {
  if (limited === true) return fixed({ rate: 1, burst: 1 }, at);
  return limited === false ? { kind: 'absent', at, write } : unknown(at, 'policies');
}
