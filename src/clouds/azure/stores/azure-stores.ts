import { absent, fixed, isUnsaid, known, unknown } from '../../../model/setting.js';
import type { PublicAccess, Store, StoreKind } from '../../../model/store.js';
import { plainStore } from '../../plain/store.js';
import { flag, invertedFlag, text, words } from '../../values/codec.js';
import { firstSaid } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { declarationOf, type Mapping, property, quietSetting, setting } from '../mapping.js';
import { afterDeliveries, deliveries, keptAside } from './dead-letters.js';

interface Kind {
  readonly store: StoreKind;
  readonly service: string;
}

/** What holds data or passes it on, by resource type. */
const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['microsoft.storage/storageaccounts', { store: 'bucket', service: 'storage' }],
  ['microsoft.storage/storageaccounts/blobservices/containers', { store: 'bucket', service: 'storage-blob' }],
  ['microsoft.storage/storageaccounts/queueservices/queues', { store: 'queue', service: 'storage-queue' }],
  ['microsoft.storage/storageaccounts/tableservices/tables', { store: 'table', service: 'storage-table' }],
  ['microsoft.servicebus/namespaces', { store: 'queue', service: 'servicebus' }],
  ['microsoft.servicebus/namespaces/queues', { store: 'queue', service: 'servicebus-queue' }],
  ['microsoft.servicebus/namespaces/topics/subscriptions', { store: 'queue', service: 'servicebus-subscription' }],
  ['microsoft.servicebus/namespaces/topics', { store: 'topic', service: 'servicebus-topic' }],
  ['microsoft.eventhub/namespaces', { store: 'stream', service: 'eventhubs' }],
  ['microsoft.eventhub/namespaces/eventhubs', { store: 'stream', service: 'eventhubs-hub' }],
  ['microsoft.eventgrid/topics', { store: 'bus', service: 'eventgrid' }],
  ['microsoft.documentdb/databaseaccounts', { store: 'database', service: 'cosmosdb' }],
  ['microsoft.sql/servers/databases', { store: 'database', service: 'sql' }],
  ['microsoft.keyvault/vaults', { store: 'secret', service: 'keyvault' }],
]);

/** Storage, messaging, databases and vaults. */
export function mapStores(mapping: Mapping): readonly Store[] {
  return [...kinds].flatMap(([type, kind]) => mapping.ofType(type).map((declared) => storeOf(mapping, declared, kind)));
}

function storeOf(mapping: Mapping, declared: Declared, { store, service }: Kind): Store {
  const { at } = declared;
  return plainStore({
    ...declarationOf(declared),
    store,
    service,
    name: storeName(declared),
    encrypted: service === 'sql' ? encryptionOf(mapping, declared) : fixed(true, at),
    keyRotation: fixed(true, at),
    redrive: redriveOf(declared, service),
    ...(asideInPart.has(service) && { keepsDeadLetters: true }),
    ...accountSettings(mapping, declared, service),
    publicAccess: publicAccessOf(mapping, declared, service),
  });
}

const states = words({ Enabled: true, Disabled: false } as const);

/** Databases are encrypted unless a part of theirs switches that off; it was called `status` once. */
function encryptionOf(mapping: Mapping, { id, type, at }: Declared): Store['encrypted'] {
  const [part] = mapping.partsOf(id, `${type}/transparentdataencryption`);
  const said =
    part && firstSaid(setting(part, ['properties', 'state'], states), setting(part, ['properties', 'status'], states));
  return said === undefined || said.kind === 'absent' ? fixed(true, at) : said;
}

/** Names are mostly put together by the deployment, so that they are unique. */
function storeName(declared: Declared): Store['name'] {
  const written = property(declared, 'name');
  return written?.kind === 'pattern' ? unknown(written.at, 'computed name') : quietSetting(declared, ['name'], text);
}

/** Each has a part for dead letters, which nothing empties by itself. */
const asideInPart: ReadonlySet<string> = new Set(['servicebus-queue', 'servicebus-subscription']);

function redriveOf(declared: Declared, service: string): Store['redrive'] {
  if (!asideInPart.has(service)) return keptAside(declared.at);
  return afterDeliveries(setting(declared, ['properties', 'maxDeliveryCount'], deliveries), declared.at);
}

/** What an account says for everything in it. Requests without TLS are refused by default; nothing is deleted by itself. */
function accountSettings(mapping: Mapping, declared: Declared, service: string): Partial<Store> {
  if (service !== 'storage') return {};
  const only = setting<boolean, true>(declared, ['properties', 'supportsHttpsTrafficOnly'], flag);
  const policies = mapping.partsOf(declared.id, `${declared.type}/managementpolicies`);
  return {
    refusesCleartext: isUnsaid(only) ? fixed<boolean, true>(true, declared.at) : only,
    lifecycle: policies.length > 0 ? fixed(true, declared.at) : absent(declared.at),
  };
}

const levels = words({ None: 'private', Blob: 'read', Container: 'read' } as const);

function publicAccessOf(mapping: Mapping, declared: Declared, service: string): PublicAccess | undefined {
  const { at } = declared;
  if (service === 'storage') {
    const blocked = setting<boolean, true>(declared, ['properties', 'allowBlobPublicAccess'], invertedFlag);
    return { acl: absent(at), blocked, website: absent(at) };
  }
  if (service !== 'storage-blob') return undefined;
  const acl = setting<'private' | 'read' | 'write', 'private' | 'read' | 'write'>(
    declared,
    ['properties', 'publicAccess'],
    {
      read: (value) => levels.read(value),
      write: (word) => (word === 'private' ? 'None' : undefined),
    },
  );
  return { acl, blocked: guardOf(mapping, declared), website: absent(at) };
}

/** The account's guard holds for its containers; there is nothing to write for it at the container. */
function guardOf(mapping: Mapping, container: Declared): PublicAccess['blocked'] {
  const account = accountOf(mapping, container);
  const guard = account && setting<boolean, true>(account, ['properties', 'allowBlobPublicAccess'], invertedFlag);
  if (guard !== undefined && known(guard) === true) return guard;
  return { kind: 'absent', at: container.at, write: () => [] };
}

/** A container is part of the blob service, and that of the account; names may skip the service. */
function accountOf(mapping: Mapping, { parent }: Declared): Declared | undefined {
  let found =
    parent === undefined
      ? undefined
      : mapping.byId.get(mapping.referent({ kind: 'reference', to: parent, at: { path: '', start: 0, end: 0 } }) ?? '');
  for (let steps = 0; found !== undefined && steps < 4; steps += 1) {
    if (found.type === 'microsoft.storage/storageaccounts') return found;
    found =
      found.parent === undefined
        ? undefined
        : mapping.byId.get(mapping.referent({ kind: 'reference', to: found.parent, at: found.at }) ?? '');
  }
  return undefined;
}
