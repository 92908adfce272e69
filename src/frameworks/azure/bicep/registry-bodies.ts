import { nameText, partsOf } from '../../../clouds/azure/names.js';
import type { Span } from '../../../model/span.js';
import { entryOf, isNull, itemsOf, type MapEntry, type MapValue, type Value, valueAt } from '../../../model/value.js';
import { unknownValue } from '../expressions/expression-values.js';

/** A module that deploys one resource with its parts. */
export interface Shape {
  /** In lower case, without its version. */
  readonly type: string;
  /** Parameters that the resource's properties call otherwise. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly inner?: readonly Inner[];
  /** The parameter that says which resource it applies to. */
  readonly scope?: string;
  /** Properties that the module leaves unset where no parameter of that name is given. */
  readonly unset?: readonly string[];
}

/** A list of parts, by the path of its parameter; parts may have parts of their own. */
export interface Inner {
  readonly path: readonly string[];
  readonly type: string;
  readonly inner?: readonly Inner[];
  readonly unset?: readonly string[];
}

/** A resource as it would be declared without the module. */
export interface Part {
  readonly type: string;
  readonly body: MapValue;
  readonly name: Value | undefined;
  readonly at?: Span;
  /** It applies to the module's resource rather than being a part of it. */
  readonly isOn?: boolean;
  readonly parts?: readonly Part[];
}

/** What is left to a module has the module's own defaults, so everything that is not said is unknown. */
export function open(entries: readonly MapEntry[], at: Span): MapValue {
  return { kind: 'map', entries, open: true, at };
}

export function entry(key: string, value: Value): MapEntry {
  return { key, keyAt: value.at, value };
}

/** The declaration of a module's own resource, from the module's parameters. */
export function bodyOf({ type, renamed, unset = [] }: Shape, params: MapValue, at: Span): MapValue {
  const properties = params.entries.map((param) => ({
    ...param,
    key: Object.hasOwn(renamed, param.key) ? (renamed[param.key] ?? param.key) : param.key,
  }));
  const top = params.entries.filter(({ key }) => key === 'name' || key === 'kind' || key === 'tags');
  const identities = entryOf(params, 'managedIdentities')?.value;
  const sku = skuIn(params, at);
  return open(
    [
      ...top,
      ...(identities === undefined ? [] : [entry('identity', identityOf(identities))]),
      ...(sku === undefined ? [] : [entry('sku', sku)]),
      entry('properties', open([...properties, ...unsetIn(unset, params), ...siteDefaults(type, params)], at)),
    ],
    at,
  );
}

/** Older versions take it as it is, newer ones take its name. */
function skuIn(params: MapValue, at: Span): Value | undefined {
  const name = entryOf(params, 'skuName')?.value;
  return name === undefined ? entryOf(params, 'sku')?.value : open([entry('name', name)], at);
}

export function unsetIn(unset: readonly string[], params: MapValue): readonly MapEntry[] {
  return unset.flatMap((key) => (entryOf(params, key) === undefined ? [entry(key, nothing(params.at))] : []));
}

function nothing(at: Span): Value {
  return { kind: 'scalar', value: null, at, origin: at };
}

/** An app's configuration that is left to the module says nothing; private endpoints close the app to the internet. */
function siteDefaults(type: string, params: MapValue): readonly MapEntry[] {
  if (type !== 'microsoft.web/sites') return [];
  const { at } = params;
  const isConfigured = entryOf(params, 'siteConfig') !== undefined;
  const isSaid = entryOf(params, 'publicNetworkAccess') !== undefined;
  return [
    ...(isConfigured ? [] : [entry('siteConfig', { kind: 'map', entries: [], open: false, at })]),
    ...(isSaid ? [] : [entry('publicNetworkAccess', accessBeside(valueAt(params, 'privateEndpoints'), at))]),
  ];
}

function accessBeside(endpoints: Value | undefined, at: Span): Value {
  if (endpoints === undefined || isNull(endpoints)) return nothing(at);
  if (endpoints.kind !== 'list') return unknownValue('private endpoints', at);
  return endpoints.items.length === 0 && !endpoints.open
    ? nothing(at)
    : { kind: 'scalar', value: 'Disabled', at: endpoints.at, origin: at };
}

/** `{ systemAssigned: true, userAssignedResourceIds: [...] }` as the resource has it. */
function identityOf(written: Value): Value {
  const { at } = written;
  const own = valueAt(written, 'systemAssigned');
  const given = valueAt(written, 'userAssignedResourceIds');
  const isOwn = own === undefined ? false : own.kind === 'scalar' ? own.value === true : undefined;
  if (written.kind !== 'map' || isOwn === undefined) return unknownValue('identity', at);
  const keys = itemsOf(given).map(
    (item): MapEntry => ({ key: nameText(partsOf(item)), keyAt: item.at, value: open([], at) }),
  );
  const type = [...(isOwn ? ['SystemAssigned'] : []), ...(given === undefined ? [] : ['UserAssigned'])].join(', ');
  const words: Value = {
    kind: 'scalar',
    value: type === '' ? 'None' : type,
    at: own?.at ?? given?.at ?? at,
    origin: at,
  };
  return open([entry('type', words), entry('userAssignedIdentities', open(keys, at))], at);
}
