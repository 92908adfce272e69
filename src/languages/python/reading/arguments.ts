import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Argument, Call, Expression } from '../syntax/expression.js';
import { partsOf, type Read, type Reading, spanOf, textOf } from './nodes.js';

export function readCall({ source, parts: [callee, list], at, read }: Reading): Call {
  return { kind: 'call', callee: read(callee), args: readArguments(source, list, read), at };
}

/** The arguments between parentheses; a generator may stand there without its own. */
export function readArguments(source: Source, list: SyntaxNode | undefined, read: Read): readonly Argument[] {
  if (list === undefined) return [];
  const given = list.type === 'argument_list' ? partsOf(list) : [list];
  return given.map((part) => readArgument(source, part, read));
}

function readArgument(source: Source, node: SyntaxNode, read: Read): Argument {
  const at = spanOf(source, node);
  switch (node.type) {
    case 'keyword_argument': {
      const [first, second] = partsOf(node);
      const nameAt = spanOf(source, first ?? node);
      return { kind: 'keyword', name: textOf(source, first), nameAt, value: read(second), at };
    }
    case 'list_splat':
      return { kind: 'spread', value: read(partsOf(node)[0]), at };
    case 'dictionary_splat':
      return { kind: 'keywords', value: read(partsOf(node)[0]), at };
    default:
      return { kind: 'positional', value: read(node), at };
  }
}

/** `print "text"` and `exec "text"` of Python 2 are calls. */
export function readOldCall({ source, node, parts, at, read }: Reading): Expression {
  const [word] = node.children;
  const callee = { kind: 'name', name: textOf(source, word), at: spanOf(source, word ?? node) } as const;
  const given = parts.filter(({ type }) => type !== 'chevron');
  return { kind: 'call', callee, args: given.map((part) => readArgument(source, part, read)), at };
}
