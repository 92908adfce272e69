import { type Confidence, weaker } from '../../model/confidence.js';
import type { Span } from '../../model/span.js';
import type { Flow, Frame } from '../flow/machine.js';
import { settledTaint } from '../flow/settling.js';
import type { Taint } from '../flow/value.js';
import { type Danger, storedDangers } from '../tables/danger.js';
import { isOpen } from '../tables/sources.js';

/** Where something arrives that should not. */
export interface Arrival {
  readonly danger: Danger;
  readonly text: string;
  readonly at: Span;
  /** The expression that arrives. */
  readonly argument: Span;
  readonly detail?: string;
  readonly confidence?: Confidence;
  readonly symbol?: string;
  readonly within?: Span;
}

/** The taints that can do harm at this place: of an event, or of an error where errors are meant. */
export function harmful(frame: Frame, taints: readonly Taint[], danger: Danger): readonly Taint[] {
  const isMeant = (taint: Taint) => (taint.origin.kind === 'error') === (danger === 'error');
  return taints.flatMap((taint) => {
    if (!isMeant(taint) || !isOpen(taint)) return [];
    if (/^(?:stored|third party)$/.test(taint.origin.kind) && !storedDangers.has(danger)) return [];
    const here = settledTaint(frame.state, taint);
    return here === undefined || here.harmless.includes(danger) ? [] : [here];
  });
}

/** Notes that text of an event arrives somewhere. One flow for each source and sink. */
export function reportFlow({ machine, run }: Frame, taint: Taint, arrival: Arrival): void {
  const { danger, text, at, argument, detail = '', confidence = 'high', symbol, within } = arrival;
  note(machine.flows, {
    danger,
    handler: run.handler,
    source: { text: sourceText(taint), at: taint.at, origin: taint.origin, path: taint.path },
    sink: { text, at },
    steps: taint.steps,
    confidence: weaker(taint.confidence, confidence),
    detail,
    argument,
    ...(symbol !== undefined && { symbol }),
    ...(within !== undefined && { within }),
  });
}

/** Notes a call that is wrong whatever comes in. */
export function reportSettingAt({ machine, run }: Frame, { danger, text, at, argument, detail = '' }: Arrival): void {
  const sink = { text, at };
  note(machine.flows, {
    danger,
    handler: run.handler,
    source: undefined,
    sink,
    steps: [],
    confidence: 'high',
    detail,
    argument,
  });
}

function note(flows: Map<string, Flow>, flow: Flow): void {
  const key = [flow.danger, flow.sink.at.path, flow.sink.at.start, flow.source?.text ?? ''].join(' ');
  const known = flows.get(key);
  if (known === undefined || (known.confidence !== 'high' && flow.confidence === 'high')) flows.set(key, flow);
}

/** `event.Records[].body`. */
export function sourceText({ origin, path }: Pick<Taint, 'origin' | 'path'>): string {
  return [origin.name, ...path.filter((name) => name !== '.')]
    .join('.')
    .replaceAll('.[]', '[]')
    .replaceAll('.()', '()');
}
