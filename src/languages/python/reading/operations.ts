import type { Expression, Slice } from '../syntax/expression.js';
import { type Reading, tokensOf } from './nodes.js';

/** What is computed of other values by signs and words. */
export function readOperation(reading: Reading): Expression | undefined {
  const { node, parts, at, read } = reading;
  const [first, second, third] = parts;
  switch (node.type) {
    case 'binary_operator':
    case 'boolean_operator':
    case 'comparison_operator':
    case 'not_operator':
      return { kind: 'operation', operators: tokensOf(node), operands: parts.map(read), at };
    case 'unary_operator':
      return readUnary(reading);
    case 'conditional_expression':
      return { kind: 'conditional', test: read(second), yes: read(first), no: read(third), at };
    case 'slice':
      return readSlice(reading);
    default:
      return undefined;
  }
}

/** `-1` is a number. */
function readUnary({ node, parts, at, read }: Reading): Expression {
  const operators = tokensOf(node);
  const operand = read(parts[0]);
  const isNegative = operators[0] === '-' && operand.kind === 'literal' && typeof operand.value === 'number';
  if (isNegative) return { kind: 'literal', value: -Number(operand.value), at };
  return { kind: 'operation', operators, operands: [operand], at };
}

function readSlice({ node, at, read }: Reading): Slice {
  const parts: [Expression?, Expression?, Expression?] = [];
  let place = 0;
  for (const child of node.children) {
    if (child.type === ':') place += 1;
    else if (child.named) parts[place] = read(child);
  }
  const [from, to, step] = parts;
  return { kind: 'slice', from, to, step, at };
}
