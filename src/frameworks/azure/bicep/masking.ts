import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';

/**
 * The text as the grammar can read it, with every character at its place: a spread in a map becomes a property, one in a
 * list an item, types that are taken from resources are objects, lines that name extensions are blank, and so is the sign that
 * a parameter of an author's own type may be left out.
 */
export function maskBicep(text: string): string {
  const blank = text
    .replace(/^(?:extension|provider)\b[^\n{]*$/gm, (line) => ' '.repeat(line.length))
    .replace(/^param[ \t]{1,9}\w{1,99}[ \t]{1,9}\w{1,99}\?[ \t]{0,9}$/gm, (line) => line.replace('?', ' '))
    .replace(/\bresource(?:Input|Output)<'[^'\n]{0,200}'>[\w.[\]*]{0,200}\??/g, (type) => 'object'.padEnd(type.length));
  return blank.includes(spread) ? withoutSpreads(blank) : blank;
}

const spread = '...';

/** Whether an entry was a spread before; what could not be read may be one too. */
export function isSpread(text: string, { broken, start }: SyntaxNode): boolean {
  return broken || text.startsWith(spread, start) || text.startsWith(spread, start - spread.length);
}

/** What code may be inside of: brackets, and texts with code in them. */
type Around = '{' | '[' | '(' | '${';

function withoutSpreads(text: string): string {
  const pieces: string[] = [];
  const around: Around[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    if (text.startsWith(spread, at)) {
      pieces.push(text.slice(from, at), around.at(-1) === '{' ? '_: ' : '   ');
      at += spread.length;
      from = at;
    } else at = step(text, at, around);
  }
  return pieces.join('') + text.slice(from);
}

/** Goes past one character, comment or piece of text. */
function step(text: string, at: number, around: Around[]): number {
  if (text.startsWith('//', at)) return endOf(text, '\n', at);
  if (text.startsWith('/*', at)) return endOf(text, '*/', at + 2);
  if (text.startsWith("'''", at)) return endOf(text, "'''", at + 3);
  const sign = text[at];
  if (sign === "'") return textFrom(text, at + 1, around);
  if (sign === '{' || sign === '[' || sign === '(') around.push(sign);
  if (sign !== '}' && sign !== ']' && sign !== ')') return at + 1;
  return around.pop() === '${' ? textFrom(text, at + 1, around) : at + 1;
}

/** The end of a text, or the code inside it. Texts end with their line. */
function textFrom(text: string, start: number, around: Around[]): number {
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'" || sign === '\n') return at + 1;
    if (sign === '\\') at += 1;
    else if (text.startsWith('${', at)) {
      around.push('${');
      return at + 2;
    }
  }
  return text.length;
}

function endOf(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}
