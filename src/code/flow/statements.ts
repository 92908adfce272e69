import type { Expression, Statement, Variable } from '../form.js';
import { noteAsked } from '../sinks/lasting.js';
import { checkSwallowed } from '../sinks/swallowed.js';
import { assign } from './assigning.js';
import { evaluate } from './evaluate.js';
import { applyClearings, impliedBy } from './guards.js';
import { join } from './joining.js';
import { asTest, type Frame, inBranch, mayGoOn } from './machine.js';
import { memberOf } from './members.js';
import { settled } from './settling.js';
import { held, merge, newState, type State } from './state.js';
import { shaped } from './taints.js';
import { nothing, type Value } from './value.js';

/** Runs statements; false if none that would follow them is reached. */
export function run(frame: Frame, statements: readonly Statement[]): boolean {
  for (const statement of statements) {
    if (!mayGoOn(frame.machine)) return false;
    if (!runOne(frame, statement)) return false;
  }
  return true;
}

function runOne(frame: Frame, statement: Statement): boolean {
  switch (statement.kind) {
    case 'evaluate':
      evaluate(frame, statement.value);
      return true;
    case 'assign':
      noteAsked(frame, statement.value);
      assign(frame, statement.target, evaluate(frame, statement.value));
      return true;
    case 'return': {
      const value = statement.value ? evaluate(frame, statement.value) : nothing;
      frame.run.exits.push({ state: frame.state, value: settled(frame, value), at: statement.at });
      return false;
    }
    case 'throw':
      evaluate(frame, statement.value);
      return false;
    case 'leave':
      frame.run.leaves.at(-1)?.push(frame.state);
      return false;
    case 'branch':
      return branch(frame, statement);
    case 'loop':
      return loop(frame, statement);
    case 'try':
      return attempt(frame, statement);
  }
}

function branch(frame: Frame, { test, met, otherwise }: Extract<Statement, { kind: 'branch' }>): boolean {
  const implied = impliedBy(asTest(frame.machine, () => evaluate(frame, test)));
  noteAsked(frame, test);
  const yes: Frame = {
    ...inBranch(frame),
    ...(isDebugging(frame, test) && { isDebugging: true }),
    ...(isProgram(test) && { isProgram: true }),
  };
  applyClearings(yes.state, implied.whenTrue);
  const no = inBranch(frame);
  applyClearings(no.state, implied.whenFalse);
  const ways = [
    { frame: yes, goesOn: run(yes, met) },
    { frame: no, goesOn: run(no, otherwise) },
  ].filter(({ goesOn }) => goesOn);
  merge(
    frame.state,
    ways.map((way) => way.frame.state),
  );
  return ways.length > 0;
}

/** `__name__ == '__main__'`. */
function isProgram(test: Expression): boolean {
  return test.kind === 'compare' && test.left.kind === 'global' && test.left.name === '__name__';
}

/** A question for the variable `DEBUG`: nobody sets it where it matters. */
function isDebugging(frame: Frame, test: Expression): boolean {
  const asked = test.kind === 'compare' ? test.left : test.kind === 'call' ? (test.arguments[0]?.value ?? test) : test;
  if (asked.kind !== 'member' && asked.kind !== 'index') return false;
  return /^(?:process\.env|os\.environ)\.\w*(?:DEBUG|VERBOSE|TRACE)/i.test(evaluate(frame, asked).symbol ?? '');
}

/** Twice where the second turn may read what the first one writes; loops that stand deep in others are run once. */
function loop(frame: Frame, { item, test, body }: Extract<Statement, { kind: 'loop' }>): boolean {
  const over = item && evaluate(frame, item.of);
  const turns = frame.run.leaves.length < deepLoops ? 2 : 1;
  for (let turn = 0; turn < turns; turn += 1) {
    const inside = inBranch(frame);
    if (item && over)
      inside.state.values.set(item.variable, item.by === 'item' ? memberOf(over, '[]', item.of.at) : keyOf(over));
    if (test) applyClearings(inside.state, impliedBy(evaluate(inside, test)).whenTrue);
    frame.run.leaves.push([]);
    const goesOn = run(inside, body);
    const ways = [...(goesOn ? [inside.state] : []), ...(frame.run.leaves.pop() ?? [])];
    const isLast = !ways.some((way) => isCarried(frame, way, item?.variable));
    merge(frame.state, [newState(frame.state), ...ways]);
    if (isLast) return true;
  }
  return true;
}

/** A turn has written what was there before it, or what it had asked for: the next one finds it changed. */
function isCarried({ state, machine: { missed } }: Frame, way: State, item: Variable | undefined): boolean {
  for (let at: State | undefined = way; at !== undefined && at !== state; at = at.around)
    for (const variable of at.values.keys())
      if (variable !== item && (missed.has(variable) || held(state, variable) !== undefined)) return true;
  return false;
}

const deepLoops = 3;

/** Others name the keys of an object that they send. */
function keyOf({ taints }: Value): Value {
  return { taints: taints.map((taint) => shaped(taint, 'text')) };
}

function attempt(frame: Frame, statement: Extract<Statement, { kind: 'try' }>): boolean {
  const { body, caught, caughtAt, handler, last } = statement;
  checkSwallowed(frame, statement);
  const tried = inBranch(frame);
  const goesOn = statement.asks ? asTest(frame.machine, () => run(tried, body)) : run(tried, body);
  const ways = goesOn ? [tried.state] : [];
  if (handler.length > 0 || caught !== undefined) {
    const failed = inBranch(frame);
    for (const [variable, value] of tried.state.values)
      failed.state.values.set(variable, join(held(frame.state, variable) ?? nothing, value));
    if (caught) failed.state.values.set(caught, errorValue(caught.name, caughtAt));
    if (run(failed, handler)) ways.push(failed.state);
  } else if (!goesOn) ways.push(newState(frame.state));
  merge(frame.state, ways);
  return run(frame, last) && ways.length > 0;
}

/** What is caught: its text tells of paths, versions and queries. */
export function errorValue(name: string, at: Expression['at']): Value {
  const origin = { kind: 'error', name } as const;
  return { taints: [{ origin, path: [], at, steps: [], confidence: 'high', shape: 'any', harmless: [] }] };
}
