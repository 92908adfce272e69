import type { Grant, NamedPolicy } from '../../../../model/identity.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Declared, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { blocks, type Fields } from '../field.js';

const access: Fields = same('object_id', 'secret_permissions', 'key_vault_id');

const fields: Readonly<Record<string, Fields>> = {
  azurerm_key_vault_access_policy: access,
  azurerm_key_vault: { access_policy: blocks('access_policy', access) },
};

/** The type of access policies that stand by themselves. */
export const accessPolicyType = 'azurerm_key_vault_access_policy';

/** Everything with all secrets of a vault, for an identity. */
interface VaultAccess {
  readonly principal: string | undefined;
  readonly declared: Declared;
  readonly named: readonly NamedPolicy[];
  readonly grants: readonly Grant[];
  readonly alone: boolean;
}

/** Access policies of vaults, older than roles, that allow everything with all secrets of a vault. */
export function vaultAccess(mapping: Mapping): readonly VaultAccess[] {
  return declaredOf(mapping, fields).flatMap((declared) => {
    const isOwn = declared.type === accessPolicyType;
    const entries = isOwn ? [declared.section.map] : itemsOf(property(declared, 'access_policy'));
    const on = isOwn ? referent(property(declared, 'key_vault_id')) : declared.id;
    return entries.flatMap((entry) => accessOf(declared, entry, on));
  });
}

function accessOf(declared: Declared, entry: Value | undefined, on: string | undefined): readonly VaultAccess[] {
  const permissions = valueAt(entry, 'secret_permissions');
  const given = new Set(itemsOf(permissions).flatMap((one) => textOf(one)?.toLowerCase() ?? []));
  if (permissions === undefined || !(given.has('all') || everything.every((word) => given.has(word)))) return [];
  const where = { scope: 'resource', ...(on !== undefined && { on }) } as const;
  const named = [{ name: 'all permissions on secrets', at: permissions.at, ...where }];
  return [{ principal: referent(valueAt(entry, 'object_id')), declared, named, grants: [], alone: false }];
}

/** Together these read, change and destroy every secret. */
const everything = ['get', 'list', 'set', 'delete', 'purge'];
