import { afterDeliveries, deliveries, keptAside } from '../../../../clouds/azure/stores/dead-letters.js';
import { plainStore } from '../../../../clouds/plain/store.js';
import { flag, text, words } from '../../../../clouds/values/codec.js';
import { firstSaid, unwritable, withWrite } from '../../../../clouds/values/writes.js';
import { absent, fixed, known, type Setting } from '../../../../model/setting.js';
import type { Store, StoreKind } from '../../../../model/store.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent, same, setting } from '../cloud.js';
import type { Fields } from '../field.js';

interface Kind {
  readonly store: StoreKind;
  readonly service: string;
}

const account = 'azurerm_storage_account';
const container = 'azurerm_storage_container';

const kinds: Readonly<Record<string, Kind>> = {
  [account]: { store: 'bucket', service: 'storage' },
  [container]: { store: 'bucket', service: 'storage-blob' },
  azurerm_storage_queue: { store: 'queue', service: 'storage-queue' },
  azurerm_storage_table: { store: 'table', service: 'storage-table' },
  azurerm_servicebus_namespace: { store: 'queue', service: 'servicebus' },
  azurerm_servicebus_queue: { store: 'queue', service: 'servicebus-queue' },
  azurerm_servicebus_topic: { store: 'topic', service: 'servicebus-topic' },
  azurerm_servicebus_subscription: { store: 'queue', service: 'servicebus-queue' },
  azurerm_eventhub_namespace: { store: 'stream', service: 'eventhubs' },
  azurerm_eventhub: { store: 'stream', service: 'eventhubs-hub' },
  azurerm_eventgrid_topic: { store: 'bus', service: 'eventgrid' },
  azurerm_cosmosdb_account: { store: 'database', service: 'cosmosdb' },
  azurerm_key_vault: { store: 'secret', service: 'keyvault' },
};

const fields: Fields = same(
  ...['name', 'max_delivery_count', 'container_access_type', 'storage_account_name', 'storage_account_id'],
  ...['allow_nested_items_to_be_public', 'allow_blob_public_access'],
);

/** The types of stores. */
export const storeTypes: readonly string[] = Object.keys(kinds);

/** Storage, messaging, databases and vaults. */
export function azureStores(mapping: Mapping): readonly Store[] {
  const accounts = new Map(declaredOf(mapping, { [account]: fields }).map((one) => [one.id, one]));
  return Object.entries(kinds).flatMap(([type, kind]) =>
    declaredOf(mapping, { [type]: fields }).map((declared) => storeOf(declared, kind, accounts)),
  );
}

type Accounts = ReadonlyMap<string, Declared>;

function storeOf(declared: Declared, { store, service }: Kind, accounts: Accounts): Store {
  const { at } = declared;
  return plainStore({
    ...declarationOf(declared),
    store,
    service,
    name: unwritable(setting(declared, ['name'], text)),
    encrypted: fixed(true, at),
    keyRotation: fixed(true, at),
    redrive: redriveOf(declared, service),
    publicAccess: publicAccessOf(declared, accounts),
  });
}

function redriveOf(declared: Declared, service: string): Store['redrive'] {
  if (service !== 'servicebus-queue') return keptAside(declared.at);
  return afterDeliveries(unwritable(setting(declared, ['max_delivery_count'], deliveries)), declared.at);
}

/** Anonymous reading of containers can be switched off for the whole account. */
function publicAccessOf(declared: Declared, accounts: Accounts): Store['publicAccess'] {
  const { at } = declared;
  if (declared.type === account) return { acl: absent(at), blocked: guardOf(declared), website: absent(at) };
  if (declared.type !== container) return undefined;
  const links = ['storage_account_id', 'storage_account_name'];
  const within = links.flatMap((link) => accounts.get(referent(property(declared, link)) ?? '') ?? [])[0];
  const guard = within && guardOf(within);
  const open = { kind: 'absent', at, write: () => [] } as const;
  const blocked = guard !== undefined && known(guard) === true ? guard : open;
  return { acl: accessOf(declared), blocked, website: absent(at) };
}

function guardOf(declared: Declared): NonNullable<Store['publicAccess']>['blocked'] {
  const allowed = firstSaid(
    setting(declared, ['allow_nested_items_to_be_public'], flag),
    setting(declared, ['allow_blob_public_access'], flag),
  );
  return withWrite<boolean, boolean, true>(inverted(allowed), (write) => () => write(false));
}

function inverted(read: Setting<boolean>): Setting<boolean> {
  return read.kind === 'known' ? { ...read, value: !read.value } : read;
}

const access = words({ private: 'private', blob: 'read', container: 'read' } as const);

function accessOf(declared: Declared): NonNullable<Store['publicAccess']>['acl'] {
  return withWrite<'private' | 'read', 'private' | 'read', 'private' | 'read' | 'write'>(
    setting(declared, ['container_access_type'], access),
    (write) => (word) => (word === 'write' ? undefined : write(word)),
  );
}
