import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Argument, Call, Expression } from '../syntax/expression.js';
import { partsOf, type Read, spanOf, textOf } from './nodes.js';

export function readCall(source: Source, node: SyntaxNode, read: Read): Call {
  const [callee, list] = partsOf(node);
  return { kind: 'call', callee: read(callee), args: readArguments(source, list, read), at: spanOf(source, node) };
}

/** The arguments between parentheses; a generator may stand there without its own. */
export function readArguments(source: Source, list: SyntaxNode | undefined, read: Read): readonly Argument[] {
  if (list === undefined) return [];
  const given = list.type === 'argument_list' ? partsOf(list) : [list];
  return given.map((part) => readArgument(source, part, read));
}

function readArgument(source: Source, node: SyntaxNode, read: Read): Argument {
  const at = spanOf(source, node);
  const [first, second] = partsOf(node);
  switch (node.type) {
    case 'keyword_argument': {
      const nameAt = spanOf(source, first ?? node);
      return { kind: 'keyword', name: textOf(source, first), nameAt, value: read(second), at };
    }
    case 'list_splat':
      return { kind: 'spread', value: read(first), at };
    case 'dictionary_splat':
      return { kind: 'keywords', value: read(first), at };
    default:
      return { kind: 'positional', value: read(node), at };
  }
}

/** `print "text"` and `exec "text"` of Python 2 are calls. */
export function readOldCall(source: Source, node: SyntaxNode, read: Read): Expression {
  const at = spanOf(source, node);
  const [word] = node.children;
  const callee = { kind: 'name', name: textOf(source, word), at: spanOf(source, word ?? node) } as const;
  const given = partsOf(node).filter(({ type }) => type !== 'chevron');
  return { kind: 'call', callee, args: given.map((part) => readArgument(source, part, read)), at };
}
