import type { Span } from '../../../model/span.js';
import { isNull, type Value } from '../../../model/value.js';
import { isTrue, numberOf, plainOf, scalar, sureness, unknownValue } from './values.js';

/** What an operator makes of its operands. */
export function operate(operator: string, operands: readonly Value[], at: Span): Value {
  const [left, right] = operands;
  if (left === undefined) return unknownValue(at, 'not valid');
  const result = right === undefined ? unary(operator, left) : binary(operator, left, right);
  return result === undefined ? unknownValue(at, reasonOf(operands)) : scalar(result, at, sureness(left, right));
}

function reasonOf(operands: readonly Value[]): string {
  return operands.find((operand) => operand.kind === 'unknown')?.because ?? 'computed';
}

function unary(operator: string, value: Value): number | boolean | undefined {
  if (operator === '!') {
    const truth = isTrue(value);
    return truth === undefined ? undefined : !truth;
  }
  const number = numberOf(value);
  return number === undefined ? undefined : -number;
}

type Result = number | boolean | undefined;

function binary(operator: string, left: Value, right: Value): Result {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return negated(equal(left, right));
    case '&&':
      return conjunction(isTrue(left), isTrue(right));
    case '||':
      return negated(conjunction(negated(isTrue(left)), negated(isTrue(right))));
    default:
      return arithmetic(operator, numberOf(left), numberOf(right));
  }
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function conjunction(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === false || right === false) return false;
  return left === undefined || right === undefined ? undefined : true;
}

/** Known for scalars; anything that is written out is not null. */
function equal(left: Value, right: Value): boolean | undefined {
  if (isNull(left) || isNull(right)) return isNull(left) && isNull(right) ? true : distinctFromNull(left, right);
  if ([left, right].every(isEmpty)) return left.kind === right.kind;
  if (isEmpty(left) || isEmpty(right)) return [left, right].some((side) => side.kind === 'unknown') ? undefined : false;
  const [one, other] = [plainOf(left), plainOf(right)];
  return one === undefined || other === undefined ? undefined : one === other;
}

function isEmpty(value: Value): boolean {
  if (value.kind === 'list') return value.items.length === 0 && !value.open;
  return value.kind === 'map' && value.entries.length === 0 && !value.open;
}

function distinctFromNull(left: Value, right: Value): boolean | undefined {
  const other = isNull(left) ? right : left;
  return other.kind === 'unknown' || other.kind === 'pattern' ? undefined : false;
}

/** Terraform reckons in decimals: `0.1 + 0.2` is `0.3`. */
function decimal(result: number): number {
  return Number(result.toPrecision(15));
}

function arithmetic(operator: string, left: number | undefined, right: number | undefined): Result {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case '+':
      return decimal(left + right);
    case '-':
      return decimal(left - right);
    case '*':
      return decimal(left * right);
    case '/':
      return right === 0 ? undefined : left / right;
    case '%':
      return right === 0 ? undefined : left % right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}
