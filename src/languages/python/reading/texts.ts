import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Expression, FormattedText, Literal } from '../syntax/expression.js';
import { partsOf, type Read, spanOf, textOf } from './nodes.js';

/** A text between quotes, or several that stand beside each other. */
export function readText(source: Source, node: SyntaxNode, read: Read): Literal | FormattedText {
  const at = spanOf(source, node);
  const strings = node.type === 'concatenated_string' ? partsOf(node) : [node];
  const parts = strings.flatMap((string) => partsOfText(source, string, read));
  const isWhole = parts.every((part) => typeof part === 'string');
  if (!isWhole) return { kind: 'formatted', parts, at };
  const isBytes = /b/i.test(prefixOf(source, strings[0]));
  return { kind: 'literal', value: parts.join(''), ...(isBytes && { isBytes }), at };
}

/** `rb` of `rb"..."`. */
function prefixOf(source: Source, string: SyntaxNode | undefined): string {
  return /^[a-z]*/i.exec(textOf(source, string?.children[0]))?.[0] ?? '';
}

function partsOfText(source: Source, string: SyntaxNode, read: Read): readonly (string | Expression)[] {
  const isRaw = /r/i.test(prefixOf(source, string));
  return partsOf(string).flatMap((part): readonly (string | Expression)[] => {
    if (part.type === 'string_content') return [contentOf(source, part, isRaw)];
    return part.type === 'interpolation' ? readInterpolation(part, read) : [];
  });
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
