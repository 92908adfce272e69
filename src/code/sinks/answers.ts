import type { Span } from '../../model/span.js';
import type { Frame } from '../flow/machine.js';
import { allTaints } from '../flow/taints.js';
import type { Taint, Value } from '../flow/value.js';
import { decidesHost } from './hosts.js';
import { checkAllowedOrigin } from './origins.js';
import { harmful, reportFlow } from './report.js';

export interface Answer {
  readonly value: Value;
  readonly at: Span;
}

/** Looks at what is answered to a request: a page with text of the request in it, details of an error, a way elsewhere. */
export function checkAnswer(frame: Frame, { value, at }: Answer): void {
  const { fields } = value;
  if (fields === undefined) return;
  for (const name of ['body', 'jsonBody']) {
    const body = fields.get(name);
    if (body !== undefined) checkBody(frame, { value: body, at }, isHtml(fields.get('headers')));
  }
  const headers = fields.get('headers');
  const location = headers && (headers.fields?.get('Location') ?? headers.fields?.get('location'));
  if (location) checkRedirect(frame, { value: location, at });
  for (const listed of [headers, fields.get('multiValueHeaders')])
    for (const [name, value] of listed?.fields ?? []) {
      checkHeader(frame, { value, at }, name);
      checkAllowedOrigin(frame, { name, value, at });
    }
}

/** A header that a line break ends, and another one follows; what came as a header has none. */
function checkHeader(frame: Frame, { value, at }: Answer, name: string): void {
  if (/^(?:location|content-type)$/i.test(name)) return;
  const taint = harmful(frame, allTaints(value), 'header').find(
    ({ path }) => !path.some((one) => /^(?:multiValue)?headers$|^cookies?$|^userAgent$/i.test(one)),
  );
  if (taint) reportFlow(frame, taint, { danger: 'header', text: name, at, argument: at });
}

/** The text of an answer. `html`: a browser shows it as a page. */
export function checkBody(frame: Frame, { value, at }: Answer, html: boolean): void {
  const taints = allTaints(value);
  const told = harmful(frame, taints, 'error').filter(tellsInternals);
  const [error] = [...told].sort((a, b) => rank(b) - rank(a));
  if (error)
    reportFlow(frame, error, {
      danger: 'error',
      text: 'the response',
      at,
      argument: at,
      detail: rank(error) > 0 ? 'stack' : 'message',
    });
  if (!html) return;
  const [taint] = harmful(frame, taints, 'html');
  if (taint) reportFlow(frame, taint, { danger: 'html', text: 'an HTML response', at, argument: at });
}

function checkRedirect(frame: Frame, { value, at }: Answer): void {
  const [taint] = harmful(frame, allTaints(value), 'redirect');
  if (taint && decidesHost(frame, value, 'redirect'))
    reportFlow(frame, taint, { danger: 'redirect', text: 'a redirect', at, argument: at });
}

/** Codes and names say nothing that the caller may not know; what the response of another service says is not ours. */
function tellsInternals({ path }: Taint): boolean {
  return !/^(?:code|name|status|statusCode|type|\$metadata|response|details|errors|expose)$/.test(path[0] ?? '');
}

/** A stack, the trace that a call gives, or a whole error tells more than its message. */
function rank({ path, shape }: Taint): number {
  return path[0] === 'stack' || path[0] === '()' || (path.length === 0 && shape === 'any') ? 1 : 0;
}

function isHtml(headers: Value | undefined): boolean {
  const types = [...(headers?.fields ?? [])].filter(([name]) => name.toLowerCase() === 'content-type');
  return types.some(([, { constant }]) => typeof constant === 'string' && /text\/html/i.test(constant));
}

/** What a framework answers with a page, where it is a text. */
export function checkPage(frame: Frame, answer: Answer): void {
  if (answer.value.symbol === undefined && isText(answer.value)) checkBody(frame, answer, true);
}

/** A text is answered as it stands; objects become JSON. */
function isText(value: Value): boolean {
  return (
    value.pieces !== undefined || (value.fields === undefined && value.taints.every(({ shape }) => shape === 'text'))
  );
}
