import type { Auth, AuthKind } from '../../../model/api.js';
import type { Setting } from '../../../model/setting.js';
import { type Codec, words } from '../../values/codec.js';
import { mapSetting, withWrite } from '../../values/writes.js';

/** What callers of a function need: nothing, a key of the function, or the key of its host. */
export type Level = 'none' | 'function-key' | 'api-key';

/** Levels as bindings write them. */
export const levels: Codec<Level> = words({ anonymous: 'none', function: 'function-key', admin: 'api-key' });

/** A level as how callers prove who they are; stronger proofs are set elsewhere. */
export function levelAuth(level: Setting<Level>): Setting<Auth> {
  const auth = mapSetting(level, (kind): Auth => ({ kind }));
  return withWrite(
    auth,
    (write) =>
      ({ kind }) =>
        isLevel(kind) ? write(kind) : undefined,
  );
}

function isLevel(kind: AuthKind): kind is Level {
  return kind === 'none' || kind === 'function-key' || kind === 'api-key';
}
