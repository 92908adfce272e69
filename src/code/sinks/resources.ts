import { namedLink } from '../cloud/links.js';
import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import { nothing } from '../flow/value.js';
import { cloudClients, linkSdks, resourceFields } from '../tables/resources.data.js';
import { harmful, reportFlow } from './report.js';

/** Calls of a cloud's API whose resource others choose. */
export function checkResource(site: Site): void {
  const { symbol = '', arguments: given, frame, text, expression } = site;
  if (linkSdks.test(symbol)) checkLink(site);
  if (!cloudClients.test(symbol)) return;
  const [first] = given;
  const fields = [
    ...(first?.value.fields ?? []),
    ...given.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const])),
  ];
  for (const [name, value] of fields) {
    const meant = resourceFields.find((one) => one.field === name && (one.of === undefined || one.of.test(symbol)));
    if (meant === undefined) continue;
    const [taint] = harmful(frame, allTaints(value ?? nothing), 'resource');
    if (taint === undefined || taint.path.includes('s3')) continue;
    reportFlow(frame, taint, {
      danger: 'resource',
      text,
      at: expression.at,
      argument: first?.expression.at ?? expression.at,
      detail: name,
    });
    return;
  }
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
