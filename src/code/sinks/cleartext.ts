import { cleartextAddress } from '../../facts/addresses/cleartext.js';
import type { Given, Site } from '../flow/calls.js';
import type { Value } from '../flow/value.js';
import { reportSettingAt } from './report.js';

/** A call of an address without TLS. Where it is written as one text, what would be written in its place can be told. */
export function checkCleartext({ frame, text, expression }: Site, { expression: argument }: Given, value: Value): void {
  const [first] = value.pieces ?? [];
  const written = typeof value.constant === 'string' ? value.constant : typeof first === 'string' ? first : '';
  // A text that ends within its host says nothing of where it leads.
  if (value.constant === undefined && !/^\w+:\/\/[^/]+\//.test(written)) return;
  const address = cleartextAddress(written);
  if (address === undefined) return;
  const { scheme, host, hasCredentials } = address;
  const isWhole = argument.kind === 'constant';
  reportSettingAt(frame, {
    danger: 'cleartext',
    text,
    at: expression.at,
    argument: argument.at,
    detail: [scheme, host, hasCredentials ? 'secret' : '', isWhole ? written : ''].join(' '),
  });
}
