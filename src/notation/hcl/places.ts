import type { Span } from '../../model/span.js';
import type { Source } from '../source.js';
import type { SyntaxNode } from '../tree-sitter/syntax-tree.js';

/** A text that may have been put into another one to be parsed: `shift` characters stand before it. */
export interface PlacedSource extends Source {
  readonly shift?: number;
}

/** Offsets of the parsed text as offsets of the file. */
export function placeOf({ shift = 0 }: PlacedSource, start: number, end: number): Pick<Span, 'start' | 'end'> {
  return { start: Math.max(start - shift, 0), end: Math.max(end - shift, 0) };
}

/** The place of a node in its file. */
export function spanOf(source: PlacedSource, { start, end }: Pick<SyntaxNode, 'start' | 'end'>): Span {
  return { path: source.path, ...placeOf(source, start, end) };
}

/** What a node covers, as written. */
export function textOf({ text }: PlacedSource, { start, end }: SyntaxNode): string {
  return text.slice(start, end);
}

const longestCondition = 500;

/** A condition in one line, as the name of its branches; a long one by its beginning and its place. */
export function conditionText({ text }: PlacedSource, node: SyntaxNode | undefined): string {
  if (node === undefined) return '';
  const written = text.slice(node.start, Math.min(node.end, node.start + longestCondition)).replace(/\s+/g, ' ');
  return node.end - node.start > longestCondition ? `${written}... at ${node.start}` : written;
}
