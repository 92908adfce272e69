import type { SyntaxNode } from '../../reading/syntax-tree.js';
import type { Expression, TemplatePart } from './expression.js';
import type { Lower } from './expressions.js';
import { markersUnescaped, unescaped } from './literals.js';
import { type PlacedSource, placeOf, spanOf } from './places.js';

/** A quoted text or a heredoc; one without parts in it is a literal. */
export function templateOf(source: PlacedSource, node: SyntaxNode, lower: Lower): Expression {
  const at = spanOf(source, node);
  if (node.type === 'template_expr') return { ...lower(node.children[0]), at };
  const heredoc = node.type === 'heredoc_template';
  const range = heredoc ? heredocRange(source, node) : quotedRange(node);
  const parts = partsOf({ source, node, range, heredoc }, lower);
  const texts = parts.flatMap((part) => (part.kind === 'text' ? part.text : []));
  if (texts.length < parts.length || (heredoc && parts.length > 0)) return { kind: 'template', at, parts, heredoc };
  return { kind: 'literal', at, value: texts.join('') };
}

interface Range {
  readonly start: number;
  readonly end: number;
  /** Spaces that `<<-` takes from every line. */
  readonly indentation: number;
}

interface Text {
  readonly source: PlacedSource;
  readonly node: SyntaxNode;
  readonly range: Range;
  readonly heredoc: boolean;
}

function quotedRange({ start, end, children }: SyntaxNode): Range {
  const from = children.find(({ type }) => type === 'quoted_template_start')?.end ?? start;
  const to = children.find(({ type }) => type === 'quoted_template_end')?.start ?? end;
  return { start: from, end: Math.max(from, to), indentation: 0 };
}

/** From the line after the marker to the line of the closing one. */
function heredocRange({ text }: PlacedSource, { start, end, children }: SyntaxNode): Range {
  const [marker, opening] = children;
  const from = text.indexOf('\n', opening?.end ?? start) + 1 || end;
  const closing = children.at(-1)?.start ?? end;
  const to = Math.max(from, text.lastIndexOf('\n', closing - 1) + 1);
  const strips = marker !== undefined && text.slice(marker.start, marker.end) === '<<-';
  return { start: from, end: to, indentation: strips ? indentationOf(text.slice(from, to)) : 0 };
}

function indentationOf(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') least = Math.min(least, line.length - line.trimStart().length);
  }
  return Number.isFinite(least) ? least : 0;
}

/** Text stands in the gaps: the grammar leaves out the space around it. */
function partsOf(whole: Text, lower: Lower): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let { start } = whole.range;
  const addText = (end: number) => {
    if (end > start) parts.push(textPart(whole, start, end));
  };
  for (const child of whole.node.children) {
    if (child.type !== 'template_interpolation' && child.type !== 'template_directive') continue;
    addText(child.start);
    parts.push(partOf(whole.source, child, lower));
    start = child.end;
  }
  addText(whole.range.end);
  return parts;
}

function textPart({ source, range, heredoc }: Text, start: number, end: number): TemplatePart {
  const written = source.text.slice(start, end);
  const text = heredoc ? markersUnescaped(unindented(written, range, start)) : unescaped(written);
  return { kind: 'text', text, ...placeOf(source, start, end) };
}

function unindented(text: string, { indentation, start }: Range, from: number): string {
  if (indentation === 0) return text;
  const lines = text.split('\n');
  return lines
    .map((line, index) => (index === 0 && from !== start ? line : line.slice(Math.min(indentation, spaces(line)))))
    .join('\n');
}

function spaces(line: string): number {
  return line.length - line.trimStart().length;
}

function partOf(source: PlacedSource, node: SyntaxNode, lower: Lower): TemplatePart {
  const place = placeOf(source, node.start, node.end);
  const value = node.children.find(({ type }) => type === 'expression');
  if (node.type === 'template_directive' || value === undefined) return { kind: 'directive', ...place };
  return { kind: 'value', value: lower(value), ...place };
}
