import type { Auth, Authorizer } from '../../../model/api.js';
import { known, type Setting, unknown } from '../../../model/setting.js';
import { isNull, textOf } from '../../../model/value.js';
import { flag } from '../../values/codec.js';
import { firstSaid, unwritable, withWrite } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { configOf } from '../functions/function-apps.js';
import { type Mapping, property, setting } from '../mapping.js';

/** Whether the platform signs callers in before the code runs; undefined when nothing is said about it here. */
export function signInOf(mapping: Mapping, site: Declared): Setting<boolean> | undefined {
  const [config] = configOf(mapping, site, 'authsettingsV2');
  if (config !== undefined) {
    const enabled = setting(config, ['properties', 'platform', 'enabled'], flag);
    if (known(enabled) === false || enabled.kind === 'unknown' || enabled.kind === 'choice') return enabled;
    const asked = setting(config, ['properties', 'globalValidation', 'requireAuthentication'], flag);
    const otherwise = property(config, 'properties', 'globalValidation', 'unauthenticatedClientAction');
    const isSent = otherwise !== undefined && textOf(otherwise)?.toLowerCase() !== 'allowanonymous';
    return asked.kind === 'absent' && isSent ? unknown(otherwise.at, 'sign-in') : asked;
  }
  const [legacy] = configOf(mapping, site, 'authsettings');
  if (legacy !== undefined) return olderSignIn(legacy);
  const link = linkTo(mapping, site);
  return link && unknown(link.at, 'static web app in front');
}

/** Sign-in in older words: who is not signed in is sent to do so, or let in all the same. */
function olderSignIn(config: Declared): Setting<boolean> {
  const enabled = setting(config, ['properties', 'enabled'], flag);
  const otherwise = property(config, 'properties', 'unauthenticatedClientAction');
  const action = textOf(otherwise)?.toLowerCase();
  if (enabled.kind !== 'known' || !enabled.value || otherwise === undefined || isNull(otherwise)) return enabled;
  if (action === 'redirecttologinpage') return enabled;
  return action === 'allowanonymous'
    ? { ...enabled, value: false, at: otherwise.at }
    : unknown(otherwise.at, 'sign-in');
}

/** Linked to a static web app, an app takes only what that hands on: https://learn.microsoft.com/azure/static-web-apps/functions-bring-your-own */
function linkTo(mapping: Mapping, site: Declared): Declared | undefined {
  const links = ['linkedbackends', 'userprovidedfunctionapps'].flatMap((part) => [
    ...mapping.ofType(`microsoft.web/staticsites/${part}`),
    ...mapping.ofType(`microsoft.web/staticsites/builds/${part}`),
  ]);
  const targets = ['backendResourceId', 'functionAppResourceId', 'resourceId'];
  return links.find((link) => targets.some((name) => mapping.referent(property(link, 'properties', name)) === site.id));
}

/** What a route asks of callers behind the sign-in of its app, which comes before keys. */
export function signedIn(auth: Setting<Auth>, signIn: Setting<boolean> | undefined): Setting<Auth> {
  if (signIn?.kind === 'known' && signIn.value)
    return unwritable({ ...signIn, value: { kind: 'entra', authorizer: 'sign-in' } });
  if (signIn?.kind === 'unknown' || signIn?.kind === 'choice') return unknown(signIn.at, 'sign-in');
  if (auth.kind !== 'known') return unwritable(auth);
  if (signIn === undefined || signIn.kind === 'none') return auth;
  return withWrite(auth, (write) => (word) => (word.kind === 'entra' ? signIn.write(true) : write(word)));
}

/** Sign-in as what an app's routes can ask for. */
export function authorizersOf(mapping: Mapping, site: Declared): readonly Authorizer[] {
  const signIn = signInOf(mapping, site);
  return signIn !== undefined && known(firstSaid(signIn)) === true
    ? [{ name: 'sign-in', kind: 'entra', at: signIn.at }]
    : [];
}
