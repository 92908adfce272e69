import type * as python from '../../../../languages/python/syntax/expression.js';
import { type Expression, oneOfTwo, opaque } from '../../program/expression.js';
import { camel } from '../../program/spelling.js';
import { callOf } from './calls.js';
import { dictionaryOf } from './properties.js';
import type { Lowering } from './walk.js';

/** An expression of Python. What has no meaning without running it is opaque. */
export function lower(lowering: Lowering, expression: python.Expression): Expression {
  const { at } = expression;
  switch (expression.kind) {
    case 'literal':
      return expression.value === undefined ? opaque(at, 'computed') : { kind: 'literal', value: expression.value, at };
    case 'formatted':
      return { kind: 'text', parts: expression.parts.map((part) => lowerPart(lowering, part)), at };
    case 'name':
      return { kind: 'name', name: expression.name === 'self' ? 'this' : expression.name, scope: lowering.scope, at };
    case 'attribute':
      return { kind: 'member', of: lower(lowering, expression.of), name: camel(expression.name), at };
    case 'call':
      return lowerCall(lowering, expression);
    case 'list':
    case 'tuple':
      return lowerItems(lowering, expression);
    case 'dictionary':
      return lowerDictionary(lowering, expression);
    case 'await':
      return lower(lowering, expression.value);
    case 'unread':
      return opaque(at, expression.because === 'nested too deeply' ? expression.because : 'computed');
    default:
      return lowerOperation(lowering, expression);
  }
}

function lowerPart(lowering: Lowering, part: string | python.Expression): string | Expression {
  return typeof part === 'string' ? part : lower(lowering, part);
}

function lowerItems(lowering: Lowering, { items, at }: python.Sequence): Expression {
  const whole = items.filter(({ kind }) => kind !== 'starred');
  return { kind: 'list', at, open: whole.length < items.length, items: whole.map((item) => lower(lowering, item)) };
}

function lowerCall(lowering: Lowering, call: python.Call): Expression {
  const given = call.args.map((argument) => ({ argument, value: lower(lowering, argument.value) }));
  return callOf(lowering, call, lower(lowering, call.callee), given);
}

function lowerDictionary(lowering: Lowering, { entries, at }: python.Dictionary): Expression {
  const lowered = entries.map((entry) => ({
    key: entry.key && lower(lowering, entry.key),
    value: lower(lowering, entry.value),
    at: entry.at,
  }));
  return dictionaryOf(lowered, at);
}

function lowerOperation(lowering: Lowering, expression: python.Expression): Expression {
  const { at } = expression;
  if (expression.kind === 'conditional') {
    const { test, yes, no } = expression;
    const words = lowering.source.text.slice(test.at.start, test.at.end).slice(0, 60);
    return oneOfTwo(words, { yes: lower(lowering, yes), no: lower(lowering, no), at });
  }
  const isText = expression.kind === 'operation' && expression.operands.length === 2 && expression.operators[0] === '+';
  if (!isText) return opaque(at, 'computed');
  return { kind: 'text', at, parts: expression.operands.map((operand) => lower(lowering, operand)) };
}
