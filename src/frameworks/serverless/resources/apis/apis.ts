import { apiOf, type Fronts } from '../../../../clouds/aws/apis/apis.js';
import { guardsOf } from '../../../../clouds/aws/apis/firewall.js';
import { usagePlansOf } from '../../../../clouds/aws/apis/usage-plans.js';
import type { Mapping } from '../../../../clouds/aws/mapping.js';
import type { Api, Route } from '../../../../model/api.js';
import { known } from '../../../../model/setting.js';
import { entryOf, type Value, valueAt } from '../../../../model/value.js';
import { webhookAuthorizers, webhookRoutes } from '../../plugins/lift-constructs.js';
import { proxiesOf, proxyRoute } from '../../plugins/proxies.js';
import { machineEvents } from '../../plugins/workflows.js';
import type { Service } from '../../service/service.js';
import { type ConfiguredEvent, eventsOf } from '../events/configured-events.js';
import { corsIn } from '../functions/function-urls.js';
import { type Kind, kinds } from './api-kinds.js';
import { logKeys } from './api-logs.js';
import { sourceOf, withSettings } from './api-settings.js';
import { namedAuthorizers, usedAuthorizers } from './authorizers.js';
import { balancedEntryPoints } from './balanced-routes.js';
import { routeOf } from './event-routes.js';
import type { Asking } from './route-auth.js';

/** The APIs that the framework makes for events, and the events as their routes. */
export interface EntryPoints {
  readonly apis: readonly Api[];
  readonly routes: readonly Route[];
  /** Functions that decide who may call. */
  readonly deciding: ReadonlySet<string>;
}

export function entryPointsOf(service: Service, mapping: Mapping): EntryPoints {
  const events = [...service.functions.flatMap((fn) => eventsOf(service, fn)), ...machineEvents(service)];
  const fronts: Fronts = { guards: guardsOf(mapping), plans: usagePlansOf(mapping) };
  const entryPoints = kinds.flatMap((kind) => {
    const own = events.filter(({ type }) => type === kind.event);
    const proxies = kind.kind === 'rest' ? proxiesOf(service) : [];
    const isMade = own.length + proxies.length > 0 || isSpokenOf(service, kind);
    return isMade ? [entryPointsOfKind({ service, mapping, fronts }, kind, own, proxies)] : [];
  });
  const balanced = balancedEntryPoints(service, mapping);
  return {
    apis: [...entryPoints.map(({ api }) => api), ...balanced.apis],
    routes: [...entryPoints.flatMap(({ routes }) => routes), ...balanced.routes, ...webhookRoutes(service)],
    deciding: new Set([
      ...entryPoints.flatMap(({ api }) => api.authorizers.flatMap((authorizer) => authorizer.function ?? [])),
      ...webhookAuthorizers(service),
    ]),
  };
}

/** True if functions are elsewhere and the provider says how their API is to be. */
function isSpokenOf({ functions, open, provider }: Service, { kind, section }: Kind): boolean {
  if (functions.length > 0 && !open) return false;
  const written = [
    valueAt(provider.map, section),
    valueAt(provider.map, 'logs', logKeys[kind]),
    kind === 'rest' ? valueAt(provider.map, 'tracing', 'apiGateway') : undefined,
  ];
  return written.some((value) => value !== undefined && value.kind !== 'unknown');
}

interface Surroundings {
  readonly service: Service;
  readonly mapping: Mapping;
  readonly fronts: Fronts;
}

function entryPointsOfKind(
  { service, mapping, fronts }: Surroundings,
  kind: Kind,
  events: readonly ConfiguredEvent[],
  proxies: readonly ConfiguredEvent[],
) {
  const first = events[0] ?? proxies[0];
  const at = entryOf(service.provider.map, kind.section)?.keyAt ?? first?.at ?? service.provider.at;
  const asking: Asking = {
    service,
    mapping,
    kind: kind.kind,
    named: kind.kind === 'http' ? namedAuthorizers(service, mapping) : [],
  };
  const authorizers = kind.kind === 'http' ? asking.named : usedAuthorizers(asking, events);
  const routes = [
    ...events.map((event) => routeOf(asking, kind.id, event)),
    ...proxies.map((proxy) => proxyRoute(mapping, kind.id, proxy)),
  ];
  const base = apiOf(mapping, sourceOf(service, kind, at), fronts);
  const isElsewhere = valueAt(service.provider.map, ...kind.elsewhere) !== undefined;
  return {
    api: withSettings(
      service,
      kind,
      { ...base, authorizers, ...corsOfKind(service, kind, [...events, ...proxies]), at },
      isElsewhere,
    ),
    routes,
  };
}

function corsOfKind(service: Service, { kind }: Kind, events: readonly ConfiguredEvent[]): Pick<Api, 'cors'> {
  const values = kind === 'http' ? [valueAt(service.provider.map, 'httpApi', 'cors')] : events.map(corsValue);
  const found = values.flatMap((value) => corsIn(service.reading, value) ?? []);
  const wide = found.filter(({ origins }) => origins.some(({ text }) => text === '*'));
  return { cors: wide.find(({ credentials }) => known(credentials) === true) ?? wide[0] ?? found[0] };
}

function corsValue({ section }: ConfiguredEvent): Value | undefined {
  return valueAt(section.map, 'cors');
}
