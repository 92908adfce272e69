import { cloudCallOf } from '../cloud/calls.js';
import { noteWrite } from '../cloud/stores.js';
import type { CallExpression, Expression } from '../form.js';
import { noteBody } from '../sinks/bodies.js';
import { checkKept } from '../sinks/lasting.js';
import { checkObject } from '../sinks/objects.js';
import { checkSinks } from '../sinks/sinks.js';
import { isCloudSdk } from '../tables/resources.data.js';
import { closuresIn, instance, invoke } from './closures.js';
import { evaluate, memberValue } from './evaluate.js';
import { join } from './joining.js';
import { libraryResult } from './library.js';
import type { Frame } from './machine.js';
import { memberOf } from './members.js';
import { settled } from './settling.js';
import { type Closure, nothing, type Value } from './value.js';

/** A call as it is met: who is called with what. */
export interface Site {
  readonly frame: Frame;
  readonly expression: CallExpression & { readonly at: Expression['at'] };
  /** As the program writes it: `db.query`. */
  readonly text: string;
  /** The last name of it. */
  readonly name: string;
  readonly symbol: string | undefined;
  readonly callee: Value;
  /** What the method is called on. */
  readonly receiver: Value | undefined;
  readonly arguments: readonly Given[];
}

export interface Given {
  readonly value: Value;
  readonly name: string | undefined;
  readonly expression: Expression;
}

export function call(frame: Frame, expression: Site['expression']): Value {
  const { callee } = expression;
  const receiver = callee.kind === 'member' ? evaluate(frame, callee.object) : undefined;
  const called = callee.kind === 'member' && receiver ? memberValue(frame, receiver, callee) : evaluate(frame, callee);
  const given = expression.arguments.map(({ value, spread, name }): Given => {
    const own = evaluate(frame, value);
    return { value: spread ? memberOf(own, '[]') : own, name, expression: value };
  });
  const text = textOf(callee);
  const site: Site = {
    frame,
    expression,
    text,
    name: text.slice(text.lastIndexOf('.') + 1),
    symbol: called.symbol,
    callee: called,
    receiver,
    arguments: given,
  };
  if (called.symbol === 'yield') return yieldTo(frame, site);
  const { calls } = frame.machine;
  calls.set(expression, (calls.get(expression) ?? true) && isOther(site));
  checkSinks(site);
  const cloud = cloudCallOf(site);
  if (cloud) noteWrite(site, cloud);
  noteBody(site, cloud);
  checkObject(site, cloud);
  checkKept(site);
  const own = projectResult(site);
  return own ?? libraryResult(site, cloud);
}

/** What a generator gives is one of the items of what it returns. */
function yieldTo(frame: Frame, { arguments: given, expression }: Site): Value {
  const items = settled(frame, given[0]?.value ?? nothing);
  frame.run.exits.push({ state: frame.state, value: { taints: [], items }, at: expression.at });
  return nothing;
}

/** True for a call that is certainly none of a cloud's client: of the project, of another library, of what comes with an event. */
function isOther({ symbol, callee, receiver }: Site): boolean {
  if (symbol !== undefined) return !isCloudSdk(symbol);
  if (callee.closures !== undefined || callee.classes !== undefined) return true;
  return (
    receiver !== undefined &&
    (receiver.taints.length > 0 || receiver.items !== undefined || receiver.constant !== undefined)
  );
}

/** What functions and classes of the project give back; undefined if none is called. */
function projectResult(site: Site): Value | undefined {
  const { frame, callee, arguments: given } = site;
  if (callee.classes === undefined && callee.closures === undefined) return undefined;
  const values = given.filter(({ name }) => name === undefined).map(({ value }) => value);
  const named = new Map(given.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const])));
  const classes = callee.classes ?? [];
  if (classes.length > 0) return classes.map((one) => instance(frame, one, { values, named })).reduce(join, nothing);
  const closures = callee.closures ?? [];
  if (closures.length === 0) return undefined;
  return closures.map((closure) => invoke(frame, closure, { values, named, as: 'call' })).reduce(join, nothing);
}

/** Runs what is passed to a function that is not of the project, once: its own calls count. */
export function runCallbacks({ frame, arguments: given }: Site, values: readonly Value[] = []): Value {
  const results = given
    .flatMap(({ value }) => closuresIn(value))
    .map((closure: Closure) => invoke(frame, closure, { values, as: 'callback' }));
  return results.reduce(join, nothing);
}

/** A name or a chain of names as it is written; what is called or computed on the way is left out. */
function textOf(expression: Expression, depth = 0): string {
  if (depth > 8) return '';
  switch (expression.kind) {
    case 'variable':
      return expression.variable.name;
    case 'global':
      return expression.name;
    case 'imported':
      return expression.name === '*' || expression.name === 'default' ? expression.module : expression.name;
    case 'member': {
      const object = textOf(expression.object, depth + 1);
      return object === '' ? expression.name : `${object}.${expression.name}`;
    }
    case 'call':
      return `${textOf(expression.callee, depth + 1)}()`;
    default:
      return '';
  }
}
