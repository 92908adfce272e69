import { textOf, type Value } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property } from '../mapping.js';
import { partsOf } from '../names.js';

/** What the policies that hold for something say: all of their text, and whether some of it could not be read. */
export interface PolicyText {
  readonly text: string;
  readonly open: boolean;
}

const none: PolicyText = { text: '', open: false };

/** The policies declared on a resource of a gateway: on the service, a product, an API or an operation. */
export function policiesOn(mapping: Mapping, id: string, type: string): PolicyText {
  return mapping
    .partsOf(id, `${type}/policies`)
    .map((policy) => policyText(policy))
    .reduce(both, none);
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
  return text === undefined ? { text: '', open: true } : { text: withoutComments(text), open: !text.includes('<') };
}

/** Parts that only the deployment knows are names and addresses. */
function writtenIn(value: Value): string | undefined {
  if (value.kind !== 'scalar' && value.kind !== 'pattern') return undefined;
  const parts = partsOf(value);
  return parts.includes(undefined) ? undefined : parts.filter((part) => typeof part === 'string').join('');
}

/** The text of a policy document without what it only comments. An unclosed comment goes on to the end. */
export function withoutComments(text: string): string {
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
