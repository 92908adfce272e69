import type { Span } from '../../../../model/span.js';
import type { Source } from '../../../../notation/source.js';
import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import type { Expression, Scope } from '../../program/expression.js';
import { spanOf } from '../source-span.js';

/** Where an expression stands. */
export interface Lowering {
  readonly source: Source;
  readonly scope: Scope;
  readonly depth: number;
  /** What the class around extends. */
  readonly base: Expression | undefined;
}

export function at({ source }: Lowering, node: SyntaxNode): Span {
  return spanOf(source.path, node.start, node.end);
}

export function textOf({ source }: Lowering, node: SyntaxNode | undefined): string {
  return node === undefined ? '' : source.text.slice(node.start, node.end);
}

const between = /^(?:comment|line_continuation)$/;

/** The named parts of a node; comments and line breaks between them are left out. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(({ named, type }) => named && !between.test(type));
}
