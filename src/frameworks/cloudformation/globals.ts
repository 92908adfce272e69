import { entryOf, type MapEntry, type MapValue, textOf, type Value } from '../../model/value.js';
import type { Scope } from './scope.js';

/** The sections that SAM merges into resources of the type with the same name. */
const sections = new Set([
  'AWS::Serverless::Function',
  'AWS::Serverless::Api',
  'AWS::Serverless::HttpApi',
  'AWS::Serverless::WebSocketApi',
  'AWS::Serverless::SimpleTable',
  'AWS::Serverless::StateMachine',
  'AWS::Serverless::LayerVersion',
  'AWS::Serverless::CapacityProvider',
]);

/** What a template's resources have in common. */
export interface Shared {
  readonly globals: Value | undefined;
  readonly scope: Scope;
}

/**
 * A resource's properties with SAM's `Globals` under them. Properties that SAM does not allow there are merged all the
 * same: such a template cannot be deployed, so nothing depends on it.
 */
export function withGlobals(lowering: Shared, type: string, resource: Value): Value | undefined {
  const { globals, scope } = lowering;
  const own = entryOf(resource, 'Properties')?.value;
  if (!sections.has(type)) return own;
  const shared = entryOf(globals, type.slice('AWS::Serverless::'.length))?.value;
  if (shared?.kind !== 'map') return own;
  const base = withoutIgnored(shared, entryOf(resource, 'IgnoreGlobals')?.value);
  if (base.entries.length === 0 && !base.open) return own;
  if (own === undefined || (own.kind === 'scalar' && own.value === null)) return placeless(base, resource);
  if (own.kind !== 'map') return own;
  return scope.spend(base) ? mergeMaps(base, own) : { ...own, open: true };
}

function withoutIgnored(shared: MapValue, ignored: Value | undefined): MapValue {
  if (textOf(ignored) === '*') return { ...shared, entries: [], open: false };
  if (ignored?.kind !== 'list') return shared;
  const names = new Set(ignored.items.map(textOf));
  return { ...shared, entries: shared.entries.filter(({ key }) => !names.has(key)) };
}

/** Nothing can be inserted into a map that the resource does not have. */
function placeless(base: MapValue, resource: Value): MapValue {
  const { anchor, ...rest } = base;
  return { ...rest, at: { ...resource.at, end: resource.at.start } };
}

/** Maps by key, the resource wins; lists one after the other, shared items first; otherwise the resource's value. */
function merge(shared: Value, own: Value): Value {
  if (shared.kind === 'map' && own.kind === 'map') return mergeMaps(shared, own);
  if (shared.kind === 'list' && own.kind === 'list') {
    return { ...own, items: [...shared.items, ...own.items], open: shared.open || own.open };
  }
  return own;
}

function mergeMaps(shared: MapValue, own: MapValue): MapValue {
  const entries = new Map<string, MapEntry>(shared.entries.map((entry) => [entry.key, entry]));
  for (const entry of own.entries) {
    const before = entries.get(entry.key);
    entries.set(entry.key, before === undefined ? entry : { ...entry, value: merge(before.value, entry.value) });
  }
  return { ...own, entries: [...entries.values()], open: shared.open || own.open };
}
