import { textOf, type Value } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property } from '../mapping.js';
import { partsOf } from '../names.js';
import { apiType, serviceType } from './gateway-logs.js';

/** What the policies that hold for something say: all of their text, and whether some of it could not be read. */
export interface PolicyText {
  readonly text: string;
  readonly open: boolean;
}

/** The type of the operations that an API has. */
export const operationType = `${apiType}/operations`;

/** What keeps callers from asking too much. */
export const limits = /<(?:rate-limit|quota|limit-concurrency|llm-token-limit|azure-openai-token-limit)\b/;

const none: PolicyText = { text: '', open: false };

/**
 * The policies declared on a resource of a gateway: on the service, an API or an operation. Those of which it is not
 * known what they are for may be for each.
 */
export function policiesOn(mapping: Mapping, id: string, type: string): PolicyText {
  const own = mapping.partsOf(id, `${type}/policies`);
  return [...own, ...mapping.partsOf('', `${type}/policies`)].map(policyText).reduce(both, none);
}

/** Policies of the gateway, of its products and of the API; those of a gateway declared elsewhere are not known. */
export function policiesOf(mapping: Mapping, api: Declared): PolicyText {
  const service = serviceOf(mapping, api);
  const global = service === undefined ? { text: '', open: true } : policiesOn(mapping, service.id, serviceType);
  const own = [policiesOn(mapping, api.id, apiType), policiesOn(mapping, api.id, operationType)];
  const products = mapping.ofType(`${serviceType}/products/policies`).map(policyText).reduce(both, none);
  return [...own, products].reduce(both, mapping.deployment.open ? { ...global, open: true } : global);
}

/** The gateway that publishes an API, if it is declared here. */
export function serviceOf(mapping: Mapping, { parent, at }: Declared): Declared | undefined {
  const id = parent === undefined ? undefined : mapping.referent({ kind: 'reference', to: parent, at });
  return mapping.byId.get(id ?? '');
}

/** Two groups of policies that hold together. */
export function both(first: PolicyText, second: PolicyText): PolicyText {
  return { text: `${first.text}\n${second.text}`, open: first.open || second.open };
}

/** Whether policies have one of some elements; undefined if that is not known. */
export function hasElement({ text, open }: PolicyText, element: RegExp): boolean | undefined {
  if (element.test(text)) return true;
  return open || text.includes('<include-fragment') ? undefined : false;
}

function policyText(policy: Declared): PolicyText {
  const format = textOf(property(policy, 'properties', 'format'))?.toLowerCase() ?? 'xml';
  const value = property(policy, 'properties', 'value');
  const text = value === undefined || format.endsWith('link') ? undefined : writtenIn(value);
  return text === undefined
    ? { text: '', open: true }
    : { text: inbound(withoutComments(text)), open: !text.includes('<') };
}

/** What is done with requests, not with answers. */
function inbound(text: string): string {
  const start = text.indexOf('<inbound>');
  const end = text.indexOf('</inbound>');
  return start < 0 || end < start ? text : text.slice(start, end);
}

/** Parts that only the deployment knows are names and addresses. */
function writtenIn(value: Value): string | undefined {
  if (value.kind !== 'scalar' && value.kind !== 'pattern') return undefined;
  const parts = partsOf(value);
  return parts.includes(undefined) ? undefined : parts.filter((part) => typeof part === 'string').join('');
}

/** The text of a policy document without what it only comments. An unclosed comment goes on to the end. */
function withoutComments(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', from)) {
    pieces.push(text.slice(from, at));
    const end = text.indexOf('-->', at);
    if (end === -1) return pieces.join('');
    from = end + 3;
  }
  return [...pieces, text.slice(from)].join('');
}
