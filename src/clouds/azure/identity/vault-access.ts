import type { NamedPolicy } from '../../../model/identity.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property } from '../mapping.js';

/** An entry of a vault's access policies, for whom it is. */
interface VaultAccess {
  readonly principal: Value | undefined;
  readonly policy: NamedPolicy;
}

/** Access policies of vaults, older than roles, that allow everything with all secrets of a vault. */
export function vaultAccess(mapping: Mapping): readonly VaultAccess[] {
  const vaults = mapping.ofType('microsoft.keyvault/vaults').map((vault) => ({ on: vault.id, declared: vault }));
  const parts = mapping
    .ofType('microsoft.keyvault/vaults/accesspolicies')
    .map((part) => ({ on: part.parent ?? part.id, declared: part }));
  return [...vaults, ...parts].flatMap(({ on, declared }) => accessOf(declared, on));
}

function accessOf(declared: Declared, on: string): readonly VaultAccess[] {
  return itemsOf(property(declared, 'properties', 'accessPolicies')).flatMap((entry) => {
    const permissions = valueAt(entry, 'permissions', 'secrets');
    const given = new Set(itemsOf(permissions).flatMap((one) => textOf(one)?.toLowerCase() ?? []));
    const all = itemsOf(permissions).find((one) => isAll(textOf(one)));
    const said = all ?? (everything.every((word) => given.has(word)) ? permissions : undefined);
    if (said === undefined) return [];
    const policy: NamedPolicy = { name: 'all permissions on secrets', at: said.at, scope: 'resource', on };
    return [{ principal: valueAt(entry, 'objectId'), policy }];
  });
}

/** Together these read, change and destroy every secret. */
const everything = ['get', 'list', 'set', 'delete', 'purge'];

function isAll(word: string | undefined): boolean {
  return word?.toLowerCase() === 'all' || word === '*';
}
