import { flag } from '../../../../clouds/values/codec.js';
import type { Setting } from '../../../../model/setting.js';
import { isNull, textOf } from '../../../../model/value.js';
import { type Declared, property, setting } from '../cloud.js';

/** Whether the platform signs callers in before the code runs; absent when the app says nothing about it. */
export function signInOf(declared: Declared): Setting<boolean> {
  const second = property(declared, 'auth_settings_v2');
  if (second !== undefined && !isNull(second)) {
    const enabled = setting(declared, ['auth_settings_v2', 'auth_enabled'], flag);
    if (enabled.kind !== 'known' || !enabled.value) return enabled;
    return required(declared, ['auth_settings_v2', 'require_authentication'], 'auth_settings_v2');
  }
  const enabled = setting(declared, ['auth_settings', 'enabled'], flag);
  if (enabled.kind !== 'known' || !enabled.value) return enabled;
  const action = property(declared, 'auth_settings', 'unauthenticated_client_action');
  if (action === undefined || textOf(action) === 'RedirectToLoginPage') return enabled;
  return textOf(action) === 'AllowAnonymous' ? { ...enabled, value: false, at: action.at } : unread(declared);
}

/** Without the word that all requests must be signed in, some may get through. */
function required(declared: Declared, path: readonly string[], block: string): Setting<boolean> {
  const wanted = setting(declared, path, flag);
  if (wanted.kind !== 'absent') return wanted;
  const action = textOf(property(declared, block, 'unauthenticated_action'));
  if (action === 'AllowAnonymous') return { ...wanted, kind: 'known', value: false, confidence: 'medium' };
  return unread(declared);
}

function unread({ at }: Declared): Setting<boolean> {
  return { kind: 'unknown', at, because: 'sign-in' };
}
