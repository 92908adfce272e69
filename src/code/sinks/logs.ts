import type { Span } from '../../model/span.js';
import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import type { Taint, Value } from '../flow/value.js';
import { loggers, secretNames } from '../tables/loggers.data.js';
import { harmful, reportFlow } from './report.js';

/** Logs that take whole requests, or what their names say is secret. */
export function checkLog(site: Site): void {
  const { symbol = '', text, arguments: given, frame, expression } = site;
  if (frame.isDebugging) return;
  if (!loggers.test(symbol) && !(site.callee.closures === undefined && loggers.test(text))) return;
  for (const { value, expression: argument } of given) {
    checkLine(site, value, argument.at);
    const taint = allTaints(value).find(isWhole);
    if (taint === undefined) continue;
    const detail = taint.path.length === 0 ? 'event' : secretNames.test(taint.path.at(-1) ?? '') ? 'secret' : 'part';
    reportFlow(frame, taint, { danger: 'log', text, at: expression.at, argument: argument.at, detail });
    return;
  }
}

/** Text of others inside a line: a line break in it begins another one. */
function checkLine({ frame, text, expression }: Site, { pieces }: Value, argument: Span): void {
  if (pieces === undefined || !pieces.some((piece) => typeof piece === 'string')) return;
  const parts = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : allTaints(piece)));
  const [taint] = harmful(frame, parts, 'log line').filter(({ shape }) => shape === 'text');
  if (taint) reportFlow(frame, taint, { danger: 'log line', text, at: expression.at, argument });
}

/** The event itself, its headers or its body as a whole, or a credential in it. */
function isWhole({ origin, path, harmless }: Taint): boolean {
  if (origin.kind === 'error' || origin.kind === 'third party' || harmless.includes('log')) return false;
  if (path.length === 0) return origin.kind === 'event' || origin.kind === 'any event' || origin.kind === 'express';
  if (origin.kind.endsWith('event') && path.length === 1) return /^(?:headers|multiValueHeaders)$/.test(path[0] ?? '');
  return secretNames.test(path.at(-1) ?? '');
}
