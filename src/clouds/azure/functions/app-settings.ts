import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { type Setting, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { entryOf, isNull, textOf, type Value } from '../../../model/value.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { termOf } from '../../values/terms.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property } from '../mapping.js';
import { configOf } from './function-apps.js';

type Environment = Pick<ServerlessFunction, 'environment' | 'environmentOpen'>;

/** Whether an app has settings at all; those of one without are set elsewhere. */
export function hasSettings(mapping: Mapping, site: Declared): boolean {
  const places = [
    property(site, 'properties', 'siteConfig', 'appSettings'),
    ...configOf(mapping, site, 'appsettings').map((config) => property(config, 'properties')),
    ...configOf(mapping, site, 'web').map((config) => property(config, 'properties', 'appSettings')),
  ];
  return places.some((value) => value !== undefined && !isNull(value));
}

/** The settings of an app that its code sees as environment variables: listed in the app, or in a part of it. */
export function appSettings(mapping: Mapping, site: Declared): Environment {
  const inside = listed(mapping, site, ['siteConfig', 'appSettings']);
  const configs = configOf(mapping, site, 'appsettings').map((config) => mapped(mapping, config));
  const web = configOf(mapping, site, 'web').map((config) => listed(mapping, config, ['appSettings']));
  const all = [inside, ...configs, ...web];
  return {
    environment: all.flatMap(({ environment }) => environment),
    environmentOpen:
      mapping.deployment.open ||
      all.some(({ environmentOpen }) => environmentOpen) ||
      isConfiguredElsewhere(mapping, site),
  };
}

/** Settings may be merged in by a part whose name is not known. */
function isConfiguredElsewhere(mapping: Mapping, { id, type }: Declared): boolean {
  return mapping.partsOf(id, `${type}/config`).some(({ name }) => textOf(name) === undefined);
}

/** `[{ name, value }]`. */
function listed(mapping: Mapping, owner: Declared, path: readonly string[]): Environment {
  const open = unreadOn(property(owner), ['properties', ...path]);
  const lists = valuesUnder(property(owner), ['properties', ...path]);
  const environment = lists
    .flatMap((list) => (list.kind === 'list' ? list.items : []))
    .flatMap((item) => {
      const name = entryOf(item, 'name');
      const written = textOf(name?.value);
      if (name === undefined || written === undefined) return [];
      return [variable(mapping, { name: written, nameAt: name.value.at, value: entryOf(item, 'value')?.value })];
    });
  const isRead = lists.every(
    (list) => isNull(list) || (list.kind === 'list' && !list.open && list.items.every((item) => hasName(item))),
  );
  return { environment, environmentOpen: open || lists.length > 1 || !isRead };
}

function hasName(item: Value): boolean {
  return textOf(entryOf(item, 'name')?.value) !== undefined;
}

/** The values under a path, one for each branch of the conditions on the way. */
function valuesUnder(value: Value | undefined, path: readonly string[]): readonly Value[] {
  if (value === undefined) return [];
  if (value.kind === 'choice') {
    return value.among === 'branches' ? value.cases.flatMap((one) => valuesUnder(one.value, path)) : [value];
  }
  const [key, ...rest] = path;
  return key === undefined ? [value] : valuesUnder(entryOf(value, key)?.value, rest);
}

/** True if something on the way to the settings could not be read. */
function unreadOn(start: Value | undefined, path: readonly string[]): boolean {
  let value = start;
  for (const key of path) {
    if (value === undefined || isNull(value)) return false;
    if (value.kind !== 'map') return true;
    const next = entryOf(value, key)?.value;
    if (next === undefined && value.open) return true;
    value = next;
  }
  return false;
}

/** `{ NAME: value }`. */
function mapped(mapping: Mapping, config: Declared): Environment {
  const map = property(config, 'properties');
  if (map?.kind !== 'map') return { environment: [], environmentOpen: true };
  const environment = map.entries.map(({ key, keyAt, value }) =>
    variable(mapping, { name: key, nameAt: keyAt, value }),
  );
  return { environment, environmentOpen: map.open };
}

interface Written {
  readonly name: string;
  readonly nameAt: Span;
  readonly value: Value | undefined;
}

function variable(mapping: Mapping, { name, nameAt, value }: Written): EnvironmentVariable {
  const to = mapping.referent(value);
  return {
    name,
    nameAt,
    value: literalOf(mapping, nameAt, value),
    ...(to !== undefined && mapping.byId.has(to) && { to }),
    ...(holdsKey(value) && { holdsKey: true }),
  };
}

/** A connection string with the key of an account, or what an account returns as one. */
function holdsKey(value: Value | undefined): boolean {
  if (value?.kind === 'reference') return /(?:connection_string|access_key)$/.test(value.attribute ?? '');
  const text = termOf(value)?.text ?? '';
  return /(?:AccountKey|SharedAccessKey)=/i.test(text) && !text.startsWith('@Microsoft.');
}

const returned = 'what a resource returns';

/** Vault references are kept apart: the secret itself is elsewhere. */
function literalOf({ deployment }: Mapping, at: Span, value: Value | undefined): Setting<string> {
  const isReference = value === undefined || value.kind === 'reference' || value.kind === 'pattern';
  if (isReference && !holdsText(value)) return unknown(at, returned);
  const known = termOf(value)?.text ?? '';
  if (known.includes('@Microsoft.KeyVault(') || known.includes('@Microsoft.AppConfiguration('))
    return unknown(at, 'vault reference');
  if (isReference) return unknown(value?.at ?? at, returned);
  const unresolved = value.kind === 'unknown' ? deployment.reading.unresolved : [];
  return settingOf<string, string>(
    { map: value, at, reading: { writer: deployment.reading.writer, unresolved } },
    [],
    text,
  );
}

function holdsText(value: Value | undefined): boolean {
  return value?.kind === 'pattern' && value.parts.some((part) => typeof part === 'string');
}
