import type { Span } from '../../../model/span.js';
import { entryOf, itemsOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../../model/value.js';
import { partsOf, unknownValue } from '../expressions/values.js';
import { nameText } from '../placement.js';

/** A module that deploys one resource with its parts. */
export interface Shape {
  /** In lower case, without its version. */
  readonly type: string;
  /** Parameters that the resource's properties call otherwise. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Lists of parts, by the path of their parameter. */
  readonly inner?: readonly { readonly path: readonly string[]; readonly type: string }[];
}

/** A resource as it would be declared without the module. */
export interface Part {
  readonly type: string;
  readonly body: MapValue;
  readonly name: Value | undefined;
  readonly at?: Span;
  /** It applies to the module's resource rather than being a part of it. */
  readonly isOn?: boolean;
}

/** What is left to a module has the module's own defaults, so everything that is not said is unknown. */
function open(entries: readonly MapEntry[], at: Span): MapValue {
  return { kind: 'map', entries, open: true, at };
}

function entry(key: string, value: Value): MapEntry {
  return { key, keyAt: value.at, value };
}

/** The declaration of a module's own resource, from the module's parameters. */
export function bodyOf({ type, renamed }: Shape, params: MapValue, at: Span): MapValue {
  const properties = params.entries.map((param) => ({
    ...param,
    key: Object.hasOwn(renamed, param.key) ? (renamed[param.key] ?? param.key) : param.key,
  }));
  const top = params.entries.filter(({ key }) => key === 'name' || key === 'kind');
  const identities = entryOf(params, 'managedIdentities')?.value;
  const sku = entryOf(params, 'skuName')?.value;
  return open(
    [
      ...top,
      ...(identities === undefined ? [] : [entry('identity', identityOf(identities))]),
      ...(sku === undefined ? [] : [entry('sku', open([entry('name', sku)], at))]),
      entry('properties', open([...properties, ...(type === 'microsoft.web/sites' ? noSettings(params) : [])], at)),
    ],
    at,
  );
}

/** An app's configuration that is left to the module has no settings for its code. */
function noSettings(params: MapValue): readonly MapEntry[] {
  const { at } = params;
  if (entryOf(params, 'siteConfig') !== undefined) return [];
  return [entry('siteConfig', open([entry('appSettings', { kind: 'scalar', value: null, at, origin: at })], at))];
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

/** What a module deploys with its resource: parts, settings of an app, and roles assigned on it. */
export function innerParts({ inner = [] }: Shape, params: MapValue): readonly Part[] {
  const listed = inner.flatMap(({ path, type }) =>
    itemsOf(valueAt(params, ...path)).flatMap((item) => partOf(type, item)),
  );
  return [...listed, ...settingsIn(params), ...assignmentsIn(params)];
}

function partOf(type: string, item: Value): readonly Part[] {
  if (item.kind !== 'map') return [];
  const name = valueAt(item, 'name');
  return [{ type, body: open([entry('properties', { ...item, open: true })], item.at), name, at: name?.at ?? item.at }];
}

/** Settings that the module itself adds make the app's settings open. */
const adding = /^(?:app(?:lication)?InsightResourceId|storageAccountResourceId)$/i;

function settingsIn(params: MapValue): readonly Part[] {
  const type = 'microsoft.web/sites/config';
  const isAdded = params.entries.some(({ key }) => adding.test(key));
  const extra: Part = { type, body: open([], params.at), name: unknownValue('added by the module', params.at) };
  const pairs = entryOf(params, 'appSettingsKeyValuePairs');
  const configs = itemsOf(valueAt(params, 'configs')).flatMap((config): readonly Part[] => {
    const properties = valueAt(config, 'properties');
    const name = valueAt(config, 'name');
    if (config.kind !== 'map' || properties === undefined || name === undefined) return [extra];
    const opens = config.entries.some(({ key }) => adding.test(key));
    return [
      ...(opens ? [extra] : []),
      { type, body: open([entry('properties', properties)], config.at), name, at: name.at },
    ];
  });
  const old: readonly Part[] =
    pairs === undefined
      ? []
      : [
          {
            type,
            body: open([entry('properties', pairs.value)], pairs.value.at),
            name: { kind: 'scalar', value: 'appsettings', at: pairs.keyAt },
            at: pairs.keyAt,
          },
        ];
  return [...(isAdded ? [extra] : []), ...configs, ...old];
}

function assignmentsIn(params: MapValue): readonly Part[] {
  return itemsOf(valueAt(params, 'roleAssignments')).flatMap((item): readonly Part[] => {
    const role = valueAt(item, 'roleDefinitionIdOrName');
    const principal = valueAt(item, 'principalId');
    if (role === undefined || principal === undefined || textOf(principal) === '') return [];
    const properties = open([entry('roleDefinitionId', role), entry('principalId', principal)], item.at);
    const body = open([entry('properties', properties)], item.at);
    return [{ type: 'microsoft.authorization/roleassignments', body, name: role, at: role.at, isOn: true }];
  });
}
