import { isSecretName } from '../../../facts/secrets/names.js';
import { credentialIn } from '../../../facts/secrets/secrets.js';
import type { NamedText } from '../../../model/model.js';
import { entryOf, type MapEntry, type MapValue, textOf, type Value } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { functionApps } from '../functions/function-apps.js';
import { type Mapping, property } from '../mapping.js';

const deepest = 30;

interface Owner {
  readonly owner: string;
  readonly reading: Reading;
  /** Settings of functions, which are judged with them. */
  readonly apart: ReadonlySet<Value | undefined>;
  /** Its value is a secret, whatever it is called. */
  readonly isVault: boolean;
}

/** Literal texts that look like secrets, or stand under the name of one, anywhere but in functions' settings. */
export function mapTexts(mapping: Mapping): readonly NamedText[] {
  const reading: Reading = { writer: mapping.deployment.reading.writer, unresolved: [] };
  const apps = functionApps(mapping);
  const apart = new Set([
    ...apps.map((site) => property(site, 'properties', 'siteConfig', 'appSettings')),
    ...mapping.deployment.resources
      .filter(({ type, name }) => type.endsWith('/config') && textOf(name) === 'appsettings')
      .map((config) => property(config, 'properties')),
  ]);
  return mapping.deployment.resources.flatMap(({ id, type, body }) =>
    textsIn(body.map, { owner: id, reading, apart, isVault: type === 'microsoft.keyvault/vaults/secrets' }, []),
  );
}

function textsIn(value: Value | undefined, owner: Owner, path: readonly string[]): readonly NamedText[] {
  if (value === undefined || path.length > deepest || owner.apart.has(value)) return [];
  if (value.kind === 'list')
    return value.items.flatMap((item, index) => textsIn(item, owner, [...path, String(index)]));
  if (value.kind !== 'map') return [];
  return value.entries.flatMap((entry) =>
    entry.value.kind === 'scalar' || entry.value.kind === 'choice'
      ? textAt(entry, value, owner, path)
      : textsIn(entry.value, owner, [...path, entry.key]),
  );
}

function textAt(
  { key, keyAt, value }: MapEntry,
  within: MapValue,
  { owner, reading, isVault }: Owner,
  path: readonly string[],
): readonly NamedText[] {
  const name = key === 'value' ? (calledIn(within) ?? (isVault ? 'secret value' : key)) : key;
  if (!isSecretName(name) && !holdsCredential(value)) return [];
  const read = settingOf<string, string>({ map: value, at: keyAt, reading }, [], text);
  return [{ owner, name: [...path, name].join('.'), value: read }];
}

/** What stands beside a value says what it is called. */
function calledIn(within: MapValue): string | undefined {
  return textOf(entryOf(within, 'name')?.value) ?? textOf(entryOf(within, 'displayName')?.value);
}

function holdsCredential(value: Value): boolean {
  return value.kind === 'scalar' && typeof value.value === 'string' && credentialIn(value.value) !== undefined;
}
