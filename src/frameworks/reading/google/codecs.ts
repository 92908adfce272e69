import { textOf } from '../../../model/value.js';
import { type Codec, flag } from '../codec.js';

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
