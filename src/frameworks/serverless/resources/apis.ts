import type { Api, CustomDomain, Route } from '../../../model/api.js';
import { absent, fixed, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { entryOf, itemsOf, type Value, valueAt } from '../../../model/value.js';
import type { ApiSource } from '../../cloudformation/resources/api-source.js';
import { apiOf, type Fronts } from '../../cloudformation/resources/apis.js';
import { guardsOf } from '../../cloudformation/resources/firewall.js';
import type { Mapping } from '../../cloudformation/resources/mapping.js';
import { usagePlansOf } from '../../cloudformation/resources/usage-plans.js';
import { invertedFlag } from '../../reading/codec.js';
import { settingOf } from '../../reading/section.js';
import type { Service } from '../service/service.js';
import { madeList, madeMap } from '../service/values.js';
import { apiLogs } from './api-logs.js';
import { apiThrottle } from './api-throttle.js';
import { namedAuthorizers, usedAuthorizers } from './authorizers.js';
import { type ConfiguredEvent, eventsOf, hasOpenEvents } from './events.js';
import { apiTracing } from './function-settings.js';
import type { Asking, DoorKind } from './route-auth.js';
import { routeOf } from './routes.js';
import { corsIn } from './urls.js';

/** By kind: the event, the logical id of the API that the framework makes, its section of the provider, its id elsewhere. */
const kinds = [
  {
    kind: 'rest',
    event: 'http',
    id: 'ApiGatewayRestApi',
    section: 'apiGateway',
    elsewhere: ['apiGateway', 'restApiId'],
  },
  { kind: 'http', event: 'httpApi', id: 'HttpApi', section: 'httpApi', elsewhere: ['httpApi', 'id'] },
  {
    kind: 'websocket',
    event: 'websocket',
    id: 'WebsocketsApi',
    section: 'websocket',
    elsewhere: ['apiGateway', 'websocketApiId'],
  },
] as const;
type Kind = (typeof kinds)[number];

/** The APIs that the framework makes for events, and the events as their routes. */
export interface Doors {
  readonly apis: readonly Api[];
  readonly routes: readonly Route[];
  /** Functions that decide who may call. */
  readonly deciding: ReadonlySet<string>;
}

export function doorsOf(service: Service, mapping: Mapping): Doors {
  const events = service.functions.flatMap((fn) => eventsOf(service, fn));
  const fronts: Fronts = { guards: guardsOf(mapping), plans: usagePlansOf(mapping) };
  const doors = kinds.flatMap((kind) => {
    const own = events.filter(({ type }) => type === kind.event);
    return own.length === 0 ? [] : [doorsOfKind({ service, mapping, fronts }, kind, own)];
  });
  return {
    apis: doors.map(({ api }) => api),
    routes: doors.flatMap(({ routes }) => routes),
    deciding: new Set(doors.flatMap(({ api }) => api.authorizers.flatMap((authorizer) => authorizer.function ?? []))),
  };
}

interface Surroundings {
  readonly service: Service;
  readonly mapping: Mapping;
  readonly fronts: Fronts;
}

function doorsOfKind({ service, mapping, fronts }: Surroundings, kind: Kind, events: readonly ConfiguredEvent[]) {
  const first = events[0];
  const at = entryOf(service.provider.map, kind.section)?.keyAt ?? first?.at ?? service.provider.at;
  const asking: Asking = {
    service,
    mapping,
    kind: kind.kind,
    named: kind.kind === 'http' ? namedAuthorizers(service, mapping) : [],
  };
  const authorizers = kind.kind === 'http' ? asking.named : usedAuthorizers(asking, events);
  const routes = events.map((event) => routeOf(asking, kind.id, event));
  const base = apiOf(mapping, sourceOf(service, kind, at), fronts);
  const isElsewhere = valueAt(service.provider.map, ...kind.elsewhere) !== undefined;
  return {
    api: withSettings(service, kind, { ...base, authorizers, ...corsOfKind(service, kind, events), at }, isElsewhere),
    routes,
  };
}

function withSettings(service: Service, { kind, section }: Kind, api: Api, isElsewhere: boolean): Api {
  const { at } = api;
  const endpoint = settingOf({ ...service.provider, at }, [section, 'disableDefaultEndpoint'], invertedFlag);
  const elsewhere = unknown(at, 'api elsewhere');
  const settings: Partial<Api> = isElsewhere
    ? { throttle: elsewhere, accessLog: elsewhere, executionLog: elsewhere, dataTrace: elsewhere, tracing: elsewhere }
    : {
        ...apiLogs(service, kind, at),
        throttle: api.throttle.kind === 'known' ? api.throttle : apiThrottle(service, kind, at),
        tracing: kind === 'rest' ? tracingAt(service, at) : absent(at),
      };
  return {
    ...api,
    ...settings,
    defaultEndpoint: isElsewhere ? elsewhere : endpoint,
    domain: api.domain ?? domainOf(service, kind),
    firewall: firewallOf(service, api),
    routesOpen: service.open || isElsewhere || service.functions.some(hasOpenEvents),
  };
}

function tracingAt(service: Service, at: Span): Api['tracing'] {
  const tracing = apiTracing(service);
  if (tracing.kind !== 'absent') return tracing;
  const { writer } = service.reading;
  return { kind: 'absent', at, write: (on) => writer.insert(service.root, ['provider', 'tracing', 'apiGateway'], on) };
}

function firewallOf({ custom }: Service, { firewall }: Api): Api['firewall'] {
  const plugin = entryOf(custom, 'associateWaf') ?? entryOf(custom, 'wafAssociation');
  return plugin === undefined ? firewall : fixed(true, plugin.keyAt);
}

function sourceOf({ provider, reading }: Service, { kind, id }: Kind, at: Span): ApiSource {
  const { map } = provider;
  const type = valueAt(map, 'endpointType');
  const policy = valueAt(map, 'apiGateway', 'resourcePolicy') ?? valueAt(map, 'resourcePolicy');
  const own = madeMap(at, {
    EndpointConfiguration: type && madeMap(at, { Types: madeList(at, [type]) }),
    Policy: policy && madeMap(at, { Statement: policy }),
  });
  return {
    resource: { id, type: kind, at, whole: at },
    kind,
    own: { map: kind === 'rest' ? own : madeMap(at, {}), at, reading },
    stages: [],
    stageNames: [],
    sam: undefined,
    document: undefined,
    openapi: undefined,
    documentPath: undefined,
    documentOpen: false,
  };
}

/** A domain of the domain manager's plugin, for one API or by kind. */
function domainOf({ custom }: Service, kind: DoorKind): CustomDomain | undefined {
  const entry = entryOf(custom, 'customDomain') ?? entryOf(custom, 'customDomains');
  if (entry === undefined) return undefined;
  const domain = itemsOf(entry.value)
    .map((one) => valueAt(one, kind) ?? one)
    .find((one) => valueAt(one, 'domainName') !== undefined);
  if (domain === undefined) return undefined;
  const certificate = valueAt(domain, 'tlsTruststoreUri');
  return { at: entry.keyAt, mutualTls: certificate === undefined ? absent(entry.keyAt) : fixed(true, certificate.at) };
}

function corsOfKind(service: Service, { kind }: Kind, events: readonly ConfiguredEvent[]): Pick<Api, 'cors'> {
  const values = kind === 'http' ? [valueAt(service.provider.map, 'httpApi', 'cors')] : events.map(corsValue);
  const found = values.flatMap((value) => corsIn(service.reading, value) ?? []);
  const wide = found.find(({ origins }) => origins.some(({ text }) => text === '*'));
  return { cors: wide ?? found[0] };
}

function corsValue({ section }: ConfiguredEvent): Value | undefined {
  return valueAt(section.map, 'cors');
}
