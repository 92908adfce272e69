import type { Setting } from '../../model/setting.js';
import type { Codec } from '../values/codec.js';
import { quietSetting } from './mapping.js';
import type { Declared } from './template.js';

/** Whatever the text or the reference says. */
export const anything: Codec<boolean> = {
  read: ({ kind }) => (kind === 'unknown' || kind === 'choice' ? undefined : true),
  write: () => undefined,
};

/** Whether a property names a key of the customer's; looked for when it is asked. */
export function ownKey(declared: Declared, ...path: readonly string[]): () => Setting<boolean> {
  return () => quietSetting(declared, path, anything);
}
