import type { Operation } from '../../languages/python/syntax/expression.js';
import type { Expression } from '../form.js';

const comparisons: ReadonlyMap<string, '==' | '!=' | 'in' | 'not in'> = new Map([
  ['==', '=='],
  ['is', '=='],
  ['!=', '!='],
  ['is not', '!='],
  ['in', 'in'],
  ['not in', 'not in'],
]);

/** What operators say of operands that are lowered. */
export function operationOf({ operators, at }: Operation, operands: readonly Expression[]): Expression {
  const [operator = ''] = operators;
  const [left, right] = operands;
  if (operator === 'and') return { kind: 'all', operands, at };
  if (operator === 'or') return { kind: 'any', operands, at };
  if (operator === 'not' && left) return { kind: 'not', operand: left, at };
  if (operator === '+' && right) return { kind: 'text', parts: operands, at };
  if (operator === '%' && left && right) return formatted(left, right, at);
  if (operator === '/' && left && right) {
    const callee: Expression = { kind: 'global', name: 'operator.truediv', at };
    const given = [left, right].map((value) => ({ value, spread: false }));
    return { kind: 'call', callee, arguments: given, creates: false, at };
  }
  const comparison = comparisons.get(operator);
  if (comparison && left && right && operands.length === 2)
    return { kind: 'compare', operator: comparison, left, right, at };
  return { kind: 'computed', operands, at };
}

/** `"... %s ..." % value`: what stands before the first place, and all values. */
function formatted(left: Expression, right: Expression, at: Expression['at']): Expression {
  const text = left.kind === 'constant' && typeof left.value === 'string' ? left.value : undefined;
  if (text === undefined)
    return left.kind === 'text'
      ? { kind: 'text', parts: [left, right], at }
      : { kind: 'computed', operands: [left, right], at };
  const place = text.indexOf('%');
  const values = right.kind === 'list' ? right.items.map(({ value }) => value) : [right];
  const before: Expression = { ...left, kind: 'constant', value: place === -1 ? text : text.slice(0, place) };
  const after: Expression = { ...left, kind: 'constant', value: place === -1 ? '' : text.slice(place + 2) };
  return { kind: 'text', parts: [before, ...values, after], at };
}
