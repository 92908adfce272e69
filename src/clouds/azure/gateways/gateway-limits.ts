import type { Throttle } from '../../../model/api.js';
import type { Edit } from '../../../model/span.js';
import { textOf, type Value } from '../../../model/value.js';
import type { Declared } from '../deployment.js';
import { type Mapping, property } from '../mapping.js';
import { apiType } from './gateway-logs.js';

/** From so many lines on, a text that is as long as it is written can only stand there as it is. */
const certainLines = 9;

/** Characters around a text of several lines in Bicep: `'''` twice, and the line end after the first. */
const quotation = 3;

/** Limits what each address may ask, among what the one policy of an API does with requests; where its text stands as it is. */
export function limitCallers(mapping: Mapping, api: Declared, { rate }: Throttle): readonly Edit[] | undefined {
  const [policy, ...others] = mapping.partsOf(api.id, `${apiType}/policies`);
  const value = policy && property(policy, 'properties', 'value');
  if (mapping.deployment.framework !== 'bicep' || value === undefined || others.length > 0) return undefined;
  const text = textOf(value);
  const before = text === undefined ? undefined : startIn(value, text);
  const line = text === undefined ? undefined : lastInboundLine(text);
  if (before === undefined || line === undefined) return undefined;
  const start = before + line.at;
  const limit = `<rate-limit-by-key calls="${rate}" renewal-period="1" counter-key="@(context.Request.IpAddress)" />`;
  return [{ path: value.at.path, start, end: start, text: `${line.indent}${limit}\n` }];
}

/** Where the text of a value begins in its file, if every character stands there as it is. */
function startIn({ kind, at, origin }: Value, text: string): number | undefined {
  const around = at.end - at.start - text.length - 2 * quotation;
  const isAsWritten = kind === 'scalar' && origin === undefined && text.split('\n').length >= certainLines;
  return isAsWritten && around >= 0 && around <= 2 ? at.start + quotation + around : undefined;
}

/** The line that ends what is done with requests, and how far the lines before it are indented. */
function lastInboundLine(text: string): { readonly at: number; readonly indent: string } | undefined {
  const [whole = '', indent = ''] = /\n([ \t]{0,80})<[^\n]{0,2000}\n[ \t]{0,80}<\/inbound>/.exec(text) ?? [];
  const at = text.indexOf(whole) + whole.lastIndexOf('\n') + 1;
  const isPlain = whole !== '' && text.split('</inbound>').length === 2 && !text.includes('<!--');
  return isPlain ? { at, indent } : undefined;
}
