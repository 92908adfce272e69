import { plainStore } from '../../../clouds/plain/store.js';
import { plainTrigger } from '../../../clouds/plain/trigger.js';
import type { Role } from '../../../model/identity.js';
import type { Resource } from '../../../model/resource.js';
import { absent, fixed, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Store } from '../../../model/store.js';
import type { Trigger } from '../../../model/trigger.js';
import type { FunctionApp } from './app.js';
import { type DeclaredFunction, objectsOf, type Place, placeOf, triggerKindOf } from './binding.js';
import { dequeuesOf, type Host } from './host.js';
import { outputRoles } from './outputs.js';

/** What starts functions, what they write to, and where both happen. */
export interface Events {
  readonly triggers: readonly Trigger[];
  readonly stores: readonly Store[];
  readonly roles: readonly Role[];
}

export function eventsOf({ functions, host }: FunctionApp): Events {
  const places = new Map<string, Place>();
  for (const { bindings } of functions) {
    for (const binding of bindings) {
      const place = placeOf(binding);
      if (place !== undefined && !places.has(place.id)) places.set(place.id, place);
    }
  }
  return {
    triggers: functions.flatMap((fn) => triggersOf(fn)),
    stores: [...places.values()].map((place) => storeOf(place, host)),
    roles: outputRoles(functions),
  };
}

function resource(id: string, type: string, at: Span): Resource {
  return { id, type, at, whole: at };
}

function triggersOf(fn: DeclaredFunction): readonly Trigger[] {
  const events = fn.bindings.filter(({ type, direction }) => direction === 'trigger' && type !== 'http');
  return events.map((binding): Trigger => {
    const { type, at } = binding;
    const place = placeOf(binding);
    return plainTrigger({
      ...resource(`${fn.name} trigger`, `${type}Trigger`, at),
      trigger: triggerKindOf(binding),
      source: place?.id,
      sourceName: place?.name,
      function: fn.name,
      enabled: fn.disabled.kind === 'known' ? { ...fn.disabled, value: !fn.disabled.value } : absent(at),
      objectFilter: type === 'blob' ? filterOf(objectsOf(binding)) : undefined,
      maximumRetries: fn.retries,
      onFailure: afterRetries(type, at),
    });
  });
}

/** These put aside what keeps failing: https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages */
const keeping: ReadonlySet<string> = new Set(['queue', 'servicebus', 'blob']);
/** These are retried as the function itself says, and then forgotten. */
const forgetting: ReadonlySet<string> = new Set(['cosmosdb', 'eventhub', 'kafka', 'timer']);

function afterRetries(type: string, at: Span): Trigger['onFailure'] {
  if (keeping.has(type)) return fixed('', at);
  return forgetting.has(type) ? absent(at) : unknown(at, 'retry policy');
}

function storeOf({ id, name, at, store, service }: Place, host: Host): Store {
  return plainStore({
    ...resource(id, service, at),
    store,
    service,
    name: fixed(name, at),
    encrypted: fixed(true, at),
    keyRotation: fixed(true, at),
    redrive: redriveOf(service, host, at),
  });
}

/** Messages of storage queues are put aside after five receives unless the host says otherwise. */
function redriveOf(service: string, host: Host, at: Span): Store['redrive'] {
  const said = service === 'storage-queue' ? dequeuesOf(host) : undefined;
  if (said !== undefined && said.kind !== 'absent') return said;
  return fixed({ target: 'poison queue', maximumReceives: 5 }, at);
}

function filterOf({ prefix, suffix }: ReturnType<typeof objectsOf>): Trigger['objectFilter'] {
  return { prefixes: prefix === '' ? [] : [prefix], suffixes: suffix === '' ? [] : [suffix] };
}
