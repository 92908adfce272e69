import type { Span } from '../../../../model/span.js';
import type { Source } from '../../../../notation/source.js';

/** One argument of an attribute: `Route = "orders"`, `databaseName: "shop"`, `"get"`. */
export interface AttributeArgument {
  readonly name: string | undefined;
  readonly text: string;
  readonly at: Span;
}

/** `[HttpTrigger(…)]` of C#, or `@HttpTrigger(…)` of Java. */
export interface Attribute {
  readonly name: string;
  readonly at: Span;
  readonly args: readonly AttributeArgument[];
}

/** Attributes of one file, at most. */
const mostAttributes = 2000;

/** Longer lists of arguments are not read. */
const longestArguments = 4000;

const opening = /(?:\[\s{0,40}(?:return:\s{0,9})?|@)(?:[A-Za-z_]\w{0,60}\.){0,8}([A-Za-z_]\w{0,60})\s{0,9}([(\]])/g;

/** The attributes or annotations in a file, in order. Comments and texts hold none. */
export function attributesIn(source: Source): readonly Attribute[] {
  const code = withoutTexts(source.text);
  const found: Attribute[] = [];
  for (const match of code.matchAll(opening)) {
    const [whole, name = '', sign] = match;
    const end = match.index + whole.length;
    const start = match.index + whole.lastIndexOf(name);
    const at = { path: source.path, start, end: start + name.length };
    const args = sign === '(' ? argumentsAt(source, code, end) : [];
    found.push({ name: name.replace(/Attribute$/, ''), at, args });
    if (found.length >= mostAttributes) break;
  }
  return found;
}

/** From behind the opening bracket to the closing one, cut at the commas between. */
function argumentsAt({ text, path }: Source, code: string, from: number): readonly AttributeArgument[] {
  const args: AttributeArgument[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < Math.min(code.length, from + longestArguments); at += 1) {
    const sign = code[at] ?? '';
    if ('([{'.includes(sign)) depth += 1;
    if ((sign === ',' && depth === 0) || (')]}'.includes(sign) && depth === 0)) {
      args.push(...argumentIn(text, path, start, at));
      start = at + 1;
      if (sign !== ',') return args;
    }
    if (')]}'.includes(sign)) depth -= 1;
  }
  return [];
}

/** Comments before an argument are no part of it. */
const comments = /^(?:\s+|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)+/;

function argumentIn(text: string, path: string, from: number, end: number): readonly AttributeArgument[] {
  const start = from + (comments.exec(text.slice(from, end))?.[0].length ?? 0);
  const written = text.slice(start, end);
  const named = /^\s*([A-Za-z_]\w{0,60})\s*(?:=(?!=)|:(?!:))\s*/.exec(written);
  const before = named?.[0].length ?? written.length - written.trimStart().length;
  const value = written.slice(before).trimEnd();
  if (value === '') return [];
  return [{ name: named?.[1], text: value, at: { path, start: start + before, end: start + before + value.length } }];
}

const text = /\/\/[^\n]*|\/\*|"""|@\$?"|\$@"|"|'/g;

/** The same text with blanks for all that stands in comments and between quotation marks. */
function withoutTexts(written: string): string {
  const pieces: string[] = [];
  let from = 0;
  text.lastIndex = 0;
  for (let match = text.exec(written); match !== null; match = text.exec(written)) {
    const [sign] = match;
    const end = Math.max(endOf(written, sign, match.index), match.index + sign.length);
    const isComment = sign.startsWith('/');
    const inside = written.slice(match.index, end);
    pieces.push(
      written.slice(from, match.index),
      isComment ? blank(inside) : `"${blank(inside.slice(2))}"`.slice(0, inside.length),
    );
    from = end;
    text.lastIndex = end;
  }
  return pieces.join('') + written.slice(from);
}

function blank(inside: string): string {
  return ' '.repeat(inside.length);
}

function endOf(written: string, sign: string, start: number): number {
  const behind = (mark: string): number => {
    const found = written.indexOf(mark, start + sign.length);
    return found === -1 ? written.length : found + mark.length;
  };
  if (sign.startsWith('//')) return start + sign.length;
  if (sign === '/*') return behind('*/');
  if (sign === '"""') return behind('"""');
  const isVerbatim = sign.includes('@');
  const mark = sign === "'" ? "'" : '"';
  for (let at = start + sign.length; at < written.length; at += 1) {
    const letter = written[at];
    if (letter === '\\' && !isVerbatim) at += 1;
    else if (letter === mark && isVerbatim && written[at + 1] === mark) at += 1;
    else if (letter === mark || (letter === '\n' && !isVerbatim)) return at + 1;
  }
  return written.length;
}
