import type { SyntaxNode } from '../tree-sitter/syntax-tree.js';
import { markersUnescaped, unescaped } from './literals.js';
import type { PlacedSource } from './places.js';

/** A piece of a template, in the order of the text. Offsets are those of the parsed text. */
export type TemplateToken = TextToken | NodeToken;

export interface TextToken {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `${ ... }`, or one word of `%{ if }`, `%{ else }`, `%{ endif }`, `%{ for }`, `%{ endfor }`. */
export interface NodeToken {
  readonly kind: 'value' | 'if' | 'else' | 'endif' | 'for' | 'endfor';
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
}

const nodeKinds = new Map<string, NodeToken['kind']>([
  ['template_interpolation', 'value'],
  ['template_if_intro', 'if'],
  ['template_else_intro', 'else'],
  ['template_if_end', 'endif'],
  ['template_for_start', 'for'],
  ['template_for_end', 'endfor'],
]);
const containers: ReadonlySet<string> = new Set(['template_directive', 'template_if', 'template_for']);

/** A template in its text: what is between the quotes, or between the markers of a heredoc. */
export interface TemplateText {
  readonly source: PlacedSource;
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
  readonly heredoc: boolean;
  /** `<<-`: what all lines begin with is taken from them. */
  readonly flush: boolean;
}

/** The pieces of a template with the white space that its signs take away. Text stands in the gaps of the grammar. */
export function templateTokens(whole: TemplateText): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let { start } = whole;
  for (const token of nodesIn(whole.node)) {
    tokens.push(...textsIn(whole, start, token.start), token);
    ({ end: start } = token);
  }
  const stripped = withoutStripped([...tokens, ...textsIn(whole, start, whole.end)]);
  return joined((whole.flush ? flushed(stripped) : stripped).map((token) => meant(token, whole)));
}

function nodesIn(template: SyntaxNode): readonly NodeToken[] {
  const found: NodeToken[] = [];
  const waiting = template.children.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const kind = nodeKinds.get(node.type);
    if (kind !== undefined) found.push({ kind, node, start: node.start, end: node.end });
    else if (containers.has(node.type)) waiting.push(...node.children.toReversed());
  }
  return found;
}

/** Text between two pieces; that of a heredoc as it is written and line by line, as signs take away no more than their own line. */
function textsIn({ source, heredoc }: TemplateText, start: number, end: number): readonly TextToken[] {
  const texts: TextToken[] = [];
  for (let from = start; from < end; ) {
    const lineBreak = heredoc ? source.text.indexOf('\n', from) : -1;
    const to = lineBreak === -1 || lineBreak >= end ? end : lineBreak + 1;
    const written = source.text.slice(from, to);
    texts.push({ kind: 'text', text: heredoc ? written : unescaped(written), start: from, end: to });
    from = to;
  }
  return texts;
}

/** `~` takes white space away up to the next piece. */
function withoutStripped(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  return tokens.map((token, index) => {
    if (token.kind !== 'text') return token;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const front = isMarked(before, -2) ? token.text.length - token.text.trimStart().length : 0;
    const rest = token.text.slice(front);
    const text = isMarked(after, 1) ? rest.trimEnd() : rest;
    const isWhole = text.length === token.text.length;
    return isWhole ? token : { ...token, text, start: token.start + front, end: token.start + front + text.length };
  });
}

function isMarked(token: TemplateToken | undefined, place: number): boolean {
  return token !== undefined && token.kind !== 'text' && token.node.children.at(place)?.type === 'strip_marker';
}

/** Takes from every line the indentation that all of them have. Blank lines do not count. */
function flushed(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  const begins = tokens.map((_, index) => index === 0 || endsLine(tokens[index - 1]));
  const first = tokens.filter((token, index) => begins[index] === true && !isBlank(token));
  const least = first.reduce((sum, token) => Math.min(sum, indentationOf(token)), Number.POSITIVE_INFINITY);
  return tokens.map((token, index) => {
    if (token.kind !== 'text' || begins[index] !== true || isBlank(token)) return token;
    return { ...token, text: token.text.slice(least), start: token.start + least };
  });
}

function endsLine(token: TemplateToken | undefined): boolean {
  return token?.kind === 'text' && token.text.endsWith('\n');
}

function isBlank(token: TemplateToken): boolean {
  return token.kind === 'text' && token.text.endsWith('\n') && token.text.trim() === '';
}

function indentationOf(token: TemplateToken): number {
  return token.kind === 'text' ? token.text.length - token.text.trimStart().length : 0;
}

function meant(token: TemplateToken, { heredoc }: TemplateText): TemplateToken {
  if (token.kind !== 'text') return token;
  return heredoc ? { ...token, text: markersUnescaped(token.text) } : token;
}

/** Texts that stand side by side are one, as long as offsets stay the same; empty ones are none. */
function joined(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  const result: TemplateToken[] = [];
  let run: TextToken[] = [];
  const close = () => {
    const [first] = run;
    if (first !== undefined) {
      result.push({ ...first, text: run.map(({ text }) => text).join(''), end: run.at(-1)?.end ?? first.end });
    }
    run = [];
  };
  for (const token of tokens) {
    if (token.kind !== 'text') {
      close();
      result.push(token);
    } else if (token.text !== '') {
      const last = run.at(-1);
      if (last !== undefined && (last.end !== token.start || !isExact(last))) close();
      run.push(token);
    }
  }
  close();
  return result;
}

function isExact({ text, start, end }: TextToken): boolean {
  return text.length === end - start;
}
