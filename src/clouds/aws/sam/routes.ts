import type { Api, Route } from '../../../model/api.js';
import { none, type Setting, unknown } from '../../../model/setting.js';
import { textOf, valueAt } from '../../../model/value.js';
import { flag } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { firstSaid } from '../../values/writes.js';
import type { ApiSource } from '../apis/api-source.js';
import { routeId } from '../apis/route-id.js';
import { routeSettingsThrottle } from '../apis/route-settings.js';
import { stageThrottle } from '../apis/stage-throttle.js';
import { entriesOf, type Mapping, property } from '../mapping.js';
import { apiOfEvent } from './apis.js';
import { samAuth } from './auth.js';
import { effectiveRoute } from './documented-routes.js';
import { apiEvents, type SamEvent } from './events.js';

/** The APIs of a stack by id, with the sources they were read from. */
export interface KnownApis {
  readonly apis: ReadonlyMap<string, Api>;
  readonly sources: ReadonlyMap<string, ApiSource>;
}

/** Routes that SAM functions and workflows get from their `Api` and `HttpApi` events, with the documents of their APIs. */
export function samRoutes(mapping: Mapping, known: KnownApis, documented: readonly Route[]): readonly Route[] {
  const byId = new Map(documented.map((route) => [route.id, route]));
  const events = apiEvents(mapping).map((event) => {
    const route = routeOf(mapping, event, known);
    const source = known.sources.get(route.api ?? '');
    return { event, route, source, documented: byId.get(route.id) };
  });
  const own = events.flatMap(effectiveRoute);
  const said = new Set(own.map(({ id }) => id));
  return [...own, ...documented.filter(({ id }) => !said.has(id))];
}

function routeOf(mapping: Mapping, event: SamEvent, known: KnownApis): Route {
  const api = apiOfEvent(mapping, event);
  const path = textOf(valueAt(event.properties.map, 'Path'));
  const method = methodOf(event, path);
  const place = { method, path: path ?? (event.type === 'HttpApi' && !isPathSaid(event) ? '$default' : '/{?}') };
  const isFunction = event.owner.type === 'AWS::Serverless::Function';
  return {
    id: routeId(api, place),
    type: 'Event',
    at: event.at,
    whole: event.whole,
    kind: 'route',
    api,
    ...place,
    ...settingsOf(mapping, event, { source: known.sources.get(api ?? ''), api: known.apis.get(api ?? ''), place }),
    function: isFunction ? event.owner.id : undefined,
    integration: isFunction ? 'function' : 'service',
    alone: entriesOf(property(event.owner, 'Events')).length > 1,
    ...(!isFunction && { store: event.owner.id }),
  };
}

function isPathSaid({ properties }: SamEvent): boolean {
  return valueAt(properties.map, 'Path') !== undefined;
}

/** An HTTP API event without method and path is the API's default route. */
function methodOf({ properties, type }: SamEvent, path: string | undefined): string {
  const method = textOf(valueAt(properties.map, 'Method'))?.toUpperCase();
  if (method === undefined) return type === 'HttpApi' || path === undefined ? 'ANY' : '?';
  return method === 'X-AMAZON-APIGATEWAY-ANY-METHOD' || method === '*' ? 'ANY' : method;
}

interface RouteApi {
  readonly source: ApiSource | undefined;
  readonly api: Api | undefined;
  readonly place: { readonly method: string; readonly path: string };
}

type RouteSettings = Pick<Route, 'auth' | 'validation' | 'hasModel' | 'throttle'>;

function settingsOf(mapping: Mapping, event: SamEvent, { source, api, place }: RouteApi): RouteSettings {
  const { at } = event;
  if (source === undefined || api === undefined) {
    const elsewhere = unknown(at, 'api elsewhere');
    return { auth: elsewhere, validation: elsewhere, hasModel: false, throttle: elsewhere };
  }
  const context = { mapping, source, authorizers: api.authorizers };
  return {
    auth: samAuth(context, event.properties),
    validation: validationOf(source, event),
    hasModel: modelOf(source, event) !== undefined,
    throttle: ownThrottle(source, event, place),
  };
}

function ownThrottle(source: ApiSource, event: SamEvent, place: RouteApi['place']): Route['throttle'] {
  const ofStage = stageThrottle(source, place, event.at);
  return source.kind === 'http'
    ? firstSaid(routeSettingsThrottle(event.properties, ['RouteSettings']), ofStage)
    : ofStage;
}

/** Only REST APIs validate. It can be switched on where a model is known: the event's, or the API's only one. */
function validationOf(source: ApiSource, event: SamEvent): Setting<boolean> {
  if (source.kind !== 'rest') return none(event.at);
  const read = settingOf(event.properties, ['RequestModel', 'ValidateBody'], flag);
  const model = modelOf(source, event);
  if (read.kind !== 'absent' || valueAt(event.properties.map, 'RequestModel') !== undefined || model === undefined) {
    return read;
  }
  const whole = { Model: model, Required: true, ValidateBody: true, ValidateParameters: true };
  return settingOf<boolean, boolean>(event.properties, ['RequestModel'], {
    read: () => undefined,
    write: (word) => (word ? whole : undefined),
  });
}

function modelOf(source: ApiSource, event: SamEvent): string | undefined {
  const own = textOf(valueAt(event.properties.map, 'RequestModel', 'Model'));
  const models = entriesOf(valueAt(source.own.map, 'Models'));
  return own ?? (models.length === 1 ? models[0]?.key : undefined);
}
