import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression, Slice } from '../syntax/expression.js';
import { partsOf, type Read, spanOf, tokensOf } from './nodes.js';

/** What is computed of other values by signs and words. */
export function readOperation(source: Source, node: SyntaxNode, read: Read): Expression | undefined {
  const at = spanOf(source, node);
  const [first, second, third] = partsOf(node);
  switch (node.type) {
    case 'binary_operator':
    case 'boolean_operator':
    case 'comparison_operator':
    case 'not_operator':
      return { kind: 'operation', operators: tokensOf(node), operands: partsOf(node).map(read), at };
    case 'unary_operator':
      return readUnary(source, node, read);
    case 'conditional_expression':
      return { kind: 'conditional', test: read(second), yes: read(first), no: read(third), at };
    case 'slice':
      return readSlice(source, node, read);
    default:
      return undefined;
  }
}

/** `-1` is a number. */
function readUnary(source: Source, node: SyntaxNode, read: Read): Expression {
  const at = spanOf(source, node);
  const operators = tokensOf(node);
  const operand = read(partsOf(node)[0]);
  const isNegative = operators[0] === '-' && operand.kind === 'literal' && typeof operand.value === 'number';
  if (isNegative) return { kind: 'literal', value: -Number(operand.value), at };
  return { kind: 'operation', operators, operands: [operand], at };
}

function readSlice(source: Source, node: SyntaxNode, read: Read): Slice {
  const parts: [Expression?, Expression?, Expression?] = [];
  let place = 0;
  for (const child of node.children) {
    if (child.type === ':') place += 1;
    else if (child.named && child.type !== 'comment') parts[place] = read(child);
  }
  const [from, to, step] = parts;
  return { kind: 'slice', from, to, step, at: spanOf(source, node) };
}
