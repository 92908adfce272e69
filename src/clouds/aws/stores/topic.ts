import type { Literal } from '../../../model/literal.js';
import { textOf, type Value } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { withWrite } from '../../values/writes.js';
import { type Mapping, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import { refusalOf } from './cleartext.js';
import type { StoreSettings } from './store-settings.js';

const key: Codec<boolean, Literal> = { read: isSaid, write: (word) => word };

function isSaid(value: Value): boolean | undefined {
  // An empty id is no key.
  return value.kind === 'unknown' ? undefined : textOf(value) !== '';
}

/** The key that AWS keeps in every account; it lets principals of the account publish, and no services. */
const managedKey = 'alias/aws/sns';

/** SNS encrypts on disk only with a key. */
export function topicSettings(mapping: Mapping, declared: Declared): StoreSettings {
  const read = setting(declared, ['KmsMasterKeyId'], key);
  return {
    refusesCleartext: refusalOf(mapping, declared),
    encrypted: withWrite<boolean, Literal, boolean>(read, (write) => (on) => (on ? write(managedKey) : undefined)),
  };
}
