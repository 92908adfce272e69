import { absent, type Setting } from '../../../model/setting.js';
import { flag } from '../../values/codec.js';
import { type Mapping, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import type { StoreSettings } from './store-settings.js';

/** Where caches, databases, search domains and file systems say whether they encrypt. */
const encryption = new Map<string, readonly string[]>([
  ['AWS::DAX::Cluster', ['SSESpecification', 'SSEEnabled']],
  ['AWS::ElastiCache::ReplicationGroup', ['AtRestEncryptionEnabled']],
  ['AWS::OpenSearchService::Domain', ['EncryptionAtRestOptions', 'Enabled']],
  ['AWS::Elasticsearch::Domain', ['EncryptionAtRestOptions', 'Enabled']],
  ['AWS::EFS::FileSystem', ['Encrypted']],
  ['AWS::RDS::DBInstance', ['StorageEncrypted']],
  ['AWS::RDS::DBCluster', ['StorageEncrypted']],
]);

/** Encryption is chosen when these are made and cannot be changed in place, so no edit is offered. Some are never encrypted. */
export function databaseSettings(_mapping: Mapping, declared: Declared): StoreSettings {
  const path = encryption.get(declared.type);
  if (property(declared, 'DBClusterIdentifier') !== undefined && isInstance(declared)) return {};
  if (path === undefined) return { encrypted: absent(declared.at) };
  return { encrypted: offersNothing(setting(declared, path, flag)) };
}

/** An instance of a cluster takes the cluster's encryption. */
function isInstance(declared: Declared): boolean {
  return declared.type === 'AWS::RDS::DBInstance';
}

function offersNothing(read: Setting<boolean>): Setting<boolean> {
  if (read.kind === 'absent') return absent(read.at);
  return read.kind === 'known' ? { ...read, write: () => undefined } : read;
}
