import type { Span } from '../../../model/span.js';
import { isNull, type Value } from '../../../model/value.js';
import { forEachCase, scalar, truthOf, unknownValue } from './expression-values.js';

type Plain = string | number | boolean | null;

/** `a == b` and the like. What is not known for both sides is unknown. */
export function operate(operator: string, operands: readonly Value[], at: Span): Value {
  const [left, right] = operands;
  if (left === undefined) return unknownValue('operator', at);
  if (left.kind === 'choice' && right?.kind !== 'choice')
    return { ...forEachCase(left, (one) => operate(operator, [one, ...operands.slice(1)], at)), at };
  if (operator === '!') return negated(left, at);
  if (operator === '-' && right === undefined)
    return left.kind === 'scalar' ? scalar(-Number(left.value), at, operands) : unknownValue('operator', at);
  if (right === undefined) return left;
  if (operator === '&&' || operator === '||') return logical(operator, left, right, at);
  if (operator === '??') return isNull(left) ? right : left;
  if (left.kind !== 'scalar' || right.kind !== 'scalar') return unknownValue('comparison of unknown values', at);
  const result = compute(operator, left.value, right.value);
  return result === undefined ? unknownValue('operator', at) : scalar(result, at, operands);
}

function negated(value: Value, at: Span): Value {
  const truth = truthOf(value);
  return truth === undefined ? unknownValue('negation of an unknown value', at) : scalar(!truth, at, [value]);
}

function logical(operator: '&&' | '||', left: Value, right: Value, at: Span): Value {
  const deciding = operator === '||';
  for (const side of [left, right]) {
    if (truthOf(side) === deciding) return scalar(deciding, at, [side]);
  }
  const both = truthOf(left) !== undefined && truthOf(right) !== undefined;
  return both ? scalar(!deciding, at, [left, right]) : unknownValue('logic of unknown values', at);
}

function compute(operator: string, left: Plain, right: Plain): Plain | undefined {
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '=~':
      return String(left).toLowerCase() === String(right).toLowerCase();
    case '!~':
      return String(left).toLowerCase() !== String(right).toLowerCase();
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return undefined;
  }
}
