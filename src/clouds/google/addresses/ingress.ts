import { absent, type Setting } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { firstSaid } from '../../values/writes.js';
import { pathsOf } from '../functions/function-paths.js';
import { type Declared, property, setting } from '../google-stack.js';

/** The word that lets load balancers and the project's own networks through, and nobody else. */
const balanced: Readonly<Partial<Record<Declared['asset'], string>>> = {
  'cloudfunctions.googleapis.com/CloudFunction': 'ALLOW_INTERNAL_AND_GCLB',
  'cloudfunctions.googleapis.com/Function': 'ALLOW_INTERNAL_AND_GCLB',
  'run.googleapis.com/Service': 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
  'serving.knative.dev/Service': 'internal-and-cloud-load-balancing',
};

/** The word that lets the project's own networks through, and nobody else. */
const internal: typeof balanced = {
  'cloudfunctions.googleapis.com/CloudFunction': 'ALLOW_INTERNAL_ONLY',
  'cloudfunctions.googleapis.com/Function': 'ALLOW_INTERNAL_ONLY',
  'run.googleapis.com/Service': 'INGRESS_TRAFFIC_INTERNAL_ONLY',
  'serving.knative.dev/Service': 'internal',
};

/** Who reaches a function: everybody, unless its ingress says otherwise. */
export function ingressOf(declared: Declared): Setting<'public' | 'private'> {
  const { ingress: path } = pathsOf(declared);
  return path === undefined ? absent(declared.at) : setting(declared, path, ingressIn(declared.asset));
}

function isPublic(word: string): boolean {
  return ['ALL', 'ALLOW_ALL', 'INGRESS_TRAFFIC_ALL'].includes(word.toUpperCase());
}

function ingressIn(asset: Declared['asset']): Codec<'public' | 'private'> {
  return {
    read: (value) => {
      const word = textOf(value);
      return word === undefined ? undefined : isPublic(word) ? 'public' : 'private';
    },
    write: (reach) => (reach === 'private' ? internal[asset] : undefined),
  };
}

/** Whether a function's own address answers beside the load balancer in front of it. */
export function ownAddressOf(declared: Declared): Setting<boolean> {
  const { ingress: path } = pathsOf(declared);
  if (path === undefined) return absent(declared.at);
  const disabled = property(declared, 'defaultUriDisabled');
  const answers: Codec<boolean> = {
    read: (value) => {
      const word = textOf(value);
      return word === undefined ? undefined : isPublic(word);
    },
    write: (on) => (on ? undefined : balanced[declared.asset]),
  };
  const read = setting(declared, path, answers);
  if (textOf(disabled) !== 'true' || disabled === undefined) return firstSaid(read);
  return { kind: 'known', value: false, at: disabled.at, confidence: 'high', write: () => undefined };
}
