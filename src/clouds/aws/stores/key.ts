import { fixed, unknown } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { flag } from '../../values/codec.js';
import { type Mapping, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import type { StoreSettings } from './store-settings.js';

/** What a key must be to be rotated: symmetric, for encryption, of material that AWS made. All are what keys are by default. */
const rotatable = { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Origin: 'AWS_KMS' } as const;

/** For keys that cannot be rotated rotation is no question. */
export function keySettings(_mapping: Mapping, declared: Declared): StoreSettings {
  const traits = Object.entries(rotatable).flatMap(([name, wanted]) => {
    const value = property(declared, name);
    return value === undefined ? [] : [{ value, text: textOf(value), wanted }];
  });
  if (traits.some(({ text, wanted }) => text !== undefined && text !== wanted)) {
    return { keyRotation: fixed(true, declared.at) };
  }
  const open = traits.find(({ text }) => text === undefined);
  return { keyRotation: open ? unknown(open.value.at, 'kind of key') : setting(declared, ['EnableKeyRotation'], flag) };
}
