import type { TlsVersion } from '../../model/endpoint.js';
import { textOf } from '../../model/value.js';
import type { Codec } from '../values/codec.js';

/** A cloud's words for the oldest version that is accepted, and the one that is written; other words are not known. */
export function tls(words: readonly (readonly [RegExp, TlsVersion])[], current: string): Codec<TlsVersion> {
  return {
    read: (value) => {
      const word = textOf(value);
      return word === undefined ? undefined : words.find(([pattern]) => pattern.test(word))?.[1];
    },
    write: (version) => (version === '1.2' ? current : undefined),
  };
}
