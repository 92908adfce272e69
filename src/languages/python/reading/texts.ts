import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression, FormattedText, Literal } from '../syntax/expression.js';
import { partsOf, type Read, type Reading, textOf } from './nodes.js';

/** A text between quotes, or several that stand beside each other. */
export function readText({ source, node, parts: inner, at, read }: Reading): Literal | FormattedText {
  const strings = node.type === 'concatenated_string' ? inner : [node];
  const parts = strings.flatMap((string) => partsOfText(source, string, read));
  const isWhole = parts.every((part) => typeof part === 'string');
  if (!isWhole) return { kind: 'formatted', parts, at };
  const value = parts.join('');
  return /b/i.test(prefixOf(source, strings[0] ?? node))
    ? { kind: 'literal', value, isBytes: true, at }
    : { kind: 'literal', value, at };
}

/** `rb` of `rb"..."`. */
function prefixOf({ text }: Source, string: SyntaxNode): string {
  return /^[a-z]*/i.exec(text.slice(string.start, string.start + 3))?.[0] ?? '';
}

function partsOfText(source: Source, string: SyntaxNode, read: Read): readonly (string | Expression)[] {
  if (string.children.length === 0) return [betweenQuotes(textOf(source, string))];
  const isRaw = /r/i.test(prefixOf(source, string));
  const parts: (string | Expression)[] = [];
  for (const part of string.children) {
    if (part.type === 'string_content') parts.push(contentOf(source, part, isRaw));
    else if (part.type === 'interpolation') parts.push(...readInterpolation(part, read));
  }
  return parts;
}

/** What stands in a text that is written without escapes. */
function betweenQuotes(written: string): string {
  const [opening = written, quotes = ''] = /^[a-z]*('''|"""|'|")/i.exec(written) ?? [];
  return written.slice(opening.length, written.length - quotes.length);
}

/** `{value}`; a format may hold values of its own: `{value:{width}}`. */
function readInterpolation(node: SyntaxNode, read: Read): readonly Expression[] {
  const [value, ...rest] = partsOf(node);
  const formats = rest.filter(({ type }) => type === 'format_specifier');
  const inFormats = formats.flatMap(partsOf).flatMap((format) => partsOf(format).slice(0, 1));
  return [value, ...inFormats].map(read);
}

function contentOf(source: Source, node: SyntaxNode, isRaw: boolean): string {
  let text = '';
  let offset = node.start;
  for (const part of node.children) {
    if (isRaw && part.type === 'escape_sequence') continue;
    text += source.text.slice(offset, part.start) + meaningOf(textOf(source, part));
    offset = part.end;
  }
  return text + source.text.slice(offset, node.end);
}

const letters: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\n', ''],
  ['\r\n', ''],
]);

/** `\n`, `\x41`, `\101`, `\u0041`; `{{` in a formatted text. Other characters after a backslash stay with it. */
function meaningOf(written: string): string {
  if (written === '{{' || written === '}}') return written.slice(1);
  const escaped = written.slice(1);
  const code = /^[xuU]([\da-f]+)$/i.exec(escaped)?.[1];
  if (code !== undefined) return characterOf(Number.parseInt(code, 16)) ?? written;
  if (/^[0-7]{1,3}$/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8));
  return letters.get(escaped) ?? (/^[\\'"]$/.test(escaped) ? escaped : written);
}

function characterOf(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
