import { entryOf, itemsOf, type MapEntry, type MapValue, textOf, type Value, valueAt } from '../../../model/value.js';
import { unknownValue } from '../expressions/expression-values.js';
import { entry, type Inner, open, type Part, type Shape, unsetIn } from './registry-bodies.js';

/** What a module deploys with its resource: parts, settings of an app, and roles assigned on it. */
export function innerParts({ inner = [] }: Shape, params: MapValue): readonly Part[] {
  return [...listedIn(inner, params), ...settingsIn(params), ...assignmentsIn(params)];
}

function listedIn(inner: readonly Inner[], within: MapValue): readonly Part[] {
  return inner.flatMap((one) => eachOf(valueAt(within, ...one.path)).flatMap((item) => partOf(one, item)));
}

/** A list of parts, or the only one. */
function eachOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'map' ? [value] : itemsOf(value);
}

function partOf({ type, inner = [], unset = [] }: Inner, item: Value): readonly Part[] {
  if (item.kind !== 'map') return [];
  const name = valueAt(item, 'name');
  const properties = { ...item, entries: [...item.entries, ...unsetIn(unset, item)], open: true };
  const body = open([...(name === undefined ? [] : [entry('name', name)]), entry('properties', properties)], item.at);
  return [{ type, body, name, at: name?.at ?? item.at, parts: listedIn(inner, item) }];
}

const configType = 'microsoft.web/sites/config';

/** Settings that the module itself adds make the app's settings open. */
const adding = /^(?:app(?:lication)?InsightResourceId|storageAccountResourceId)$/i;

function settingsIn(params: MapValue): readonly Part[] {
  const type = configType;
  const isAdded = params.entries.some(({ key }) => adding.test(key));
  const extra: Part = { type, body: open([], params.at), name: unknownValue('added by the module', params.at) };
  const pairs = entryOf(params, 'appSettingsKeyValuePairs');
  const signIn = entryOf(params, 'authSettingV2Configuration');
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
  const named = ([value, written]: readonly [string, MapEntry | undefined]): readonly Part[] =>
    written === undefined ? [] : [configNamed(value, written)];
  const older = (
    [
      ['appsettings', pairs],
      ['authsettingsV2', signIn],
    ] as const
  ).flatMap(named);
  return [...(isAdded ? [extra] : []), ...configs, ...older];
}

/** Parameters of older versions are a configuration each. */
function configNamed(value: string, { keyAt, value: properties }: MapEntry): Part {
  return {
    type: configType,
    body: open([entry('properties', properties)], properties.at),
    name: { kind: 'scalar', value, at: keyAt },
    at: keyAt,
  };
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
