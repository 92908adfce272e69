import { routeId } from '../../../../clouds/aws/apis/route-id.js';
import { throttleOf } from '../../../../clouds/aws/apis/throttle.js';
import { plainRoute } from '../../../../clouds/plain/route.js';
import { number } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import { unwritable } from '../../../../clouds/values/writes.js';
import type { Route } from '../../../../model/api.js';
import { fixed, none, type Setting } from '../../../../model/setting.js';
import { textOf, type Value, valueAt } from '../../../../model/value.js';
import type { ConfiguredEvent } from '../events/configured-events.js';
import { spareSchema } from './request-schemas.js';
import { type Asking, authOf, type EntryPointKind } from './route-auth.js';

/** One event as a route of the API that the framework makes for its kind. */
export function routeOf(asking: Asking, api: string, event: ConfiguredEvent): Route {
  const place = placeOf(asking.kind, event);
  return plainRoute({
    id: routeId(api, place),
    type: event.type,
    at: event.at,
    whole: event.whole,
    api,
    ...place,
    auth: authOf(asking, event),
    ...checkedBy(asking, event),
    throttle: throttleOfRoute(event),
    ...behind(asking, event),
    alone: true,
  });
}

/** A function, or a state machine. */
function behind({ service }: Asking, event: ConfiguredEvent): Pick<Route, 'function' | 'integration'> {
  if (!service.functions.includes(event.fn)) return { function: undefined, integration: 'service' };
  return { function: event.fn.id, integration: integrationOf(event) };
}

interface Place {
  readonly method: string;
  readonly path: string;
}

export function placeOf(kind: EntryPointKind, { value, section }: ConfiguredEvent): Place {
  const written = textOf(value);
  if (kind === 'websocket') return { method: 'WS', path: written ?? textOf(valueAt(section.map, 'route')) ?? '?' };
  const [first = '*', second] = (written ?? '').trim().split(/\s+/, 2);
  const method = written === undefined ? textOf(valueAt(section.map, 'method')) : second && first;
  const path = written === undefined ? textOf(valueAt(section.map, 'path')) : (second ?? first);
  const verb = (method ?? 'ANY').toUpperCase();
  if (path === '*' || path === '$default') return { method: 'ANY', path: '$default' };
  return { method: verb === '*' ? 'ANY' : verb, path: path === undefined ? '{?}' : slashed(path) };
}

function slashed(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** What requests are checked against, and whether there is something that they could be checked against. */
function checkedBy({ kind, service }: Asking, event: ConfiguredEvent): Pick<Route, 'validation' | 'hasModel'> {
  if (kind !== 'rest') return { validation: none(event.at), hasModel: false };
  const said = validationOf(event);
  const schema = said.kind === 'absent' ? spareSchema(service) : undefined;
  const { map } = event.section;
  if (said.kind !== 'absent' || schema === undefined || map?.kind !== 'map')
    return { validation: said, hasModel: false };
  const write = (on: boolean) =>
    on ? service.reading.writer.insert(map, ['request', 'schemas', 'application/json'], schema) : undefined;
  return { validation: { ...said, write }, hasModel: true };
}

/** Requests of REST APIs are checked against `request.schemas`, the event's, those of the former name, or a plugin's validator. */
function validationOf({ section }: ConfiguredEvent): Setting<boolean> {
  const request = valueAt(section.map, 'request');
  const schemas = valueAt(request, 'schemas') ?? valueAt(request, 'schema') ?? valueAt(section.map, 'reqValidatorName');
  if (schemas !== undefined) return fixed(true, schemas.at);
  return unwritable(settingOf(section, ['request', 'schemas'], { read: said, write: () => undefined }));
}

function said(value: Value): boolean | undefined {
  return value.kind === 'unknown' ? undefined : true;
}

function throttleOfRoute({ section }: ConfiguredEvent): Route['throttle'] {
  const rate = settingOf(section, ['throttling', 'maxRequestsPerSecond'], number);
  return unwritable(throttleOf(rate, settingOf(section, ['throttling', 'maxConcurrentRequests'], number)));
}

function integrationOf({ type, section }: ConfiguredEvent): Route['integration'] {
  const written = textOf(valueAt(section.map, 'integration'))?.toUpperCase().replaceAll('_', '-');
  if (type !== 'http' || written === undefined) return 'function';
  if (written === 'MOCK') return 'mock';
  return written === 'HTTP' || written === 'HTTP-PROXY' ? 'http' : 'function';
}
