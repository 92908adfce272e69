import type { Node } from '@babel/types';
import type { Expression } from '../form.js';
import { expressionOf } from './expressions.js';
import { type Lowering, spanOf } from './lowering.js';

/** What operators say; undefined for what is none. */
export function operationOf(lowering: Lowering, node: Node): Expression | undefined {
  const at = spanOf(lowering, node);
  const lower = (inner: Node) => expressionOf(lowering, inner);
  switch (node.type) {
    case 'LogicalExpression': {
      const operands = [lower(node.left), lower(node.right)];
      if (node.operator === '??') return { kind: 'choice', test: undefined, options: operands, at };
      return { kind: node.operator === '&&' ? 'all' : 'any', operands, at };
    }
    case 'ConditionalExpression':
      return { kind: 'choice', test: lower(node.test), options: [lower(node.consequent), lower(node.alternate)], at };
    case 'UnaryExpression':
      if (node.operator === '!') return { kind: 'not', operand: lower(node.argument), at };
      if (node.operator === 'typeof') return typeCall(lower(node.argument), at);
      return { kind: 'computed', operands: [lower(node.argument)], at };
    case 'BinaryExpression':
      return binaryOf(lowering, node);
    case 'UpdateExpression':
      return { kind: 'computed', operands: [lower(node.argument)], at };
    case 'AssignmentExpression':
      return assignmentOf(lowering, node);
    case 'SequenceExpression': {
      const [last, ...before] = node.expressions.map(lower).reverse();
      return last && { kind: 'choice', test: { kind: 'unknown', inside: before.reverse(), at }, options: [last], at };
    }
    default:
      return undefined;
  }
}

const comparisons: ReadonlyMap<string, '==' | '!='> = new Map([
  ['==', '=='],
  ['===', '=='],
  ['!=', '!='],
  ['!==', '!='],
]);

function binaryOf(lowering: Lowering, node: Extract<Node, { type: 'BinaryExpression' }>): Expression {
  const at = spanOf(lowering, node);
  const right = expressionOf(lowering, node.right);
  if (node.left.type === 'PrivateName') return { kind: 'computed', operands: [right], at };
  const left = expressionOf(lowering, node.left);
  if (node.operator === 'instanceof') return kindCall([left, right], at);
  const operator = comparisons.get(node.operator) ?? (node.operator === 'in' ? 'in' : undefined);
  return operator === undefined
    ? { kind: 'computed', operands: [left, right], at }
    : { kind: 'compare', operator, left, right, at };
}

function assignmentOf(lowering: Lowering, node: Extract<Node, { type: 'AssignmentExpression' }>): Expression {
  const at = spanOf(lowering, node);
  const target = expressionOf(lowering, node.left);
  const given = expressionOf(lowering, node.right);
  if (node.operator === '=') return { kind: 'assignment', target, value: given, at };
  if (node.operator === '+=')
    return { kind: 'assignment', target, value: { kind: 'text', parts: [target, given], at }, at };
  if (/^(?:\|\||&&|\?\?)=$/.test(node.operator))
    return { kind: 'assignment', target, value: { kind: 'choice', test: undefined, options: [target, given], at }, at };
  return { kind: 'assignment', target, value: { kind: 'computed', operands: [target, given], at }, at };
}

/** What class a value is of, as a call. */
function kindCall(values: readonly Expression[], at: Expression['at']): Expression {
  const callee: Expression = { kind: 'global', name: 'instanceof', at };
  const given = values.map((value) => ({ value, spread: false }));
  return { kind: 'call', callee, arguments: given, creates: false, at };
}

/** The type of a value, as a call. */
function typeCall(value: Expression, at: Expression['at']): Expression {
  const callee: Expression = { kind: 'global', name: 'typeof', at };
  return { kind: 'call', callee, arguments: [{ value, spread: false }], creates: false, at };
}
