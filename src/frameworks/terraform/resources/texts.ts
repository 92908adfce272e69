import { text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import { isSecretName } from '../../../facts/secrets/names.js';
import { credentialIn } from '../../../facts/secrets/secrets.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { NamedText } from '../../../model/model.js';
import { type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Mapping } from './cloud.js';

/** What holds passwords and secrets of its own, beside functions, and the argument that is the secret itself. */
const holders: Readonly<Record<string, string | undefined>> = {
  azurerm_key_vault_secret: 'value',
  azurerm_api_management_named_value: undefined,
  azurerm_mssql_server: undefined,
  azurerm_sql_server: undefined,
  azurerm_mssql_managed_instance: undefined,
  azurerm_cosmosdb_postgresql_cluster: undefined,
  azurerm_mariadb_server: undefined,
  azurerm_synapse_workspace: undefined,
  azurerm_mysql_server: undefined,
  azurerm_mysql_flexible_server: undefined,
  azurerm_postgresql_server: undefined,
  azurerm_postgresql_flexible_server: undefined,
  google_secret_manager_secret_version: 'secret_data',
  google_sql_user: undefined,
  google_sql_database_instance: undefined,
  google_app_engine_standard_app_version: undefined,
  google_app_engine_flexible_app_version: undefined,
  azurerm_app_service: undefined,
  azurerm_linux_web_app: undefined,
  azurerm_linux_web_app_slot: undefined,
  azurerm_windows_web_app: undefined,
  azurerm_windows_web_app_slot: undefined,
  azurerm_static_web_app: undefined,
  azurerm_logic_app_standard: undefined,
  azurerm_container_app: undefined,
  azurerm_container_app_job: undefined,
  azurerm_container_group: undefined,
};

/** The types of what holds secrets. */
export const holderTypes: ReadonlySet<string> = new Set(Object.keys(holders));

const deepest = 20;

/** Variables of functions are judged with them; those of their builds are not. */
const variables: ReadonlySet<string> = new Set(['app_settings', 'environment_variables', 'env', 'environment']);

interface Owner {
  readonly owner: string;
  readonly mapping: Mapping;
  readonly secret: string | undefined;
  readonly isFunction: boolean;
}

/** Literal texts that look like secrets, or stand under the name of one, in functions of other clouds and their holders. */
export function cloudTexts(mapping: Mapping, functions: readonly ServerlessFunction[]): readonly NamedText[] {
  const ids = new Set(functions.map(({ id }) => id));
  const all = mapping.resources.all.filter(({ instance: { id, type } }) => holderTypes.has(type) || ids.has(id));
  return all.flatMap(({ instance: { id, type }, body }) => {
    const secret = holderTypes.has(type) ? holders[type] : undefined;
    return textsIn(body, { owner: id, mapping, secret, isFunction: ids.has(id) }, []);
  });
}

function textsIn(value: Value, owner: Owner, path: readonly string[]): readonly NamedText[] {
  if (path.length > deepest) return [];
  if (value.kind === 'list') {
    return value.items.flatMap((item, index) => textsIn(item, owner, index === 0 ? path : [...path, String(index)]));
  }
  if (value.kind !== 'map') return [];
  const name = textOf(valueAt(value, 'name'));
  return value.entries
    .filter(({ key }) => key !== 'labels' && !isApart(key, owner, path))
    .flatMap((entry) => {
      if (entry.value.kind !== 'scalar' && entry.value.kind !== 'choice')
        return textsIn(entry.value, owner, [...path, entry.key]);
      const isPaired = entry.key === 'value' && name !== undefined && path.length > 0;
      return textAt(isPaired ? { ...entry, key: name } : entry, owner, path);
    });
}

function isApart(key: string, { isFunction }: Owner, path: readonly string[]): boolean {
  return isFunction && variables.has(key) && !path.includes('build_config');
}

/** `password_wo` is `password`, kept out of the state; in the source it stands all the same. */
function textAt(entry: MapEntry, { owner, mapping, secret }: Owner, path: readonly string[]) {
  const { keyAt, value } = entry;
  const key = entry.key.replace(/_wo$/, '');
  if (isVaultReference(value) || !(key === secret || isSecretName(key) || holdsCredential(value))) return [];
  const reading = { ...mapping.reading, unresolved: [] };
  const read = settingOf<string, string>({ map: value, at: keyAt, reading }, [], text);
  const named: NamedText = { owner, name: [...path, key === secret ? 'secret' : key].join('.'), value: read };
  return [named];
}

function holdsCredential(value: Value): boolean {
  return value.kind === 'scalar' && typeof value.value === 'string' && credentialIn(value.value) !== undefined;
}

/** Azure puts the secret in the place of such a text when the application starts. */
function isVaultReference(value: Value): boolean {
  return textOf(value)?.startsWith('@Microsoft.KeyVault(') === true;
}
