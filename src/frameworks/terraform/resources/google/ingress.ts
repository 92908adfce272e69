import { absent, type Setting } from '../../../../model/setting.js';
import { textOf } from '../../../../model/value.js';
import type { Codec } from '../../../reading/codec.js';
import { firstSaid } from '../../../reading/writes.js';
import { type Declared, setting } from '../cloud.js';

/** Who reaches a function: everybody, unless its ingress says otherwise. */
export function ingressOf(declared: Declared): Setting<'public' | 'private'> {
  const places = [['ingress_settings'], ['service_config', 'ingress_settings'], ['ingress'], runIngress];
  const [first, ...others] = places.map((path) => setting(declared, path, ingress));
  return first === undefined ? absent(declared.at) : firstSaid(first, ...others);
}

const runIngress = ['metadata', 'annotations', 'run.googleapis.com/ingress'];

const ingress: Codec<'public' | 'private'> = {
  read: (value) => {
    const word = textOf(value)?.toUpperCase();
    if (word === undefined) return undefined;
    return word === 'ALL' || word === 'ALLOW_ALL' || word === 'INGRESS_TRAFFIC_ALL' ? 'public' : 'private';
  },
  write: () => undefined,
};
