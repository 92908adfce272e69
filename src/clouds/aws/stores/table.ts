import { flag } from '../../values/codec.js';
import { type Mapping, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import type { StoreSettings } from './store-settings.js';

/** DynamoDB always encrypts; the setting is about a key of the customer's. */
export function tableSettings(_mapping: Mapping, declared: Declared): StoreSettings {
  return { encrypted: setting(declared, ['SSESpecification', 'SSEEnabled'], flag) };
}
