import type { SyntaxNode } from '../tree-sitter/syntax-tree.js';
import type { Expression } from './expression.js';

/** Lowers the nodes that stand in an expression. */
export type Lower = (node: SyntaxNode | undefined) => Expression;

export function expressionsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ type, broken }) => type === 'expression' || broken);
}
