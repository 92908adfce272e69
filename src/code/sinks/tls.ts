import type { Site } from '../flow/calls.js';
import { reportSettingAt } from './report.js';

/** Clients of Python that take `verify`: requests, httpx and boto3 as their documentation says. 2026-11-26. */
const clients = /^(?:requests|httpx|boto3|botocore)\b/;

/** Calls that turn the check of certificates off by an argument or by what they are. */
export function checkTls({ symbol = '', frame, arguments: given, text, expression }: Site): void {
  if (/^ssl\._create_(?:unverified|stdlib)_context$/.test(symbol))
    reportSettingAt(frame, { danger: 'tls', text, at: expression.at, argument: expression.at, detail: 'context' });
  if (!clients.test(symbol)) return;
  const verify = given.find(({ name }) => name === 'verify');
  if (verify?.value.constant !== false) return;
  const { at } = verify.expression;
  reportSettingAt(frame, { danger: 'tls', text: 'verify=False', at, argument: at, detail: 'verify' });
}
