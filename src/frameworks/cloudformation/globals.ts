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

/** A resource before and after its intrinsics were resolved. */
export interface Lowered {
  readonly type: string;
  readonly written: Value;
  readonly resource: Value;
}

/**
 * A resource's properties with SAM's `Globals` under them. Properties that SAM does not allow there are merged all the
 * same: such a template cannot be deployed, so nothing depends on it.
 */
export function withGlobals({ globals, scope }: Shared, { type, written, resource }: Lowered): Value | undefined {
  const own = entryOf(resource, 'Properties')?.value;
  if (!sections.has(type)) return own;
  const shared = entryOf(globals, type.slice('AWS::Serverless::'.length))?.value;
  if (shared?.kind !== 'map') return own;
  const base = withoutIgnored(shared, entryOf(resource, 'IgnoreGlobals')?.value);
  if (base.entries.length === 0 && !base.open) return own;
  if (own === undefined || (own.kind === 'scalar' && own.value === null)) return placeless(base, resource);
  if (own.kind !== 'map') return own;
  return scope.spend(base) ? mergeMaps(base, own, entryOf(written, 'Properties')?.value) : { ...own, open: true };
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
function merge(shared: Value, own: Value, written: Value | undefined): Value {
  if (shared.kind === 'map' && own.kind === 'map') return mergeMaps(shared, own, written);
  if (shared.kind === 'list' && own.kind === 'list') {
    return { ...own, items: [...shared.items, ...own.items], open: shared.open || own.open };
  }
  return own;
}

/** What the resource sets to `AWS::NoValue` is not taken from `Globals` either. */
function mergeMaps(shared: MapValue, own: MapValue, written: Value | undefined): MapValue {
  const entries = new Map<string, MapEntry>(shared.entries.map((entry) => [entry.key, entry]));
  for (const { key } of written?.kind === 'map' ? written.entries : []) {
    if (entryOf(own, key) === undefined) entries.delete(key);
  }
  for (const entry of own.entries) {
    const before = entries.get(entry.key);
    const value = before && merge(before.value, entry.value, entryOf(written, entry.key)?.value);
    entries.set(entry.key, value === undefined ? entry : { ...entry, value });
  }
  return { ...own, entries: [...entries.values()], open: shared.open || own.open };
}
