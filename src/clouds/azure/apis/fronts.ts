import type { Api, CustomDomain } from '../../../model/api.js';
import { absent, fixed, known, unknown } from '../../../model/setting.js';
import { patternText, textOf, type Value } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { functionApps } from '../functions/function-apps.js';
import { type Mapping, property } from '../mapping.js';
import { partsOf } from '../names.js';
import { restrictionOf } from './restrictions.js';
import { signInOf } from './sign-in.js';

/** What hands on requests to where it is told: gateways and front entry points. */
const fronts: readonly string[] = [
  'microsoft.apimanagement/service/apis',
  'microsoft.apimanagement/service/backends',
  'microsoft.cdn/profiles/origingroups/origins',
  'microsoft.network/frontdoors',
  'microsoft.network/applicationgateways',
];

const deepest = 20;

type Addresses = Pick<Api, 'domain' | 'firewall' | 'defaultEndpoint'>;

/** What stands in front of each app, by the app's id. */
export function frontsOf(mapping: Mapping): ReadonlyMap<string, Declared> {
  const apps = new Map(
    functionApps(mapping).flatMap(({ id, name }) => (name === undefined ? [] : [[patternText(partsOf(name)), id]])),
  );
  const found = new Map<string, Declared>();
  for (const front of mapping.ofType(...fronts)) {
    for (const id of targetsIn(mapping, front.body.map, apps)) if (!found.has(id)) found.set(id, front);
  }
  return found;
}

/** Whether something stands in front of an app, and whether the app's own address stays reachable beside it. */
export function addressesOf(mapping: Mapping, site: Declared, front: Declared | undefined): Addresses {
  const { at } = site;
  if (front === undefined) return { domain: undefined, firewall: absent(at), defaultEndpoint: absent(at) };
  const domain: CustomDomain = { at: front.at, mutualTls: absent(front.at) };
  return { domain, firewall: fixed(true, front.at), defaultEndpoint: endpointOf(mapping, site) };
}

type Names = ReadonlyMap<string, string>;

/** The ids of all resources that a value leads to, and of the apps whose hosts it names. */
function targetsIn(mapping: Mapping, value: Value | undefined, apps: Names, depth = 0): readonly string[] {
  if (value === undefined || depth > deepest) return [];
  if (value.kind === 'map') return value.entries.flatMap((entry) => targetsIn(mapping, entry.value, apps, depth + 1));
  if (value.kind === 'list') return value.items.flatMap((item) => targetsIn(mapping, item, apps, depth + 1));
  return [mapping.referent(value) ?? hostIn(value, apps)].flatMap((id) => id ?? []);
}

/** `https://orders-app.azurewebsites.net/api`, of an app with that name. */
function hostIn(value: Value, apps: Names): string | undefined {
  const text = value.kind === 'scalar' || value.kind === 'pattern' ? patternText(partsOf(value)) : '';
  const host = /^(?:https?:\/\/)?([^/]+)\.azurewebsites\.net(?:[/:]|$)/i.exec(text.slice(0, 500))?.[1];
  return host === undefined ? undefined : apps.get(host);
}

/** Closed by address rules, a private endpoint, sign-in, or a key that only the front knows. */
function endpointOf(mapping: Mapping, site: Declared): Api['defaultEndpoint'] {
  const restriction = restrictionOf(mapping, site);
  if (restriction.kind === 'unknown') return restriction;
  if (restriction.kind === 'known') return fixed(false, restriction.at);
  if (hasPrivateEndpoint(mapping, site)) return fixed(false, site.at);
  const signIn = signInOf(mapping, site);
  const isAsked = signIn !== undefined && known(signIn) !== false;
  return isAsked || sendsKey(mapping) ? unknown(site.at, 'asked for by the app') : absent(site.at);
}

/** With a private endpoint, and nothing said otherwise, an app takes no requests from the internet. */
export function hasPrivateEndpoint(mapping: Mapping, { id }: Declared): boolean {
  const endpoints = mapping.ofType('microsoft.network/privateendpoints');
  return endpoints.some(({ body }) => targetsIn(mapping, body.map, new Map()).includes(id));
}

/** Gateways that call functions with their keys let nobody avoid them who has none. */
function sendsKey(mapping: Mapping): boolean {
  const backends = mapping.ofType('microsoft.apimanagement/service/backends');
  const values = mapping.ofType('microsoft.apimanagement/service/namedvalues');
  return (
    backends.some((backend) => property(backend, 'properties', 'credentials', 'query', 'code') !== undefined) ||
    [...backends, ...values].some(({ body }) => mentionsKey(body.map))
  );
}

function mentionsKey(value: Value | undefined, depth = 0): boolean {
  if (value === undefined || depth > deepest) return false;
  if (value.kind === 'list') return value.items.some((item) => mentionsKey(item, depth + 1));
  if (value.kind === 'map')
    return value.entries.some(({ key, value: inner }) => isKeyName(key) || mentionsKey(inner, depth + 1));
  return isKeyName(textOf(value) ?? '') || (value.kind === 'unknown' && /^listkeys/i.test(value.because));
}

function isKeyName(text: string): boolean {
  return /x-functions-key|functionapp-?key|function-?key|host-?key/i.test(text);
}
