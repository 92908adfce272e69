import type { FunctionCode, StackCode, ToldFlow } from '../code/stack-code.js';
import type { Danger } from '../code/tables/danger.js';
import type { Severity } from '../findings/severity.js';
import { severities } from '../findings/severity.js';
import type { Span } from '../model/span.js';
import { spanKey } from '../model/span.js';
import { type Problem, proposeFix } from './definition.js';

/** How one policy tells flows. */
export interface Telling {
  readonly dangers: readonly Danger[];
  /** When an unauthenticated caller can use it and the flow is certain; what is less is told as medium at most. */
  readonly severity: (flow: ToldFlow) => Severity;
  /** One sentence that names the function and the sink; the way follows it. */
  readonly message: (flow: ToldFlow, name: string) => string;
}

/** The flows of some kinds as problems, each place once, with source, sink and the steps between. */
export function* flowProblems(code: StackCode, telling: Telling): Generator<Problem> {
  const told = new Set<string>();
  for (const fn of code.functions) {
    for (const flow of fn.flows) {
      const key = `${flow.danger} ${spanKey(flow.sink.at)} ${flow.source ? spanKey(flow.source.at) : ''}`;
      if (!telling.dangers.includes(flow.danger) || told.has(key)) continue;
      told.add(key);
      yield problemOf({ fn, flow, code, telling });
    }
  }
}

interface Told {
  readonly fn: FunctionCode;
  readonly flow: ToldFlow;
  readonly code: StackCode;
  readonly telling: Telling;
}

function problemOf({ fn, flow, code, telling }: Told): Problem {
  const { source, stored, steps, mend } = flow;
  const related: readonly Span[] = [
    ...(source ? [source.at] : []),
    ...steps.map(({ at }) => at),
    ...(stored ? [stored.write, stored.source] : []),
  ];
  return {
    about: fn.function,
    at: flow.sink.at,
    message: `${telling.message(flow, fn.function.id)}: ${flow.way}.`,
    severity: severityOf({ fn, flow, code, telling }),
    confidence: flow.confidence,
    discriminator: shapeOf(flow),
    fix: mend && proposeFix(mend.isBreaking ? 'breaking' : 'exact', mend.edits, mend.note),
    ...(related.length > 0 && { related }),
  };
}

/** Who is known to gain something now decides: an unauthenticated caller; and only what is certain is high. */
function severityOf({ fn, flow, code, telling }: Told): Severity {
  const usual = telling.severity(flow);
  if (flow.confidence === 'low') return 'low';
  // What is stored anyone may have sent who reaches the function that stores it.
  const reached = flow.stored?.by ?? fn.function;
  const isOpen = code.stack.exposure(reached) === 'open' && flow.confidence === 'high';
  const most = severities.indexOf(isOpen ? usual : 'medium');
  return severities[Math.min(severities.indexOf(usual), most)] ?? usual;
}

/** Handler, source, sink and the functions between: what stays when lines move. */
function shapeOf({ handler, source, sink, steps }: ToldFlow): string {
  const functions = steps.filter(({ kind }) => kind === 'function').map(({ name }) => name);
  return [handler, source?.text ?? '', ...functions, sink.text].join(' > ');
}
