import type { Api, CustomDomain } from '../../../model/api.js';
import { absent, fixed, known, unknown } from '../../../model/setting.js';
import { isNull, itemsOf, patternText, textOf, type Value } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { partsOf } from '../expressions/values.js';
import { configOf } from './apps.js';
import { type Mapping, property } from './mapping.js';
import { signInOf } from './sign-in.js';

/** What hands on requests to where it is told: gateways and front doors. */
const fronts: readonly string[] = [
  'microsoft.apimanagement/service/apis',
  'microsoft.apimanagement/service/backends',
  'microsoft.cdn/profiles/origingroups/origins',
  'microsoft.network/frontdoors',
  'microsoft.network/applicationgateways',
];

const deepest = 20;

type Addresses = Pick<Api, 'domain' | 'firewall' | 'defaultEndpoint'>;

/** Whether something stands in front of an app, and whether the app's own address stays reachable beside it. */
export function addressesOf(mapping: Mapping, site: Declared): Addresses {
  const { at } = site;
  const front = mapping.ofType(...fronts).find(({ body }) => refersTo(mapping, body.map, site.id));
  if (front === undefined) return { domain: undefined, firewall: absent(at), defaultEndpoint: absent(at) };
  const domain: CustomDomain = { at: front.at, mutualTls: absent(front.at) };
  return { domain, firewall: fixed(true, front.at), defaultEndpoint: endpointOf(mapping, site) };
}

function refersTo(mapping: Mapping, value: Value | undefined, id: string, depth = 0): boolean {
  if (value === undefined || depth > deepest) return false;
  if (value.kind === 'map') return value.entries.some((entry) => refersTo(mapping, entry.value, id, depth + 1));
  if (value.kind === 'list') return value.items.some((item) => refersTo(mapping, item, id, depth + 1));
  return mapping.referent(value) === id || isHostOf(mapping, value, id);
}

/** `https://orders-app.azurewebsites.net/api`, of an app with that name. */
function isHostOf(mapping: Mapping, value: Value, id: string): boolean {
  const text = value.kind === 'scalar' || value.kind === 'pattern' ? patternText(partsOf(value)) : '';
  const host = /^(?:https?:\/\/)?([^/]+)\.azurewebsites\.net(?:[/:]|$)/i.exec(text)?.[1];
  const name = mapping.byId.get(id)?.name;
  return host !== undefined && name !== undefined && host === patternText(partsOf(name));
}

/** Closed by address rules, a private endpoint, sign-in, or a key that only the front knows. */
function endpointOf(mapping: Mapping, site: Declared): Api['defaultEndpoint'] {
  const owners = [
    { owner: site, path: ['properties', 'siteConfig'] },
    ...configOf(mapping, site, 'web').map((owner) => ({ owner, path: ['properties'] })),
  ];
  for (const { owner, path } of owners) {
    const config = property(owner, ...path);
    const rules = property(owner, ...path, 'ipSecurityRestrictions');
    const otherwise = textOf(property(owner, ...path, 'ipSecurityRestrictionsDefaultAction'))?.toLowerCase();
    if (otherwise === 'deny' || itemsOf(rules).length > 0) return fixed(false, rules?.at ?? owner.at);
    if (config !== undefined && !isNull(config) && (config.kind !== 'map' || config.open))
      return unknown(config.at, 'rules elsewhere');
  }
  const isPrivate = mapping
    .ofType('microsoft.network/privateendpoints')
    .some(({ body }) => refersTo(mapping, body.map, site.id));
  if (isPrivate) return fixed(false, site.at);
  const signIn = signInOf(mapping, site);
  const isAsked = signIn !== undefined && known(signIn) !== false;
  return isAsked || sendsKey(mapping) ? unknown(site.at, 'asked for by the app') : absent(site.at);
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
