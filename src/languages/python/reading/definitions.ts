import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression } from '../syntax/expression.js';
import type { ClassDefinition, FunctionDefinition } from '../syntax/statement.js';
import { readAnnotation } from './annotations.js';
import { readArguments } from './arguments.js';
import type { BlockReader } from './block-reader.js';
import { partOf, partsOf, spanOf, textOf } from './nodes.js';
import { readParameters } from './parameters.js';

/** A function or a class, with what decorates it. */
export function readDefinition(
  reader: BlockReader,
  node: SyntaxNode,
): FunctionDefinition | ClassDefinition | undefined {
  if (node.type !== 'decorated_definition') return readPlain(reader, node, []);
  const decorators = partsOf(node).filter(({ type }) => type === 'decorator');
  const definition = partsOf(node).find(({ type }) => /^(?:function|class)_definition$/.test(type));
  const said = decorators.map((decorator) => reader.read(partsOf(decorator)[0]));
  return definition && readPlain(reader, definition, said);
}

function readPlain(
  { source, read, readBlock }: BlockReader,
  node: SyntaxNode,
  decorators: readonly Expression[],
): FunctionDefinition | ClassDefinition | undefined {
  const named = partOf(node, 'identifier');
  const at = spanOf(source, node);
  const name = { name: textOf(source, named), nameAt: spanOf(source, named ?? node) };
  const body = () => readBlock(partOf(node, 'block'));
  if (node.type === 'class_definition') {
    const bases = readArguments(source, partOf(node, 'argument_list'), read);
    return { kind: 'class', ...name, bases, decorators, body: body(), at };
  }
  if (node.type !== 'function_definition') return undefined;
  const type = partOf(node, 'type');
  return {
    kind: 'function',
    ...name,
    parameters: readParameters(source, partOf(node, 'parameters'), read),
    returns: type && readAnnotation(source, type, read),
    decorators,
    body: body(),
    isAsync: partOf(node, 'async') !== undefined,
    at,
  };
}
