import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression } from '../syntax/expression.js';
import type { Assignment, Block, Statement } from '../syntax/statement.js';
import { readAnnotation } from './annotations.js';
import type { BlockReader, BlockReading } from './block-reader.js';
import { readCompound } from './compound-statements.js';
import { readDefinition } from './definitions.js';
import { deepest, readExpression } from './expressions.js';
import { readImports } from './imports.js';
import { partOf, partsOf, type Read, type Reading, readSeveral, spanOf, textOf } from './nodes.js';

/** The statements of a module or a block. */
export function readBlock(source: Source, node: SyntaxNode | undefined, depth: number): Block {
  if (depth > deepest) return [];
  const reader: BlockReader = {
    source,
    depth,
    read: (part) => readExpression(source, part, depth + 1),
    readBlock: (block) => readBlock(source, block, depth + 1),
  };
  return partsOf(node).flatMap((part) => readStatement(reader, part) ?? []);
}

function readStatement(reader: BlockReader, node: SyntaxNode): Statement | undefined {
  const { source, depth, read, readBlock: inner } = reader;
  const reading = { source, depth, read, readBlock: inner, node, parts: partsOf(node), at: spanOf(source, node) };
  return readSimple(reading) ?? readLeaving(reading) ?? readCompound(reader, node) ?? readDefinition(reader, node);
}

function readSimple(reading: BlockReading): Statement | undefined {
  const { source, node, parts, at, read } = reading;
  switch (node.type) {
    case 'import_statement':
    case 'import_from_statement':
      return readImports(source, node);
    case 'expression_statement':
      return readStanding(reading);
    case 'print_statement':
    case 'exec_statement':
      return { kind: 'expression', value: read(node), at };
    case 'global_statement':
    case 'nonlocal_statement': {
      const kind = node.type === 'global_statement' ? 'global' : 'nonlocal';
      return { kind, names: parts.map((part) => textOf(source, part)), at };
    }
    case 'pass_statement':
      return { kind: 'pass', at };
    case 'break_statement':
      return { kind: 'break', at };
    case 'continue_statement':
      return { kind: 'continue', at };
    case 'ERROR':
      return { kind: 'unread', body: reading.readBlock(node), at };
    default:
      return undefined;
  }
}

/** Statements that leave a block, or that a wrong value leaves it by. */
function readLeaving({ source, node, parts, at, read }: Reading): Statement | undefined {
  const [first, second] = parts;
  switch (node.type) {
    case 'return_statement':
      return { kind: 'return', value: first && readSeveral(source, parts, read), at };
    case 'raise_statement': {
      const cause = partOf(node, 'from') && parts.at(-1);
      return { kind: 'raise', value: first && read(first), cause: cause && read(cause), at };
    }
    case 'assert_statement':
      return { kind: 'assert', test: read(first), message: second && read(second), at };
    case 'delete_statement': {
      const targets = first?.type === 'expression_list' ? partsOf(first) : parts;
      return { kind: 'delete', targets: targets.map(read), at };
    }
    default:
      return undefined;
  }
}

/** An expression that stands alone, or an assignment. */
function readStanding({ source, parts, at, read }: Reading): Statement {
  const [only] = parts;
  if (only?.type === 'assignment') return readAssignment(source, only, read);
  if (only?.type === 'augmented_assignment') return readAugmented(source, only, read);
  return { kind: 'expression', value: readSeveral(source, parts, read), at };
}

/** `a = b = value`: each but the last stands in the one before. */
function readAssignment(source: Source, node: SyntaxNode, read: Read): Assignment {
  const targets: Expression[] = [];
  const type = partOf(node, 'type');
  let value: SyntaxNode | undefined = node;
  while (value?.type === 'assignment') {
    const [target, given]: readonly SyntaxNode[] = partsOf(value).filter((part) => part.type !== 'type');
    targets.push(read(target));
    value = given;
  }
  return {
    kind: 'assignment',
    targets,
    value: value && read(value),
    annotation: type && readAnnotation(source, type, read),
    operator: undefined,
    at: spanOf(source, node),
  };
}

function readAugmented(source: Source, node: SyntaxNode, read: Read): Assignment {
  const [target, value] = partsOf(node);
  const sign = node.children.find(({ named, type }) => !named && type.endsWith('='));
  return {
    kind: 'assignment',
    targets: [read(target)],
    value: read(value),
    annotation: undefined,
    operator: sign?.type.slice(0, -1),
    at: spanOf(source, node),
  };
}
