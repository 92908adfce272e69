import type { Site } from '../flow/calls.js';
import { nothing, type Value } from '../flow/value.js';
import { linkSdks } from '../tables/resources.data.js';
import { type CloudCall, madeWith } from './cloud-call.js';
import { linkReads, linkWrites, type NamingLink, namingLinks } from './links.data.js';
import { flat } from './sdk.js';

const known = new Set([...linkWrites, ...linkReads].map(({ operation }) => operation));
const byName = new Map<string, readonly NamingLink[]>();
for (const link of namingLinks)
  for (const name of link.names.split(' ')) byName.set(name, [...(byName.get(name) ?? []), link]);

/** A call at the end of a chain that puts something into a store or takes it out: `topic.publishMessage({ data })`. */
export function linkedCall(site: Site): CloudCall | undefined {
  const { symbol = '', arguments: given, receiver } = site;
  if (!linkSdks.test(symbol)) return undefined;
  const [, name = ''] = /\.(\w+)$/.exec(symbol) ?? [];
  const kept = new Map([...inputOf(receiver), ...inputOf(given[0]?.value)]);
  const [service] = kept.keys();
  const operation = `${service?.split(' ')[0] ?? ''}:${flat(name)}`;
  if (!known.has(operation)) return undefined;
  const fields = new Map<string, Value>([...kept].map(([key, value]) => [key.slice(key.indexOf(' ') + 1), value]));
  for (const [index, { value, name: field }] of given.entries()) fields.set(field ?? String(index), value);
  for (const [key, value] of given[0]?.value.fields ?? []) if (!fields.has(key)) fields.set(key, value);
  return { operation, input: { taints: [], fields } };
}

/** A value that names a store in such a chain, with the place of the name; undefined for any other call. */
export function namedLink(
  site: Site,
): { readonly link: NamingLink; readonly given: Site['arguments'][number] } | undefined {
  const { symbol = '', arguments: given } = site;
  if (!linkSdks.test(symbol)) return undefined;
  const dot = symbol.lastIndexOf('.');
  const link = byName.get(flat(symbol.slice(dot + 1)))?.find(({ of }) => of.test(symbol.slice(0, dot)));
  if (link === undefined) return undefined;
  const found = given.find(({ name }) => name !== undefined && name === link.named) ?? given[link.argument];
  return found === undefined ? undefined : { link, given: found };
}

/** What a chain was made with so far, to be found again at its end. */
export function keptInChain(site: Site): Value['fields'] {
  const { symbol = '', receiver } = site;
  if (!linkSdks.test(symbol)) return undefined;
  const named = namedLink(site);
  const fields = new Map(inputOf(receiver));
  if (named) fields.set(`${named.link.service} ${named.link.field}`, named.given.value);
  return fields.size === 0 ? undefined : new Map([[madeWith, { taints: [], fields }]]);
}

function inputOf(value: Value = nothing): ReadonlyMap<string, Value> {
  const kept = linkSdks.test(value.symbol ?? '') ? value.fields?.get(madeWith)?.fields : undefined;
  return kept ?? new Map();
}
