import type { StackCode } from '../../../code/stack-code.js';
import type { GraphEdge } from '../../../facts/events/edge.js';
import { bindingOutput, invokeActions, writeActionsOf } from '../../../facts/events/writes.data.js';
import { matchesWildcard } from '../../../facts/permissions/wildcard.js';
import type { Span } from '../../../model/span.js';
import type { Problem } from '../../definition.js';
import type { Loop } from './loops.js';
import { isFiltered } from './wording.js';

/** A loop that grants allow, with what the code says: that it writes there, that it never does, or nothing. */
export function provenBy(problem: Problem, { way }: Loop, code: StackCode): Problem | undefined {
  const allowed = way.filter(({ grant }) => grant !== undefined);
  if (allowed.some((edge) => isNeverTaken(edge, code))) return undefined;
  const calls = allowed.map((edge) => callOf(edge, code));
  const [first] = calls;
  const isProven =
    first !== undefined && calls.every((at) => at !== undefined) && !way.some(({ trigger }) => isFiltered(trigger));
  if (!isProven) return problem;
  const place = `\`${first.path}\` line ${code.lineOf(first)}`;
  return {
    ...problem,
    message: problem.message.replace(/\.$/, `; its code writes there (${place}).`),
    severity: 'high',
    confidence: 'high',
    related: [...(problem.related ?? []), ...calls.flatMap((at) => at ?? [])],
  };
}

function callOf({ from, to }: GraphEdge, { functions }: StackCode): Span | undefined {
  return functions.find((one) => one.function.id === from)?.sends.get(to);
}

/** The code of the function is known whole, and calls nothing that the step needs. */
function isNeverTaken({ from, to, kind, grant }: GraphEdge, { needs, stack }: StackCode): boolean {
  // What a binding writes no call asks for.
  if (grant?.actions.terms.some(({ text }) => text === bindingOutput)) return false;
  const known = needs(from);
  if (known === undefined || known.unsure.length > 0) return false;
  const resource = stack.resource(to);
  const store = resource?.kind === 'store' ? resource.store : 'state-machine';
  const actions = kind === 'invoke' ? invokeActions : writeActionsOf(store);
  return !actions.some(
    (action) => known.actions.has(action) || [...known.perhaps].some((pattern) => matchesWildcard(pattern, action)),
  );
}
