import type { Setting } from '../../model/setting.js';
import { textOf } from '../../model/value.js';
import { type Codec, flag } from '../values/codec.js';

/** Events are retried until they expire (-1), or not at all. */
export const retries: Codec<number> = {
  read: (value) => {
    const word = textOf(value);
    if (word === undefined) return undefined;
    return word === 'RETRY_POLICY_RETRY' || flag.read(value) === true ? -1 : 0;
  },
  write: () => undefined,
};

/** Whether access of everybody to a bucket is prevented. */
export const prevention: Codec<boolean, true> = {
  read: (value) => (textOf(value) === undefined ? undefined : textOf(value) === 'enforced'),
  write: () => 'enforced',
};

/** `inherited` is the platform's default: what holds is not said there. */
export function guardIn(said: Setting<boolean, true>): Setting<boolean, true> {
  return said.kind === 'known' && !said.value ? { kind: 'absent', at: said.at, write: said.write } : said;
}

/**
 * Runtimes of functions of the first generation, which newer ones are not made for: they are not written there.
 * Source: https://cloud.google.com/functions/1stgendocs/runtime-support, of 2025-08-20.
 */
export const firstGeneration: Codec<string> = {
  read: textOf,
  write: (word) => {
    const [, language = '', version] = /^([a-z]+)(\d+)$/.exec(word) ?? [];
    const newest = newestOfFirst.get(language);
    return newest !== undefined && Number(version) <= newest ? word : undefined;
  },
};

const newestOfFirst: ReadonlyMap<string, number> = new Map([
  ['nodejs', 22],
  ['python', 312],
]);
