import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression } from '../syntax/expression.js';
import { partsOf, type Read, readSeveral, spanOf, textOf } from './nodes.js';

/** A type is an expression as well, though the grammar has words of its own for it: `Optional[str]`, `a.B`, `A | None`. */
export function readAnnotation(source: Source, node: SyntaxNode, read: Read): Expression {
  const at = spanOf(source, node);
  const [first, second] = partsOf(node);
  const inner: Read = (part) => (part === undefined ? read(part) : readAnnotation(source, part, read));
  switch (node.type) {
    case 'type':
    case 'constrained_type':
      return inner(first);
    case 'generic_type':
      return { kind: 'subscript', of: read(first), index: readSeveral(source, partsOf(second), inner), at };
    case 'union_type':
      return { kind: 'operation', operators: ['|'], operands: partsOf(node).map(inner), at };
    case 'member_type': {
      const nameAt = spanOf(source, second ?? node);
      return { kind: 'attribute', of: inner(first), name: textOf(source, second), nameAt, at };
    }
    default:
      return read(node);
  }
}
