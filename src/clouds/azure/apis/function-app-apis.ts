import type { Api, Cors } from '../../../model/api.js';
import { absent, fixed, known, unknown } from '../../../model/setting.js';
import { plainApi } from '../../plain/api.js';
import { flag, words } from '../../values/codec.js';
import { sectionAt, settingOf } from '../../values/section.js';
import { termsOf } from '../../values/terms.js';
import { firstSaid } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { configOf, functionApps } from '../functions/function-apps.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import { addressesOf, frontsOf, hasPrivateEndpoint } from './fronts.js';
import { restrictionOf } from './restrictions.js';
import { authorizersOf, signInOf } from './sign-in.js';

/** Every function app answers requests under one host; its routes are mostly declared with its code. */
export function mapApis(mapping: Mapping): readonly Api[] {
  const fronts = frontsOf(mapping);
  return functionApps(mapping).map((site) => apiOf(mapping, site, fronts.get(site.id)));
}

const reachable = words({ Enabled: 'public', Disabled: 'private' } as const);

function apiOf(mapping: Mapping, site: Declared, front: Declared | undefined): Api {
  const { at } = site;
  return plainApi({
    ...declarationOf(site),
    api: 'azure',
    visibility: visibilityOf(mapping, site),
    authorizers: authorizersOf(mapping, site),
    signIn: signInOf(mapping, site) ?? (mapping.deployment.open ? unknown(at, 'declared elsewhere') : absent(at)),
    ...addressesOf(mapping, site, front),
    cors: corsOf(mapping, site),
    accessLog: fixed('', at),
    executionLog: fixed('error', at),
    routesOpen: true,
  });
}

/** Private are apps that the internet does not reach, and those that some addresses only reach. */
function visibilityOf(mapping: Mapping, site: Declared): Api['visibility'] {
  const said = firstSaid(
    setting(site, ['properties', 'publicNetworkAccess'], reachable),
    setting(site, ['properties', 'siteConfig', 'publicNetworkAccess'], reachable),
  );
  if (known(said) === 'private' || said.kind === 'unknown') return said;
  const restriction = restrictionOf(mapping, site);
  if (restriction.kind === 'unknown') return restriction;
  if (restriction.kind === 'known') return fixed('private', restriction.at);
  return said.kind === 'absent' && hasPrivateEndpoint(mapping, site) ? fixed('private', site.at) : said;
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
