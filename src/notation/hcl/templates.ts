import type { SyntaxNode } from '../tree-sitter/syntax-tree.js';
import type { Expression, TemplateExpression, TemplatePart } from './expression.js';
import type { Lower } from './lower.js';
import { conditionText, type PlacedSource, placeOf, spanOf } from './places.js';
import { type NodeToken, type TemplateText, type TemplateToken, templateTokens } from './template-tokens.js';

/** A quoted text or a heredoc; one without parts in it is a literal. */
export function templateOf(source: PlacedSource, node: SyntaxNode, lower: Lower): Expression {
  const at = spanOf(source, node);
  if (node.type === 'template_expr') return { ...lower(node.children[0]), at };
  const heredoc = node.type === 'heredoc_template';
  const whole = heredoc ? heredocText(source, node) : quotedText(source, node);
  const parts = partsFrom(templateTokens(whole), { source, lower });
  if (parts === undefined) return { kind: 'broken', at, because: 'not valid' };
  const texts = parts.flatMap((part) => (part.kind === 'text' ? part.text : []));
  if (texts.length < parts.length || (heredoc && parts.length > 0)) return { kind: 'template', at, parts, heredoc };
  return { kind: 'literal', at, value: texts.join('') };
}

function quotedText(source: PlacedSource, node: SyntaxNode): TemplateText {
  const { children } = node;
  const start = children.find(({ type }) => type === 'quoted_template_start')?.end ?? node.start;
  const end = children.find(({ type }) => type === 'quoted_template_end')?.start ?? node.end;
  return { source, node, start, end: Math.max(start, end), heredoc: false, flush: false };
}

/** From the line after the marker to the line of the closing one. */
function heredocText(source: PlacedSource, node: SyntaxNode): TemplateText {
  const { text } = source;
  const [marker, opening] = node.children;
  const start = text.indexOf('\n', opening?.end ?? node.start) + 1 || node.end;
  const closing = node.children.at(-1)?.start ?? node.end;
  const end = Math.max(start, text.lastIndexOf('\n', closing - 1) + 1);
  const flush = marker !== undefined && text.slice(marker.start, marker.end) === '<<-';
  return { source, node, start, end, heredoc: true, flush };
}

interface Lowering {
  readonly source: PlacedSource;
  readonly lower: Lower;
}

/** What stands inside a directive that was not closed yet. */
interface Frame {
  readonly opening: NodeToken | undefined;
  readonly before: readonly TemplatePart[] | undefined;
  readonly parts: TemplatePart[];
}

/** The tree of a template's pieces; undefined when its directives do not pair up. */
function partsFrom(tokens: readonly TemplateToken[], lowering: Lowering): readonly TemplatePart[] | undefined {
  const frames: Frame[] = [{ opening: undefined, before: undefined, parts: [] }];
  for (const token of tokens) {
    const frame = frames.at(-1);
    if (frame === undefined) return undefined;
    if (token.kind === 'text' || token.kind === 'value') frame.parts.push(plainPart(token, lowering));
    else if (token.kind === 'if' || token.kind === 'for') {
      frames.push({ opening: token, before: undefined, parts: [] });
    } else if (token.kind === 'else') {
      frames.pop();
      frames.push({ opening: frame.opening, before: frame.parts, parts: [] });
    } else {
      frames.pop();
      const part = closedPart(frame, token, lowering);
      if (part === undefined) return undefined;
      frames.at(-1)?.parts.push(part);
    }
  }
  const [root, ...unclosed] = frames;
  return unclosed.length === 0 ? root?.parts : undefined;
}

function plainPart(token: TemplateToken, { source, lower }: Lowering): TemplatePart {
  const place = placeOf(source, token.start, token.end);
  if (token.kind === 'text') return { kind: 'text', text: token.text, ...place };
  return { kind: 'value', value: lower(expressionIn(token.node)), ...place };
}

/** A directive is what expressions can say too: a choice between two texts, or the texts of a loop in a row. */
function closedPart(frame: Frame, end: NodeToken, { source, lower }: Lowering): TemplatePart | undefined {
  const { opening, before, parts } = frame;
  if (opening === undefined || `end${opening.kind}` !== end.kind) return undefined;
  const span = { start: opening.start, end: end.end };
  const at = spanOf(source, span);
  const written = expressionIn(opening.node);
  const place = placeOf(source, span.start, span.end);
  const textOf = (inner: readonly TemplatePart[]): TemplateExpression => {
    return { kind: 'template', at, parts: inner, heredoc: false };
  };
  if (opening.kind === 'if') {
    const text = conditionText(source, written);
    const [yes, no] = [textOf(before ?? parts), textOf(before === undefined ? [] : parts)];
    return { kind: 'value', value: { kind: 'conditional', at, condition: lower(written), yes, no, text }, ...place };
  }
  const names = opening.node.children.flatMap(({ type, start, end: to }) =>
    type === 'identifier' ? source.text.slice(start, to) : [],
  );
  const loop = { kind: 'for', at, names, source: lower(written), key: undefined, value: textOf(parts) } as const;
  const rounds = [{ kind: 'literal', at, value: '' } as const, { ...loop, condition: undefined, grouped: false }];
  return { kind: 'value', value: { kind: 'call', at, name: 'join', arguments: rounds, spread: false }, ...place };
}

function expressionIn({ children }: SyntaxNode): SyntaxNode | undefined {
  return children.find(({ type }) => type === 'expression');
}
