import type { Grant, Role, Terms } from '../../../model/identity.js';
import type { Resource } from '../../../model/resource.js';
import { absent, fixed, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Store } from '../../../model/store.js';
import type { Trigger } from '../../../model/trigger.js';
import { bindingOutput } from '../../../model/writes.data.js';
import type { FunctionApp } from './app.js';
import { type Binding, type DeclaredFunction, objectsOf, type Place, placeOf, triggerKindOf } from './binding.js';

/** What starts functions, what they write to, and where both happen. */
export interface Events {
  readonly triggers: readonly Trigger[];
  readonly stores: readonly Store[];
  readonly roles: readonly Role[];
}

export function eventsOf({ functions }: FunctionApp): Events {
  const places = new Map<string, Place>();
  for (const { bindings } of functions) {
    for (const binding of bindings) {
      const place = placeOf(binding);
      if (place !== undefined && !places.has(place.id)) places.set(place.id, place);
    }
  }
  return {
    triggers: functions.flatMap((fn) => triggersOf(fn)),
    stores: [...places.values()].map(storeOf),
    roles: functions.flatMap((fn) => roleOf(fn)),
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
    const kept = type === 'queue' || type === 'servicebus' || type === 'blob';
    return {
      ...resource(`${fn.name} trigger`, `${type}Trigger`, at),
      kind: 'trigger',
      trigger: triggerKindOf(binding),
      source: place?.id,
      sourceName: place?.name,
      function: fn.name,
      enabled: fn.disabled.kind === 'known' ? { ...fn.disabled, value: !fn.disabled.value } : absent(at),
      objectFilter: type === 'blob' ? filterOf(objectsOf(binding)) : undefined,
      pattern: undefined,
      filtered: absent(at),
      batchSize: absent(at),
      maximumRetries: absent(at),
      maximumAge: absent(at),
      onFailure: kept ? fixed('', at) : unknown(at, 'retry policy'),
      maximumConcurrency: absent(at),
      partialBatch: absent(at),
    };
  });
}

function storeOf({ id, name, at, store, service }: Place): Store {
  return {
    ...resource(id, service, at),
    kind: 'store',
    store,
    service,
    name: fixed(name, at),
    encrypted: fixed(true, at),
    keyRotation: fixed(true, at),
    redrive: fixed({ target: undefined, maximumReceives: undefined }, at),
    visibilityTimeout: absent(at),
    publicAccess: undefined,
    arn: undefined,
    leadsTo: [],
  };
}

/** The id of the rights that a function's outputs are. */
export function outputsId({ name }: DeclaredFunction): string {
  return `${name} outputs`;
}

export function outputsIn({ bindings }: DeclaredFunction): readonly Binding[] {
  return bindings.filter((binding) => binding.direction === 'out' && placeOf(binding) !== undefined);
}

/** Output bindings are what a function may write to; its identity's other rights are declared elsewhere. */
function roleOf(fn: DeclaredFunction): readonly Role[] {
  const outputs = outputsIn(fn);
  if (outputs.length === 0) return [];
  return [
    {
      ...resource(outputsId(fn), 'outputs', fn.at),
      kind: 'role',
      generated: true,
      grants: outputs.map(grantOf),
      named: [],
      open: true,
      users: [fn.name],
      trust: [],
      boundary: absent(fn.at),
      attach: () => undefined,
    },
  ];
}

function grantOf(binding: Binding, index: number): Grant {
  const place = placeOf(binding);
  const at = place?.at ?? binding.at;
  const terms = (text: string, to?: string): Terms => ({
    terms: [{ text, at, ...(to !== undefined && { to }) }],
    open: false,
    at,
    write: () => undefined,
  });
  return {
    id: String(index),
    at,
    effect: 'allow',
    actions: terms(bindingOutput),
    notActions: undefined,
    resources: terms(resourceText(binding, place), place?.id),
    notResources: undefined,
    conditions: [],
    conditionsOpen: false,
    origin: 'method',
    originName: `${binding.type} output`,
  };
}

function filterOf({ prefix, suffix }: ReturnType<typeof objectsOf>): Trigger['objectFilter'] {
  return { prefixes: prefix === '' ? [] : [prefix], suffixes: suffix === '' ? [] : [suffix] };
}

/** Of objects: the container with the keys that are written. */
function resourceText(binding: Binding, place: Place | undefined): string {
  if (place === undefined) return '';
  if (binding.type !== 'blob') return place.name;
  const { prefix, suffix } = objectsOf(binding);
  return `\${${place.id}}/${prefix}*${suffix}`;
}
