import type { CloudCall } from '../cloud/cloud-call.js';
import type { Site } from '../flow/calls.js';
import type { Flow, Frame, Machine } from '../flow/machine.js';
import { allTaints } from '../flow/taints.js';
import type { Taint, Value } from '../flow/value.js';
import { bodyWays, checking, using } from '../tables/bodies.data.js';
import type { Danger } from '../tables/danger.js';
import { harmful, sourceText } from './report.js';

/** Notes that a body, or a field of it, is stored or sent, or given to a function that says that it checks. */
export function noteBody(site: Site, cloud: CloudCall | undefined): void {
  const { frame, symbol = '', name, arguments: given, expression, text } = site;
  const isUse = cloud !== undefined || using.test(symbol);
  if (!isUse && !checking.test(name)) return;
  const parts = given.flatMap(({ value }) => allTaints(value)).filter(isOfBody);
  if (parts.length === 0) return;
  const isParsing = /^(?:JSON\.parse|json\.loads)$/.test(symbol);
  if (checking.test(name) && !isParsing) frame.machine.bodies.checked.add(frame.run.handler);
  if (!isUse) return;
  if (/^(?:get|retrieve|find|fetch)(?:One|ById|_one)?$/.test(name)) return;
  const [taint] = harmful(frame, parts, 'input');
  if (taint) noteUse(frame, parts, flowOf(taint, frame, { text, at: expression.at }));
}

function noteUse({ machine: { bodies }, run: { handler } }: Frame, parts: readonly Taint[], flow: Flow): void {
  const known = bodies.used.get(handler) ?? { flow, fields: new Set() };
  bodies.used.set(handler, known);
  for (const part of parts) {
    const field = insideOf(part).find((one) => one !== '[]');
    if (field !== undefined) known.fields.add(field);
  }
}

function flowOf(taint: Taint, { run: { handler } }: Frame, sink: Flow['sink']): Flow {
  return {
    danger: 'input',
    handler,
    source: { text: sourceText(taint), at: taint.at, origin: taint.origin, path: taint.path },
    sink,
    steps: taint.steps,
    confidence: 'medium',
    detail: '',
    argument: sink.at,
  };
}

/** Notes that a test looks at what is in a body; whether there is a body at all says nothing of it. */
export function noteLooked({ machine: { bodies }, run }: Frame, { taints }: Value, at: 'whole' | 'fields'): void {
  if (taints.some((taint) => isOfBody(taint) && (at === 'whole' || insideOf(taint).length > 0)))
    bodies.checked.add(run.handler);
}

function isOfBody({ origin, path }: Taint): boolean {
  const way = bodyWays[origin.kind];
  if (way === undefined) return false;
  const [first = '', second = ''] = path;
  return way.within === undefined ? way.names.has(first) : way.within === first && way.names.has(second);
}

/** The names behind the body itself. */
function insideOf({ origin, path }: Taint): readonly string[] {
  return path.slice(bodyWays[origin.kind]?.within === undefined ? 1 : 2);
}

/** Findings that say more than that nothing is checked. */
const stronger: ReadonlySet<Danger> = new Set<Danger>([
  ...(['code', 'command', 'sql', 'query', 'item', 'path', 'html', 'redirect', 'url'] as const),
  ...(['deserialise', 'xml', 'merge', 'template', 'resource', 'prompt'] as const),
]);

/** The first use of the body in each handler that looks at nothing of it. */
export function unvalidated({ bodies: { used, checked }, flows }: Machine): readonly Flow[] {
  const told = new Set([...flows.values()].flatMap(({ danger, handler }) => (stronger.has(danger) ? [handler] : [])));
  return [...used].flatMap(([handler, { flow, fields }]) =>
    checked.has(handler) || told.has(handler) ? [] : [{ ...flow, detail: [...fields].slice(0, 20).join(' ') }],
  );
}
