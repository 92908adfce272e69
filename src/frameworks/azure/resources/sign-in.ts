import type { Authorizer } from '../../../model/api.js';
import { known, type Setting } from '../../../model/setting.js';
import { flag } from '../../reading/codec.js';
import { firstSaid } from '../../reading/writes.js';
import type { Declared } from '../deployment.js';
import { configOf } from './apps.js';
import { type Mapping, setting } from './mapping.js';

/** Whether the platform signs callers in before the code runs; undefined when nothing is said about it here. */
export function signInOf(mapping: Mapping, site: Declared): Setting<boolean> | undefined {
  const [config] = configOf(mapping, site, 'authsettingsV2');
  if (config !== undefined) {
    const enabled = setting(config, ['properties', 'platform', 'enabled'], flag);
    if (known(enabled) === false) return enabled;
    return setting(config, ['properties', 'globalValidation', 'requireAuthentication'], flag);
  }
  const [legacy] = configOf(mapping, site, 'authsettings');
  return legacy && setting(legacy, ['properties', 'enabled'], flag);
}

/** Sign-in as what an app's routes can ask for. */
export function authorizersOf(mapping: Mapping, site: Declared): readonly Authorizer[] {
  const signIn = signInOf(mapping, site);
  return signIn !== undefined && known(firstSaid(signIn)) === true
    ? [{ name: 'sign-in', kind: 'entra', at: signIn.at }]
    : [];
}
