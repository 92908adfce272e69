import type { Literal } from '../../model/literal.js';
import { type Codec, mapped, number } from '../values/codec.js';

/** How many instances there may be at most: zero stands for no limit. `spelled`: how the number is written. */
export function limitOfInstances(spelled: (limit: number) => Literal): Codec<number> {
  return mapped<number, number>(number, (limit) => (limit === 0 ? -1 : limit), spelled);
}

/** The same in annotations and labels, which are texts. */
export const limitInText: Codec<number> = limitOfInstances(String);
