import type { FunctionForm } from '../form.js';
import { isOpen } from '../tables/sources.js';
import { evaluate } from './evaluate.js';
import { shared } from './guards.js';
import { join } from './joining.js';
import { type Exit, type Frame, type FunctionRun, heldIn, mostLevels } from './machine.js';
import { held, merge, newState, type State } from './state.js';
import { run } from './statements.js';
import { mapTaints } from './taints.js';
import { type ClassValue, type Cleared, type Closure, type Implied, nothing, type Value } from './value.js';

export interface Invocation {
  readonly values: readonly Value[];
  /** Those that are given by name. */
  readonly named?: ReadonlyMap<string, Value>;
  /** A `callback` is written where it is used: nothing is passed across functions. */
  readonly as: 'call' | 'callback' | 'entry';
  readonly handler?: string;
}

/** The functions that a value is or lists: a handler, an object of handlers, and what such objects hold. */
export function closuresIn({ closures = [], fields }: Value, depth = 1): readonly Closure[] {
  if (fields === undefined || depth === 0) return closures;
  return [...closures, ...[...fields.values()].flatMap((field) => closuresIn(field, depth - 1))];
}

/** Runs a function of the project. What it writes outside of itself stays written. */
export function invoke(frame: Frame, closure: Closure, invocation: Invocation): Value {
  const { value, exits } = enter(frame, closure, invocation);
  merge(
    frame.state,
    exits.map(({ state }) => state),
  );
  return value;
}

interface Entered {
  readonly value: Value;
  readonly exits: readonly Exit[];
}

/** Runs a function and gives each way out of it. */
export function enter(frame: Frame, { form, captured, self }: Closure, invocation: Invocation): Entered {
  const { values, named = new Map(), as, handler = frame.run.handler } = invocation;
  if (frame.run.depth > mostLevels || frame.run.forms.includes(form)) return { value: nothing, exits: [] };
  const base = newState(frame.state);
  for (const [variable, value] of capturedValues(captured, frame.state)) base.values.set(variable, value);
  const functionRun: FunctionRun = {
    name: form.name,
    handler,
    depth: frame.run.depth + 1,
    forms: [...frame.run.forms, form],
    base,
    exits: [],
    leaves: [],
    asked: new Set(),
  };
  const inside: Frame = {
    machine: frame.machine,
    path: form.at.path,
    state: base,
    run: functionRun,
    ...(frame.isProgram && { isProgram: true }),
  };
  if (form.self && self && held(base, form.self) === undefined) base.values.set(form.self, self);
  const given = (value: Value) => (as === 'call' ? passed(value, form) : value);
  bind(inside, form, {
    values: values.map(given),
    named: new Map([...named].map(([name, value]) => [name, given(value)])),
  });
  const { exits } = functionRun;
  if (run(inside, form.body)) exits.push({ state: base, value: nothing, at: form.at });
  const value = exits.map((exit) => exit.value).reduce(join, nothing);
  const implies = impliedByExits(exits, base);
  const [only] = exits;
  if (exits.length === 1 && only) return { value: only.value, exits };
  return { value: implies ? { ...value, implies } : value, exits };
}

function capturedValues(captured: State | undefined, state: State): State['values'] {
  for (let at: State | undefined = state; at !== undefined; at = at.around) if (at === captured) return new Map();
  return captured?.values ?? new Map();
}

export interface Bound {
  readonly values: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

function bind(frame: Frame, { parameters }: FunctionForm, { values, named }: Bound): void {
  parameters.forEach(({ variable, rest, gathers, otherwise }, index) => {
    if (gathers) {
      frame.state.values.set(variable, { taints: [], fields: named });
      return;
    }
    const given = named.get(variable.name) ?? values[index];
    const usual = otherwise && given === undefined ? evaluate(frame, otherwise) : nothing;
    const value = rest ? { taints: [], items: values.slice(index).reduce(join, nothing) } : (given ?? usual);
    frame.state.values.set(variable, value);
  });
}

/** What is passed on to another function is a step further from where it came in. */
function passed(value: Value, { name, at }: FunctionForm): Value {
  return mapTaints(value, (taint) =>
    isOpen(taint) && taint.origin.kind !== 'error'
      ? {
          ...taint,
          confidence: taint.confidence === 'low' ? 'low' : 'medium',
          steps: [...taint.steps, { kind: 'function' as const, name, at }].slice(-8),
        }
      : taint,
  );
}

/** A function that answers true only where it has checked its argument is a check by itself. */
function impliedByExits(exits: readonly Exit[], base: State): Implied | undefined {
  const isFalse = ({ value }: Exit) => value.constant === false || value.constant === null;
  const rest = exits.filter((exit) => !isFalse(exit));
  if (rest.length === exits.length || rest.length === 0) return undefined;
  const [first, ...others] = rest.map((exit) => clearingsSince(exit, base));
  const whenTrue = others.reduce((all, one) => shared(all, one), first ?? new Map());
  return { whenTrue, whenFalse: new Map() };
}

function clearingsSince({ state, value }: Exit, base: State): ReadonlyMap<string, Cleared> {
  const found = new Map<string, Cleared>(value.implies?.whenTrue ?? []);
  for (let at: State | undefined = state; at !== undefined; at = at.around) {
    for (const [key, how] of at.cleared) found.set(key, how);
    if (at === base) break;
  }
  return found;
}

/** Makes an instance of a class of the project. */
export function instance(frame: Frame, made: ClassValue, given: Bound): Value {
  const { form, parent } = made;
  const parents = parent?.classes ?? [];
  for (const above of parents) instance(frame, above, given);
  const value: Value = { taints: [], instanceOf: [made], ...(parent?.symbol && { symbol: `${parent.symbol}()` }) };
  const before = heldIn(frame, form.self);
  frame.state.values.set(form.self, join(before, value));
  run(frame, form.fields);
  const maker = form.methods.find(({ name }) => name === 'constructor');
  if (maker === undefined) return withFields(frame, form, { value, given });
  const values = injected(frame, maker.function, given.values);
  invoke(frame, { form: maker.function, captured: made.captured, self: value }, { ...given, values, as: 'call' });
  return value;
}

/** A class that says only what its fields are is made with them by their names. */
function withFields(
  frame: Frame,
  { self }: ClassValue['form'],
  { value, given: { named } }: { readonly value: Value; readonly given: Bound },
): Value {
  const made = heldIn(frame, self);
  if (named.size > 0) frame.state.values.set(self, join(made, { taints: [], fields: named }));
  return value;
}

/** Whoever is given nothing for a parameter that is of a class of the project is given an instance of it by a container. */
function injected(frame: Frame, { parameters }: FunctionForm, values: readonly Value[]): readonly Value[] {
  if (values.length > 0 || frame.run.depth > mostLevels) return values;
  const known = parameters.map(({ type }) => (type && evaluate(frame, type).classes)?.[0]);
  if (known.every((one) => one === undefined)) return values;
  const deeper: Frame = { ...frame, run: { ...frame.run, depth: frame.run.depth + 1 } };
  return known.map((one) => (one ? instance(deeper, one, { values: [], named: new Map() }) : nothing));
}
