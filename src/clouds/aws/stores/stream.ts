import { fixed, type Setting, unknown } from '../../../model/setting.js';
import type { Value } from '../../../model/value.js';
import { textOf, valueAt } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { type Mapping, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import type { StoreSettings } from './store-settings.js';

const streamEncryption: Codec<boolean> = {
  read: (value) => {
    const type = typeOf(value, 'EncryptionType');
    if (type !== undefined) return type === 'KMS';
    return value.kind === 'map' && !value.open && valueAt(value, 'EncryptionType') === undefined ? false : undefined;
  },
  write: (word) => (word ? { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' } : undefined),
};

/** Kinesis streams are not encrypted unless they say so. */
export function streamSettings(_mapping: Mapping, declared: Declared): StoreSettings {
  return { encrypted: setting(declared, ['StreamEncryption'], streamEncryption) };
}

const deliveryEncryption: Codec<boolean> = {
  read: (value) => (value.kind === 'map' ? true : undefined),
  write: (word) => (word ? { KeyType: 'AWS_OWNED_CMK' } : undefined),
};

/** Delivery streams that read a Kinesis stream take its encryption. */
export function deliveryStreamSettings(_mapping: Mapping, declared: Declared): StoreSettings {
  const type = property(declared, 'DeliveryStreamType');
  if (type !== undefined && textOf(type) !== 'DirectPut') return { encrypted: encryptionOfSource(type) };
  const encrypted = setting(declared, ['DeliveryStreamEncryptionConfigurationInput'], deliveryEncryption);
  const absentIsOff = encrypted.kind === 'absent' && type !== undefined;
  return { encrypted: absentIsOff ? { ...encrypted, at: type.at } : encrypted };
}

/** Judged where the source is declared, as far as there is one. */
function encryptionOfSource(type: Value): Setting<boolean> {
  return textOf(type) === undefined ? unknown(type.at, 'not a plain type') : fixed(true, type.at);
}

function typeOf(value: Value, key: string): string | undefined {
  return value.kind === 'map' ? textOf(valueAt(value, key)) : undefined;
}
