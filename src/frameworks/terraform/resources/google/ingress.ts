import type { Codec } from '../../../../clouds/values/codec.js';
import { firstSaid } from '../../../../clouds/values/writes.js';
import { absent, type Setting } from '../../../../model/setting.js';
import { textOf } from '../../../../model/value.js';
import { type Declared, property, setting } from '../cloud.js';

interface Place {
  readonly path: readonly string[];
  /** The word that lets load balancers and the project's own networks through, and nobody else. */
  readonly balanced: string;
}

const runIngress = ['metadata', 'annotations', 'run.googleapis.com/ingress'];

const places: Readonly<Record<string, Place>> = {
  google_cloudfunctions_function: { path: ['ingress_settings'], balanced: 'ALLOW_INTERNAL_AND_GCLB' },
  google_cloudfunctions2_function: {
    path: ['service_config', 'ingress_settings'],
    balanced: 'ALLOW_INTERNAL_AND_GCLB',
  },
  google_cloud_run_v2_service: { path: ['ingress'], balanced: 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER' },
  google_cloud_run_service: { path: runIngress, balanced: 'internal-and-cloud-load-balancing' },
};

/** Whether a type of functions can be called by its own address. */
export function hasAddress({ type }: Declared): boolean {
  return places[type] !== undefined;
}

/** Who reaches a function: everybody, unless its ingress says otherwise. */
export function ingressOf(declared: Declared): Setting<'public' | 'private'> {
  const place = places[declared.type];
  return place === undefined ? absent(declared.at) : setting(declared, place.path, ingress);
}

function isPublic(word: string): boolean {
  return ['ALL', 'ALLOW_ALL', 'INGRESS_TRAFFIC_ALL'].includes(word.toUpperCase());
}

const ingress: Codec<'public' | 'private'> = {
  read: (value) => {
    const word = textOf(value);
    return word === undefined ? undefined : isPublic(word) ? 'public' : 'private';
  },
  write: () => undefined,
};

/** Whether a function's own address answers beside the load balancer in front of it. */
export function ownAddressOf(declared: Declared): Setting<boolean> {
  const place = places[declared.type];
  if (place === undefined) return absent(declared.at);
  const disabled = property(declared, 'default_uri_disabled');
  const answers: Codec<boolean> = {
    read: (value) => {
      const word = textOf(value);
      return word === undefined ? undefined : isPublic(word);
    },
    write: (on) => (on ? undefined : place.balanced),
  };
  const read = setting(declared, place.path, answers);
  if (textOf(disabled) !== 'true' || disabled === undefined) return firstSaid(read);
  return { kind: 'known', value: false, at: disabled.at, confidence: 'high', write: () => undefined };
}
