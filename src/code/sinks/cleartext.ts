import { cleartextAddress } from '../../facts/addresses/cleartext.js';
import type { Given, Site } from '../flow/calls.js';
import type { Value } from '../flow/value.js';
import { addressed, hosted } from '../tables/cleartext.data.js';
import { reportSettingAt } from './report.js';

/** Clients of other protocols than HTTP: they are given an address, or a host. */
export function checkClient(site: Site): void {
  const { symbol = '', frame, arguments: given, text, expression } = site;
  if (site.name === 'starttls') frame.machine.signs.add('starttls');
  for (const one of addressed.test(symbol) ? given.slice(0, 1) : []) {
    const { fields } = one.value;
    checkCleartext(site, one, fields?.get('url') ?? fields?.get('brokerURL') ?? fields?.get('servers') ?? one.value);
  }
  const scheme = hosted.get(symbol) ?? (isPlainFtp(site) ? 'ftp' : undefined);
  const [first] = given;
  const host = first?.value.constant ?? first?.value.fields?.get('host')?.constant;
  if (scheme === undefined || first === undefined || typeof host !== 'string') return;
  if (cleartextAddress(`${scheme}://${host}/`) === undefined) return;
  const detail = [scheme, host, '', ''].join(' ');
  const { at } = expression;
  reportSettingAt(frame, { danger: 'cleartext', text, at, argument: first.expression.at, detail });
}

/** basic-ftp: `client.access({ host, secure: false })`, where `secure` is false if it is left out. */
function isPlainFtp({ symbol, arguments: [first] }: Site): boolean {
  const secure = first?.value.fields?.get('secure')?.constant;
  return symbol === 'basic-ftp.Client().access' && (secure === undefined || secure === false);
}

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
