import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Block, Case, For, Handler, If, Match, Statement, Try, While, With } from '../syntax/statement.js';
import type { BlockReader } from './block-reader.js';
import { readPatterns } from './match-patterns.js';
import { partOf, partsOf, readSeveral, spanOf } from './nodes.js';

/** Statements with blocks in them that are carried out under a condition, again, or under guard. */
export function readCompound(reader: BlockReader, node: SyntaxNode): Statement | undefined {
  switch (node.type) {
    case 'if_statement':
      return readIf(reader, node);
    case 'for_statement':
      return readFor(reader, node);
    case 'while_statement':
      return readWhile(reader, node);
    case 'with_statement':
      return readWith(reader, node);
    case 'try_statement':
      return readTry(reader, node);
    case 'match_statement':
      return readMatch(reader, node);
    default:
      return undefined;
  }
}

/** The block that stands in a clause of a statement: `else`, `finally`. */
function blockOf({ readBlock }: BlockReader, node: SyntaxNode, clause: string): Block {
  return readBlock(partOf(partOf(node, clause), 'block'));
}

function readIf(reader: BlockReader, node: SyntaxNode): If {
  const { source, read, readBlock } = reader;
  const clauses = [node, ...partsOf(node).filter(({ type }) => type === 'elif_clause')];
  return {
    kind: 'if',
    branches: clauses.map((clause) => ({ test: read(partsOf(clause)[0]), body: readBlock(partOf(clause, 'block')) })),
    otherwise: blockOf(reader, node, 'else_clause'),
    at: spanOf(source, node),
  };
}

function readFor(reader: BlockReader, node: SyntaxNode): For {
  const { source, read, readBlock } = reader;
  const [target, iterable] = partsOf(node);
  return {
    kind: 'for',
    target: read(target),
    iterable: read(iterable),
    body: readBlock(partOf(node, 'block')),
    otherwise: blockOf(reader, node, 'else_clause'),
    at: spanOf(source, node),
  };
}

function readWhile(reader: BlockReader, node: SyntaxNode): While {
  const { source, read, readBlock } = reader;
  return {
    kind: 'while',
    test: read(partsOf(node)[0]),
    body: readBlock(partOf(node, 'block')),
    otherwise: blockOf(reader, node, 'else_clause'),
    at: spanOf(source, node),
  };
}

function readWith(reader: BlockReader, node: SyntaxNode): With {
  const { source, readBlock } = reader;
  const items = partsOf(partOf(node, 'with_clause')).map((item) => readNamed(reader, partsOf(item)[0]));
  return { kind: 'with', items, body: readBlock(partOf(node, 'block')), at: spanOf(source, node) };
}

/** `value as target`. */
function readNamed({ read }: BlockReader, node: SyntaxNode | undefined): With['items'][number] {
  if (node?.type !== 'as_pattern') return { value: read(node), target: undefined };
  const [value, target] = partsOf(node);
  return { value: read(value), target: target && read(target) };
}

function readTry(reader: BlockReader, node: SyntaxNode): Try {
  const { source, readBlock } = reader;
  const handlers = partsOf(node).filter(({ type }) => /^except(?:_group)?_clause$/.test(type));
  return {
    kind: 'try',
    body: readBlock(partOf(node, 'block')),
    handlers: handlers.map((handler) => readHandler(reader, handler)),
    otherwise: blockOf(reader, node, 'else_clause'),
    atLast: blockOf(reader, node, 'finally_clause'),
    at: spanOf(source, node),
  };
}

function readHandler(reader: BlockReader, node: SyntaxNode): Handler {
  const body = reader.readBlock(partOf(node, 'block'));
  const [named, alias] = partsOf(node).filter(({ type }) => type !== 'block');
  if (named === undefined) return { caught: undefined, target: undefined, body };
  const { value, target } = readNamed(reader, named);
  return { caught: value, target: target ?? (alias && reader.read(alias)), body };
}

function readMatch(reader: BlockReader, node: SyntaxNode): Match {
  const { source, read } = reader;
  const subjects = partsOf(node).filter(({ type }) => type !== 'block');
  const clauses = partsOf(partOf(node, 'block')).filter(({ type }) => type === 'case_clause');
  return {
    kind: 'match',
    subject: readSeveral(source, subjects, read),
    cases: clauses.map((clause) => readCase(reader, clause)),
    at: spanOf(source, node),
  };
}

function readCase({ source, depth, read, readBlock }: BlockReader, node: SyntaxNode): Case {
  const patterns = partsOf(node).filter(({ type }) => type === 'case_pattern');
  const guard = partOf(node, 'if_clause');
  return {
    pattern: readPatterns(source, patterns, depth + 1),
    guard: guard && read(partsOf(guard)[0]),
    body: readBlock(partOf(node, 'block')),
    at: spanOf(source, node),
  };
}
