import type { Construct } from '../constructs/construct.js';
import { given } from '../constructs/given-properties.js';
import type { Expression } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import type { Synthesis } from '../synthesis/synthesis.js';

const task = 'aws-stepfunctions-tasks.LambdaInvoke';

/** The tasks that a state machine's definition leads to; the only machine of a program has all of them. */
export function tasksOf({ construction }: Synthesis, machine: Construct): readonly Construct[] {
  const { constructs, invocations, byCall } = construction;
  const tasks = constructs.filter(({ type }) => type === task);
  if (constructs.filter(({ type }) => type === machine.type).length === 1) return tasks;
  const reached = new Set<Construct>();
  const waiting: Expression[] = ['definitionBody', 'definition'].flatMap(
    (name) => given(machine.call, name)?.value ?? [],
  );
  const after = new Map<Construct, Expression[]>();
  for (const { on, call } of invocations) {
    const state = byCall.get(startOf(on));
    if (state) after.set(state, [...(after.get(state) ?? []), ...call.args]);
  }
  for (let steps = 0; steps < mostSteps && waiting.length > 0; steps++) {
    const expression = resolve(waiting.pop() ?? machine.call);
    const state = byCall.get(expression);
    if (state !== undefined && !reached.has(state)) {
      reached.add(state);
      waiting.push(...(after.get(state) ?? []));
    }
    waiting.push(...insideOf(expression));
  }
  return tasks.filter((one) => reached.has(one));
}

const mostSteps = 2000;

/** What `a.next(b).next(c)` begins with. */
function startOf(expression: Expression): Expression {
  let at = resolve(expression);
  for (let depth = 0; depth < 100 && at.kind === 'call' && at.callee.kind === 'member' && !at.creates; depth++)
    at = resolve(at.callee.of);
  return at;
}

function insideOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'call')
    return [...(expression.callee.kind === 'member' ? [expression.callee.of] : []), ...expression.args];
  if (expression.kind === 'list') return expression.items;
  return expression.kind === 'properties' ? expression.entries.map(({ value }) => value) : [];
}
