import type { SandboxImage } from '../../../model/sandbox.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Codec } from '../../values/codec.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';

const types = ['AWS::Lambda::MicrovmImage', 'AWS::Serverless::MicrovmImage'] as const;

function has(word: RegExp, written: (on: boolean) => readonly string[] | undefined): Codec<boolean> {
  return {
    read: (value) => {
      const texts = itemsOf(value).map(textOf);
      return texts.includes(undefined) || value.kind === 'unknown'
        ? undefined
        : texts.some((one) => word.test(one ?? ''));
    },
    write: written,
  };
}

const all = has(/^ALL$/i, (on) => (on ? undefined : []));
const internet = has(/INTERNET_EGRESS$/, () => undefined);

/**
 * Images of Lambda MicroVMs (docs.aws.amazon.com/lambda/latest/dg/microvms-networking.html, 2026-11-26): without a
 * connector all of the internet is reached.
 */
export function microvmImages(mapping: Mapping): readonly SandboxImage[] {
  return mapping.ofType(...types).map((declared) => ({
    ...declarationOf(declared),
    kind: 'sandbox-image',
    allCapabilities: setting(declared, ['AdditionalOsCapabilities'], all),
    reachesInternet: setting(declared, ['EgressNetworkConnectors'], internet),
    variables: variablesOf(declared),
  }));
}

/** A map, or a list of keys and values. */
function variablesOf(declared: Declared): SandboxImage['variables'] {
  const written: Value | undefined = property(declared, 'EnvironmentVariables');
  if (written?.kind === 'map') return written.entries.map(({ key, keyAt }) => ({ name: key, at: keyAt }));
  return itemsOf(written).flatMap((item) => {
    const name = textOf(valueAt(item, 'Key'));
    return name === undefined ? [] : [{ name, at: item.at }];
  });
}
