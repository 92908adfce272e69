import { frontRoute } from '../../../clouds/plain/front.js';
import { type Codec, flag, text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Auth, Route } from '../../../model/api.js';
import type { Setting } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { eventsOf } from '../resources/events/configured-events.js';
import type { ConfiguredFunction, Service } from '../service/service.js';
import type { Cloud } from './recognition.js';

/** The addresses of a function. */
export function cloudRoutes(service: Service, fn: ConfiguredFunction, { cloud, api }: EntryPoint): readonly Route[] {
  const items = itemsOf(valueAt(fn.section.map, 'events')).filter((item) => valueAt(item, 'http') !== undefined);
  return cloud === 'azure'
    ? items.filter(comesIn).map((item) => azureRoute(service, fn, { item, api }))
    : eventsOf(service, fn)
        .filter(({ type }) => type === 'http')
        .slice(0, 1)
        .map(({ at, whole }) => {
          const resource = { id: `${fn.id} http`, type: 'http', at, whole };
          return frontRoute(resource, api, fn.id, googleAuth(fn));
        });
}

export interface EntryPoint {
  readonly cloud: Cloud;
  readonly api: string;
}

/** Settings of an event stand beside its type or in a map of their own. */
function settingsOf(item: Value): Value {
  return valueAt(item, 'x-azure-settings') ?? item;
}

function comesIn(item: Value): boolean {
  return textOf(valueAt(settingsOf(item), 'direction')) !== 'out';
}

interface Answered {
  readonly item: Value;
  readonly api: string;
}

function azureRoute({ reading }: Service, fn: ConfiguredFunction, { item, api }: Answered): Route {
  const map = settingsOf(item);
  const at = item.kind === 'map' ? (item.entries[0]?.keyAt ?? item.at) : item.at;
  const path = `/${textOf(valueAt(map, 'route')) ?? fn.key}`;
  const methods = itemsOf(valueAt(map, 'methods')).flatMap((method) => textOf(method)?.toUpperCase() ?? []);
  const [only, another] = methods;
  const method = another === undefined ? (only ?? 'ANY') : 'ANY';
  const resource = { id: `${fn.id} ${method} ${path}`, type: 'http', at, whole: item.at };
  const auth = settingOf({ map, at, reading }, ['authLevel'], levels);
  return { ...frontRoute(resource, api, fn.id, keyed(auth)), method, path };
}

const levels: Codec<Auth> = {
  read: (value) => {
    const level = text.read(value)?.toLowerCase();
    if (level === 'anonymous') return { kind: 'none' };
    return level === 'function' || level === 'admin' ? { kind: 'function-key' } : undefined;
  },
  write: ({ kind }) => (kind === 'function-key' ? 'function' : undefined),
};

/** Without a level callers need a key of the function. */
function keyed(auth: Setting<Auth>): Setting<Auth> {
  if (auth.kind !== 'absent') return auth;
  return { kind: 'known', value: { kind: 'function-key' }, at: auth.at, confidence: 'high', write: auth.write };
}

const open: Codec<Auth> = {
  read: (value) => {
    const on = flag.read(value);
    return on === undefined ? undefined : { kind: on ? 'none' : 'iam' };
  },
  write: ({ kind }) => (kind === 'iam' ? false : undefined),
};

/** Callers need an identity unless the function says that they do not. */
function googleAuth({ section }: ConfiguredFunction): Setting<Auth> {
  const auth = settingOf(section, ['allowUnauthenticated'], open);
  if (auth.kind !== 'absent') return auth;
  return { kind: 'known', value: { kind: 'iam' }, at: auth.at, confidence: 'high', write: auth.write };
}
