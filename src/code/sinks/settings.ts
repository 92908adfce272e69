import type { Span } from '../../model/span.js';
import { evaluate } from '../flow/evaluate.js';
import type { Frame } from '../flow/machine.js';
import { allTaints } from '../flow/taints.js';
import type { Value } from '../flow/value.js';
import type { Expression } from '../form.js';
import { harmful, reportFlow, reportSettingAt } from './report.js';
import { checksNothing } from './tls.js';

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
    const given = key === undefined ? undefined : value.fields?.get(key);
    if (key === 'checkServerIdentity' && given && checksNothing(given)) {
      const at = written.at;
      reportSettingAt(frame, { danger: 'tls', text: key, at, argument: at, detail: key });
    }
    if (key === undefined || wanted === undefined || given?.constant !== wanted) continue;
    reportSettingAt(frame, {
      danger: 'tls',
      text: `${key}: ${wanted}`,
      at: written.at,
      argument: written.at,
      detail: key,
    });
  }
}

/** `session.verify = False` of requests. */
function isSession(frame: Frame, object: Expression): boolean {
  return /^requests\.[Ss]ession\(\)$/.test(evaluate(frame, object).symbol ?? '');
}

/** `dangerouslySetInnerHTML: { __html: text }` of React, which is not escaped. */
export function checkInnerPage(frame: Frame, { at, value }: { readonly at: Span; readonly value: Value }): void {
  const inner = value.fields?.get('__html');
  const [taint] = inner === undefined ? [] : harmful(frame, allTaints(inner), 'html');
  if (taint) reportFlow(frame, taint, { danger: 'html', text: '__html', at, argument: at });
}

/** A setting that turns the check off for the whole process, or for a context of Python. */
export function reportSetting(frame: Frame, target: Expression, { constant, symbol }: Value): void {
  if (target.kind !== 'member') return;
  if (target.name === 'callbackWaitsForEmptyEventLoop' && constant === false) frame.machine.signs.add('ends early');
  const isOff =
    (target.name === 'NODE_TLS_REJECT_UNAUTHORIZED' && String(constant) === '0') ||
    (target.name === 'check_hostname' && constant === false) ||
    (target.name === 'verify_mode' && symbol === 'ssl.CERT_NONE') ||
    (target.name === '_create_default_https_context' && symbol === 'ssl._create_unverified_context') ||
    (target.name === 'verify' && constant === false && isSession(frame, target.object));
  if (!isOff) return;
  reportSettingAt(frame, {
    danger: 'tls',
    text: target.name,
    at: target.at,
    argument: target.at,
    detail: target.name,
  });
}
