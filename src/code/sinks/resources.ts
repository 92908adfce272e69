import type { Span } from '../../model/span.js';
import { resourceNames } from '../cloud/aws/stores.data.js';
import { namedLink } from '../cloud/links.js';
import type { Site } from '../flow/calls.js';
import { memberOf } from '../flow/members.js';
import { allTaints } from '../flow/taints.js';
import { nothing, type Taint, type Value } from '../flow/value.js';
import { bucketPlaces, cloudClients, linkSdks, resourceFields } from '../tables/resources.data.js';
import { harmful, reportFlow } from './report.js';

/** Calls of a cloud's API whose resource others choose. */
export function checkResource(site: Site): void {
  const { symbol = '', frame, text, expression } = site;
  if (linkSdks.test(symbol)) checkLink(site);
  if (!cloudClients.test(symbol) || site.arguments.every((one) => allTaints(one.value).length === 0)) return;
  for (const { name, value, argument } of chosenIn(site)) {
    const [taint] = harmful(frame, allTaints(value), 'resource').filter((one) => !isOfEvent(one));
    if (taint === undefined) continue;
    reportFlow(frame, taint, { danger: 'resource', text, at: expression.at, argument, detail: name });
    return;
  }
}

interface Chosen {
  readonly name: string;
  readonly value: Value;
  readonly argument: Span;
}

/** What of a call says which resource it is about. */
function chosenIn(site: Site): readonly Chosen[] {
  const { symbol = '', name: method, arguments: given, expression } = site;
  const [first] = given;
  const argument = first?.expression.at ?? expression.at;
  const [, kind = ''] = /^(?:aio)?boto3\b.*\.resource\([\w-]+\)\.(\w+)$/.exec(symbol) ?? [];
  const made = resourceNames[kind];
  if (made !== undefined && first) return [{ name: made, value: first.value, argument }];
  const place = bucketPlaces[method];
  const placed = place === undefined || !/\(s3\)\.\w+$/.test(symbol) ? undefined : given[place];
  const entries = memberOf(first?.value.fields?.get('Entries') ?? nothing, '[]').fields;
  const fields = [
    ...(placed?.name === undefined && placed ? [['Bucket', placed.value] as const] : []),
    ...(first?.value.fields ?? []),
    ...(entries ?? []),
    ...given.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const])),
  ];
  const isMeant = (name: string) =>
    resourceFields.some((one) => one.field === name && (one.of === undefined || one.of.test(symbol)));
  return fields.flatMap(([name, value]) => (isMeant(name) ? [{ name, value, argument }] : []));
}

/** The bucket that an event is about, however it came here. */
function isOfEvent({ path }: Taint): boolean {
  return path.includes('s3') || (path.at(-1) === 'name' && path.at(-2) === 'bucket' && path.includes('detail'));
}

/** A client for a store that others choose; the key of what is in it is another matter. */
function checkLink(site: Site): void {
  const named = namedLink(site);
  if (named === undefined || named.link.field === 'Key') return;
  const { frame, text, expression } = site;
  const found = harmful(frame, allTaints(named.given.value), 'resource');
  // An event of a bucket says which bucket it is.
  const taint = found.find(({ origin, path }) => origin.kind !== 'cloud event' || path.at(-1) !== 'bucket');
  if (taint === undefined) return;
  reportFlow(frame, taint, {
    danger: 'resource',
    text,
    at: expression.at,
    argument: named.given.expression.at,
    detail: named.link.field,
  });
}
