import type { Argument, Expression } from '../form.js';
import { noteLooked } from '../sinks/bodies.js';
import { noteAsked } from '../sinks/lasting.js';
import { noteOriginTest } from '../sinks/origins.js';
import { checkInnerPage, reportSettings } from '../sinks/settings.js';
import { checkComparison } from '../sinks/tokens.js';
import { assign } from './assigning.js';
import { evaluate } from './evaluate.js';
import { applyClearings, both, impliedBy, impliesNothing, negated, oneOf, testOf } from './guards.js';
import { join } from './joining.js';
import { asTest, type Frame, inBranch } from './machine.js';
import { memberOf } from './members.js';
import { settled } from './settling.js';
import { allTaints, mergedTaints, shaped } from './taints.js';
import { nothing, type Value } from './value.js';

/** What expressions give that are put together of others. */
export function composed(frame: Frame, expression: Expression): Value {
  switch (expression.kind) {
    case 'text':
      return textValue(expression.parts.map((part) => evaluate(frame, part)));
    case 'object':
      return objectValue(frame, expression);
    case 'list': {
      const items = expression.items.map((item) => itemValue(frame, item));
      const fields = new Map(items.map((item, index) => [String(index), item]));
      const isSpread = expression.items.some(({ spread }) => spread);
      return { taints: [], items: items.reduce(join, nothing), ...(!isSpread && items.length <= 10 && { fields }) };
    }
    case 'choice':
      return choice(frame, expression);
    case 'all':
    case 'any':
      return operands(frame, expression);
    case 'not':
      return negated(evaluate(frame, expression.operand));
    case 'compare':
      return compared(frame, expression);
    case 'assignment': {
      noteAsked(frame, expression.value);
      const value = evaluate(frame, expression.value);
      assign(frame, expression.target, value);
      return value;
    }
    case 'computed':
    case 'unknown': {
      const inside = expression.kind === 'computed' ? expression.operands : expression.inside;
      const values = inside.map((one) => evaluate(frame, one));
      return expression.kind === 'unknown' ? { taints: values.flatMap(allTaints).slice(0, 4) } : nothing;
    }
    default:
      return nothing;
  }
}

function itemValue(frame: Frame, { value, spread }: Argument): Value {
  const given = evaluate(frame, value);
  return spread ? memberOf(given, '[]') : given;
}

/** A text carries what its parts carry, as text. */
export function textValue(parts: readonly Value[]): Value {
  const constants = parts.map(({ constant }) => constant);
  if (constants.every((one) => typeof one === 'string' || typeof one === 'number'))
    return { taints: [], constant: constants.join('') };
  let taints: Value['taints'] = [];
  for (const part of parts)
    taints = mergedTaints(
      taints,
      allTaints(part).map((taint) => shaped(taint, 'text')),
    );
  const pieces = parts.flatMap((part): readonly (string | Value)[] => {
    if (typeof part.constant === 'string' || typeof part.constant === 'number') return [String(part.constant)];
    return part.pieces ?? [part];
  });
  return { taints, pieces: pieces.slice(0, 40) };
}

/** Names of one object that are kept apart, at most: of more, each may be any. */
const mostFields = 300;

function objectValue(frame: Frame, expression: Extract<Expression, { kind: 'object' }>): Value {
  const fields = new Map<string, Value>();
  let taints: Value['taints'] = [];
  let items: Value | undefined;
  const add = (value: Value) => {
    items = items ? join(items, value) : value;
  };
  for (const { key, computedKey, value: given, spread } of expression.entries) {
    const entry = evaluate(frame, given);
    if (computedKey) evaluate(frame, computedKey);
    if (key !== undefined && fields.size < mostFields) fields.set(key, entry);
    else if (!spread) add(entry);
    else {
      taints = mergedTaints(taints, entry.taints);
      addFields(fields, entry);
      if (entry.items) add(entry.items);
    }
  }
  const value: Value = { taints, fields, ...(items && { items }) };
  reportSettings(frame, expression, value);
  checkInnerPage(frame, { at: expression.at, value });
  return value;
}

function addFields(fields: Map<string, Value>, { fields: given }: Value): void {
  for (const [name, field] of given ?? []) if (fields.size < mostFields) fields.set(name, field);
}

function choice(frame: Frame, { test, options }: Extract<Expression, { kind: 'choice' }>): Value {
  const implied = test ? impliedBy(asTest(frame.machine, () => evaluate(frame, test))) : impliesNothing;
  const values = options.map((option, index) => {
    const inside = inBranch(frame);
    applyClearings(inside.state, index === 0 ? implied.whenTrue : implied.whenFalse);
    return settled(inside, evaluate(inside, option));
  });
  const [only] = values;
  return values.length === 1 && only ? only : values.reduce(join, nothing);
}

/** `a && b`, `a || b`: as a test, and as a value. The next one is reached only if those before hold, or do not. */
function operands(frame: Frame, { kind, operands: all }: Extract<Expression, { kind: 'all' | 'any' }>): Value {
  const [first, ...rest] = all;
  let value = first ? evaluate(frame, first) : nothing;
  const inside = inBranch(frame);
  for (const operand of rest) {
    const { whenTrue, whenFalse } = impliedBy(value);
    applyClearings(inside.state, kind === 'all' ? whenTrue : whenFalse);
    const next = settled(inside, evaluate(inside, operand));
    const implies = (kind === 'all' ? both : oneOf)(impliedBy(value), impliedBy(next));
    value = { ...(kind === 'all' ? next : join(value, next)), implies };
  }
  return value;
}

/** Equal to what is fixed, or one of a list that is: nothing of the caller's choice is left. */
function compared(frame: Frame, expression: Extract<Expression, { kind: 'compare' }>): Value {
  const { operator, left, right } = expression;
  const first = evaluate(frame, left);
  const second = evaluate(frame, right);
  if (operator === 'in' || operator === 'not in') noteLooked(frame, second, 'whole');
  else checkComparison(frame, expression.at, [first, second]);
  const tested = allTaints(first).length > 0 ? first : second;
  const against = tested === first ? second : first;
  if (against.constant !== null && against.symbol !== 'undefined') noteOriginTest(frame, [tested]);
  const isFixed = allTaints(against).length === 0 && against.constant !== null && against.constant !== '';
  if (!isFixed || left.kind === 'computed' || right.kind === 'computed') return nothing;
  const test = testOf(tested, isTypeof(left) || isTypeof(right) ? 'shape' : 'all');
  return operator === '==' || operator === 'in' ? test : negated(test);
}

/** `typeof x` compared with the name of a type. */
function isTypeof(expression: Expression): boolean {
  return expression.kind === 'call' && expression.callee.kind === 'global' && expression.callee.name === 'typeof';
}
