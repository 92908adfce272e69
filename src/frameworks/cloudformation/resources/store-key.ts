import { fixed } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { flag } from '../../reading/codec.js';
import type { Declared } from '../template.js';
import { type Mapping, property, setting } from './mapping.js';
import type { StoreSettings } from './stores.js';

/** Only symmetric keys whose material AWS made can be rotated; for others rotation is no question. */
export function keySettings(_mapping: Mapping, declared: Declared): StoreSettings {
  const spec = textOf(property(declared, 'KeySpec')) ?? 'SYMMETRIC_DEFAULT';
  const origin = textOf(property(declared, 'Origin')) ?? 'AWS_KMS';
  if (spec !== 'SYMMETRIC_DEFAULT' || origin !== 'AWS_KMS') return { keyRotation: fixed(true, declared.at) };
  return { keyRotation: setting(declared, ['EnableKeyRotation'], flag) };
}
