import type { Expression } from '../form.js';
import { reportDebugging } from '../sinks/debugging.js';
import { checkLasting } from '../sinks/lasting.js';
import { checkWrittenOrigin } from '../sinks/origins.js';
import { reportSetting } from '../sinks/settings.js';
import { join } from './joining.js';
import { type Frame, heldIn } from './machine.js';
import { memberOf, withMember } from './members.js';
import { settled } from './settling.js';
import { allTaints } from './taints.js';
import type { Step, Value } from './value.js';

/** Names in a row that an assignment may name, at most. */
const longest = 4;

/** Gives a name or a member a value. */
export function assign(frame: Frame, target: Expression, given: Value): void {
  const value = settled(frame, given);
  if (target.kind === 'variable') {
    checkLasting(frame, target.variable, { value, at: target.at });
    frame.state.values.set(target.variable, named(value, { kind: 'name', name: target.variable.name, at: target.at }));
    return;
  }
  reportSetting(frame, target, value);
  reportDebugging(frame, target, value);
  checkWrittenOrigin(frame, target, value);
  const way = wayOf(target);
  if (way === undefined) return;
  const before = heldIn(frame, way.variable);
  frame.state.values.set(way.variable, written(before, way.names, value));
}

interface Way {
  readonly variable: Extract<Expression, { kind: 'variable' }>['variable'];
  readonly names: readonly string[];
}

/** `a.b.c` as the variable and the names; a computed one stands for any. */
function wayOf(target: Expression): Way | undefined {
  const names: string[] = [];
  let at = target;
  while (names.length <= longest) {
    if (at.kind === 'variable') return { variable: at.variable, names: names.reverse() };
    if (at.kind === 'member') names.push(at.name);
    else if (at.kind === 'index')
      names.push(at.key.kind === 'constant' && typeof at.key.value === 'string' ? at.key.value : '[]');
    else return undefined;
    at = at.object;
  }
  return undefined;
}

function written(before: Value, names: readonly string[], value: Value): Value {
  const [name, ...rest] = names;
  if (name === undefined) return value;
  const { constant: _, ...whole } = before;
  if (name === '[]') return { ...whole, items: whole.items ? join(whole.items, value) : value };
  const inner = rest.length === 0 ? value : written(memberOf(before, name), rest, value);
  return withMember(whole, name, inner);
}

/** Steps that are kept of a way, at most. */
const mostSteps = 8;

/** The value under a name of its own: told as a step between source and sink. */
function named(value: Value, step: Step): Value {
  if (step.name === '' || value.taints.length === 0 || value.taints.every(({ path }) => path.length === 0))
    return value;
  const taints = value.taints.map((taint) =>
    taint.steps.length >= mostSteps || taint.steps.at(-1)?.name === step.name
      ? taint
      : { ...taint, steps: [...taint.steps, step] },
  );
  return { ...value, taints };
}

/** `list.push(value)` and its like change what a name holds. */
export function addTo(frame: Frame, target: Expression, value: Value): void {
  if (allTaints(value).length === 0 && value.closures === undefined) return;
  const way = wayOf(target);
  if (way === undefined) return;
  const before = heldIn(frame, way.variable);
  frame.state.values.set(way.variable, written(before, [...way.names, '[]'], value));
}
