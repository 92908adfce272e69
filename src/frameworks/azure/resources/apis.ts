import type { Api, Authorizer, Cors } from '../../../model/api.js';
import { absent, fixed, known, type Setting } from '../../../model/setting.js';
import { flag, words } from '../../reading/codec.js';
import { sectionAt, settingOf } from '../../reading/section.js';
import { termsOf } from '../../reading/terms.js';
import { firstSaid } from '../../reading/writes.js';
import type { Declared } from '../deployment.js';
import { configOf, functionApps } from './apps.js';
import { declarationOf, type Mapping, property, setting } from './mapping.js';

/** Every function app answers requests under one host; its routes are mostly declared with its code. */
export function mapApis(mapping: Mapping): readonly Api[] {
  return functionApps(mapping).map((site) => apiOf(mapping, site));
}

const reachable = words({ Enabled: 'public', Disabled: 'private' } as const);

function apiOf(mapping: Mapping, site: Declared): Api {
  const { at } = site;
  return {
    ...declarationOf(site),
    kind: 'api',
    api: 'azure',
    visibility: setting(site, ['properties', 'publicNetworkAccess'], reachable),
    authorizers: authorizersOf(mapping, site),
    throttle: absent(at),
    stages: [],
    defaultEndpoint: absent(at),
    domain: undefined,
    firewall: absent(at),
    cors: corsOf(mapping, site),
    accessLog: fixed('', at),
    executionLog: fixed('error', at),
    dataTrace: absent(at),
    tracing: absent(at),
    openApiVersion: undefined,
    caching: undefined,
    document: undefined,
    routesOpen: true,
  };
}

/** Cross-origin settings of the app itself, or of its part called `web`. */
function corsOf(mapping: Mapping, site: Declared): Cors | undefined {
  const inside = corsAt(site, ['properties', 'siteConfig', 'cors']);
  return inside ?? configOf(mapping, site, 'web').flatMap((config) => corsAt(config, ['properties', 'cors']) ?? [])[0];
}

function corsAt(owner: Declared, path: readonly string[]): Cors | undefined {
  const value = property(owner, ...path);
  if (value === undefined || (value.kind === 'scalar' && value.value === null)) return undefined;
  const at = value.kind === 'map' ? (value.anchor ?? value.at) : value.at;
  const section = sectionAt(owner.body, ...path);
  const origins = property(owner, ...path, 'allowedOrigins');
  const { terms, open } = termsOf(origins, { at, reading: owner.body.reading });
  return {
    at,
    origins: terms,
    originsOpen: open || value.kind !== 'map' || value.open,
    credentials: settingOf(section, ['supportCredentials'], flag),
  };
}

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

function authorizersOf(mapping: Mapping, site: Declared): readonly Authorizer[] {
  const signIn = signInOf(mapping, site);
  return signIn !== undefined && known(firstSaid(signIn)) === true
    ? [{ name: 'sign-in', kind: 'entra', at: signIn.at }]
    : [];
}
