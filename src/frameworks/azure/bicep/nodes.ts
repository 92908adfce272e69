import type { Span } from '../../../model/span.js';
import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';

export function spanOf({ path }: Source, { start, end }: SyntaxNode): Span {
  return { path, start, end };
}

/** The named parts of a node that are not comments. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ named, type }) => named && type !== 'comment' && type !== 'diagnostic_comment');
}

export function textOfNode({ text }: Source, { start, end }: SyntaxNode): string {
  return text.slice(start, end);
}
