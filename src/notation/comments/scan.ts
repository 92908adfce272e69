import type { Lexis, Quote } from './lexis.js';

/** A piece of a text: UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text that is open, or the code inside of one, with the brackets open in it. */
interface Frame {
  readonly quote: Quote;
  brackets: number | undefined;
}

interface Scan {
  readonly text: string;
  readonly lexis: Lexis;
  readonly comments: Range[];
  readonly frames: Frame[];
  /** What decides something in code. */
  readonly signs: RegExp;
}

/** The comments of a text, by the signs of its notation: never what looks like one inside of a text. */
export function scanComments(text: string, lexis: Lexis): readonly Range[] {
  const scan: Scan = { text, lexis, comments: [], frames: [], signs: signsOf(lexis) };
  for (let at = 0; at < text.length; ) {
    const frame = scan.frames.at(-1);
    at = frame === undefined || frame.brackets !== undefined ? passCode(scan, at) : passText(scan, frame, at);
  }
  return scan.comments;
}

function signsOf({ line, blocks, quotes, heredocs, regexes }: Lexis): RegExp {
  const openers = [...blocks.map(([open]) => open), ...line, ...quotes.map(({ open }) => open)];
  const more = [...(heredocs ? ['<<'] : []), ...(regexes ? ['/'] : []), '{', '}'];
  return new RegExp(`\\\\[\\s\\S]|${[...openers, ...more].map(escaped).join('|')}`, 'g');
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Passes code up to and with the next sign that decides something. */
function passCode(scan: Scan, from: number): number {
  scan.signs.lastIndex = from;
  const found = scan.signs.exec(scan.text);
  if (found === null) return scan.text.length;
  const [sign] = found;
  const { lexis, frames } = scan;
  const quote = lexis.quotes.find(({ open }) => open === sign);
  const block = lexis.blocks.find(([open]) => open === sign);
  if (block !== undefined)
    return pushComment(scan, found.index, endAfter(scan.text, block[1], found.index + sign.length));
  if (lexis.line.includes(sign) && isAlone(scan, found.index)) {
    return pushComment(scan, found.index, endOfLine(scan.text, found.index));
  }
  if (quote !== undefined) frames.push({ quote, brackets: undefined });
  if (sign === '<<') return afterHeredoc(scan.text, found.index);
  if (sign === '/') return afterRegex(scan.text, found.index);
  if (sign === '{' || sign === '}') passBracket(frames, sign);
  return found.index + sign.length;
}

/** The code inside of a text ends with the bracket that opened it. */
function passBracket(frames: Frame[], sign: '{' | '}'): void {
  const inner = frames.at(-1);
  if (inner?.brackets === undefined) return;
  inner.brackets += sign === '{' ? 1 : -1;
  if (inner.brackets === 0) frames.pop();
}

function pushComment({ comments }: Scan, start: number, end: number): number {
  comments.push({ start, end });
  return end;
}

function isAlone({ text, lexis: { lineStands } }: Scan, at: number): boolean {
  if (lineStands === 'anywhere') return true;
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return lineStands === 'first' ? before.trim() === '' : before === '' || /\s$/.test(before);
}

/** Passes a text up to its end, to code inside of it, or to the end of a line that it may not leave. */
function passText({ text, frames }: Scan, { quote }: Frame, from: number): number {
  const { close, escape: escaping, inside = [], lines } = quote;
  const ends = [...inside, close].map(escaped);
  const next = new RegExp([...(escaping ? [escaping.source] : []), ...ends, ...(lines ? [] : ['\\n'])].join('|'), 'g');
  next.lastIndex = from;
  const found = next.exec(text);
  if (found === null) return text.length;
  const [sign] = found;
  if (inside.includes(sign)) frames.push({ quote, brackets: 1 });
  else if (sign === close || sign === '\n') frames.pop();
  return found.index + sign.length;
}

function endAfter(text: string, close: string, from: number): number {
  const at = text.indexOf(close, from);
  return at === -1 ? text.length : at + close.length;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at === -1) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}

/** A document that stands in the text: it ends with the line that holds its word alone. */
function afterHeredoc(text: string, at: number): number {
  const begin = /<<[-~]?\s{0,9}(["']?)([A-Za-z_]\w{0,99})\1/y;
  begin.lastIndex = at;
  const word = begin.exec(text)?.[2];
  if (word === undefined) return at + 2;
  const end = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'gm');
  end.lastIndex = endOfLine(text, at);
  const found = end.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

/** What a slash may follow that begins an expression; after anything else it divides. */
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%^~<>]|\b(?:return|typeof|case|in|of|do|else|await|yield|void|delete))$/;

function afterRegex(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 200), at).trimEnd();
  const body = /\/(?:[^\\/\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
  body.lastIndex = at;
  const found = beforeRegex.test(before) ? body.exec(text) : null;
  return at + (found?.[0].length ?? 1);
}
