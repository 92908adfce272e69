import { flag } from '../../values/codec.js';
import { type Mapping, setting } from '../mapping.js';
import { ownKey } from '../own-keys.js';
import type { Declared } from '../template.js';
import type { StoreSettings } from './store-settings.js';

const key = ['SSESpecification', 'KMSMasterKeyId'];
const recovery = ['PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'];

/** DynamoDB always encrypts; the setting is about a key of the customer's. A global table says more of its replicas. */
export function tableSettings(_mapping: Mapping, declared: Declared): StoreSettings {
  const isGlobal = declared.type === 'AWS::DynamoDB::GlobalTable';
  const ttl = ['TimeToLiveSpecification', 'Enabled'];
  return {
    encrypted: setting(declared, ['SSESpecification', 'SSEEnabled'], flag),
    lifecycle: setting(declared, ttl, flag),
    ...(isGlobal ? {} : { recovery: setting(declared, recovery, flag), ownKey: ownKey(declared, ...key) }),
  };
}
