import type { Span } from '../../../model/span.js';
import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression } from '../syntax/expression.js';

/** Reads an expression that stands in another. */
export type Read = (node: SyntaxNode | undefined) => Expression;

/** A node with what all that reads it asks of it. */
export interface Reading {
  readonly source: Source;
  readonly node: SyntaxNode;
  /** The named parts of the node. */
  readonly parts: readonly SyntaxNode[];
  readonly at: Span;
  readonly read: Read;
}

export function spanOf({ path }: Source, { start, end }: Pick<SyntaxNode, 'start' | 'end'>): Span {
  return { path, start, end };
}

export function textOf({ text }: Source, node: SyntaxNode | undefined): string {
  return node === undefined ? '' : text.slice(node.start, node.end);
}

const none: readonly SyntaxNode[] = [];

function isNamed({ named }: SyntaxNode): boolean {
  return named;
}

/** The named parts of a node. */
export function partsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (node === undefined) return none;
  return node.children.every(isNamed) ? node.children : node.children.filter(isNamed);
}

/** The first part of a type. */
export function partOf(node: SyntaxNode | undefined, type: string): SyntaxNode | undefined {
  return node?.children.find((child) => child.type === type);
}

/** The words and signs of a node itself. */
export function tokensOf(node: SyntaxNode): readonly string[] {
  return node.children.flatMap(({ named, type }) => (named ? [] : [type]));
}

/** One part is itself; several, between commas, are a tuple. */
export function readSeveral(source: Source, parts: readonly SyntaxNode[], read: Read): Expression {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || first === last) return read(first);
  return { kind: 'tuple', items: parts.map(read), at: spanOf(source, { start: first.start, end: last.end }) };
}
