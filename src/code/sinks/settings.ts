import type { Frame } from '../flow/machine.js';
import type { Value } from '../flow/value.js';
import type { Expression } from '../form.js';
import { reportSettingAt } from './report.js';

/** Options that turn the check of certificates off: nodejs.org/api/tls.html and https.html, request. 2026-11-26. */
const options: ReadonlyMap<string, boolean> = new Map([
  ['rejectUnauthorized', false],
  ['strictSSL', false],
  ['tlsAllowInvalidCertificates', true],
  ['tlsAllowInvalidHostnames', true],
]);

/** An object literal that turns the check of certificates off. */
export function reportSettings(
  frame: Frame,
  expression: Extract<Expression, { kind: 'object' }> & { readonly at: Expression['at'] },
  value: Value,
): void {
  for (const { key, value: written } of expression.entries) {
    const wanted = key === undefined ? undefined : options.get(key);
    if (key === undefined || wanted === undefined || value.fields?.get(key)?.constant !== wanted) continue;
    reportSettingAt(frame, {
      danger: 'tls',
      text: `${key}: ${wanted}`,
      at: written.at,
      argument: written.at,
      detail: key,
    });
  }
}

/** A setting that turns the check off for the whole process, or for a context of Python. */
export function reportSetting(frame: Frame, target: Expression, { constant, symbol }: Value): void {
  if (target.kind !== 'member') return;
  const isOff =
    (target.name === 'NODE_TLS_REJECT_UNAUTHORIZED' && String(constant) === '0') ||
    (target.name === 'check_hostname' && constant === false) ||
    (target.name === 'verify_mode' && symbol === 'ssl.CERT_NONE');
  if (!isOff) return;
  reportSettingAt(frame, {
    danger: 'tls',
    text: target.name,
    at: target.at,
    argument: target.at,
    detail: target.name,
  });
}
