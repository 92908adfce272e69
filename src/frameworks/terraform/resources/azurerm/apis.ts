import { plainApi } from '../../../../clouds/plain/api.js';
import { flag } from '../../../../clouds/values/codec.js';
import { sectionAt, settingOf } from '../../../../clouds/values/section.js';
import { termsOf } from '../../../../clouds/values/terms.js';
import type { Api, Authorizer } from '../../../../model/api.js';
import { absent, fixed, known, type Setting, unknown } from '../../../../model/setting.js';
import { entryOf, isNull, itemsOf, textOf, valueAt } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, setting } from '../cloud.js';
import { appFields } from './app-fields.js';
import { type Front, frontsOf } from './fronts.js';
import { privatelyReached } from './private-endpoints.js';
import { signInOf } from './sign-in.js';

/** The id of the address that an app has. */
export function addressOf({ id }: Pick<Declared, 'id'>): string {
  return `${id}/address`;
}

/** The address of an app, with what other sites may do. */
export function azureApis(mapping: Mapping): readonly Api[] {
  const fronts = frontsOf(mapping);
  const inside = privatelyReached(mapping);
  return declaredOf(mapping, appFields).map((declared) => {
    const visibility = visibilityOf(declared);
    const isUnsaid = inside.has(declared.id) && visibility.kind === 'absent';
    const seen = isUnsaid ? unknown(declared.at, 'private endpoint') : visibility;
    return apiOf(declared, seen, fronts.get(declared.id));
  });
}

function apiOf(declared: Declared, visibility: Api['visibility'], front: Front | undefined): Api {
  const { at } = declared;
  return plainApi({
    ...declarationOf(declared),
    id: addressOf(declared),
    api: 'azure',
    visibility,
    authorizers: authorizersOf(declared),
    signIn: saidOf(declared),
    defaultEndpoint: front === undefined ? absent(at) : ownAddressOf(declared, visibility),
    domain: front && { at: front.at, mutualTls: absent(at) },
    firewall: front === undefined ? unknown(at, 'not read') : fixed(true, front.at),
    cors: corsOf(declared),
    routesOpen: true,
  });
}

/** Closed to the internet, or open to some addresses only. */
function visibilityOf(declared: Declared): Setting<'public' | 'private'> {
  const access = setting<'public' | 'private', 'public' | 'private'>(declared, ['public_network_access_enabled'], {
    read: (value) => (flag.read(value) === false ? 'private' : flag.read(value) === true ? 'public' : undefined),
    write: () => undefined,
  });
  if (access.kind === 'unknown' || access.kind === 'choice' || known(access) === 'private') return access;
  const restrictions = property(declared, 'site_config', 'ip_restriction');
  const action = property(declared, 'site_config', 'ip_restriction_default_action');
  if (textOf(action) === 'Deny' && action !== undefined) return fixed('private', action.at);
  if (restrictions === undefined || isNull(restrictions)) return access;
  const allowed = itemsOf(restrictions).filter((one) => !/^deny$/i.test(textOf(valueAt(one, 'action')) ?? 'Allow'));
  if (restrictions.kind !== 'list' || restrictions.open) return unknown(restrictions.at, 'restrictions');
  const everybody = allowed.some((one) => /\/0$/.test(textOf(valueAt(one, 'ip_address')) ?? ''));
  return allowed.length === 0 || everybody ? access : fixed('private', restrictions.at);
}

/** Whether the address answers to others than what stands in front; there is no one word that closes it. */
function ownAddressOf(declared: Declared, visibility: Api['visibility']): Setting<boolean> {
  if (visibility.kind === 'unknown' || visibility.kind === 'choice') return unknown(declared.at, 'restrictions');
  return known(visibility) === 'private' ? fixed(false, visibility.at) : absent(declared.at);
}

/** A sign-in that is not there needs a provider, which is not made up. */
function saidOf(declared: Declared): Setting<boolean> {
  const signIn = signInOf(declared);
  return signIn.kind === 'absent' ? absent(declared.at) : signIn;
}

function authorizersOf(declared: Declared): readonly Authorizer[] {
  const signIn = signInOf(declared);
  if (signIn.kind === 'unknown' || signIn.kind === 'choice')
    return [{ name: 'sign-in', kind: 'unknown', at: signIn.at }];
  return known(signIn) === true ? [{ name: 'sign-in', kind: 'entra', at: signIn.at }] : [];
}

function corsOf(declared: Declared): Api['cors'] {
  const map = property(declared, 'site_config', 'cors');
  if (map?.kind !== 'map') return undefined;
  const at = map.anchor ?? map.at;
  const section = sectionAt(declared.section, 'site_config', 'cors');
  const { terms, open } = termsOf(entryOf(map, 'allowed_origins')?.value, { at, reading: section.reading });
  return { at, origins: terms, originsOpen: open, credentials: settingOf(section, ['support_credentials'], flag) };
}
