import type { Json, JsonObject } from '../json/node.js';

/** A place in a text that moves as values are read. */
export interface Cursor {
  readonly text: string;
  at: number;
}

/** Thrown while one statement is read, caught around that statement. */
export class TomlMistake extends Error {}

const deepest = 100;

/** Moves over spaces and comments, and over line ends too if asked. */
export function skipBlank(cursor: Cursor, lines: boolean): void {
  for (; cursor.at < cursor.text.length; cursor.at += 1) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code === 35) {
      const newline = cursor.text.indexOf('\n', cursor.at);
      cursor.at = newline === -1 ? cursor.text.length : newline;
      if (!lines || newline === -1) return;
    } else if (code === 10 ? !lines : code !== 32 && code !== 9 && code !== 13) return;
  }
}

/** Moves to the start of the next line. */
export function skipLine(cursor: Cursor): void {
  const newline = cursor.text.indexOf('\n', cursor.at);
  cursor.at = newline === -1 ? cursor.text.length : newline + 1;
}

export interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A dotted key. */
export function readKeys(cursor: Cursor): readonly Key[] {
  const keys: Key[] = [];
  for (;;) {
    keys.push(readKey(cursor));
    if (keys.length > deepest) throw new TomlMistake();
    skipBlank(cursor, false);
    if (cursor.text[cursor.at] !== '.') return keys;
    cursor.at += 1;
    skipBlank(cursor, false);
  }
}

const bareKey = /[A-Za-z0-9_-]{1,300}/y;

function readKey(cursor: Cursor): Key {
  const start = cursor.at;
  const first = cursor.text[start];
  if (first === '"' || first === "'") {
    const name = readString(cursor);
    return { name, start: start + 1, end: cursor.at - 1 };
  }
  bareKey.lastIndex = start;
  const found = bareKey.exec(cursor.text);
  if (found === null) throw new TomlMistake();
  cursor.at += found[0].length;
  return { name: found[0], start, end: cursor.at };
}

/** Any value; arrays and inline tables to a bounded depth. */
export function readValue(cursor: Cursor, depth: number): Json {
  if (depth > deepest) throw new TomlMistake();
  const start = cursor.at;
  const first = cursor.text[start];
  if (first === '"' || first === "'") {
    const value = readString(cursor);
    return { kind: 'scalar', start, end: cursor.at, value };
  }
  if (first === '[') return readArray(cursor, depth);
  if (first === '{') return readInlineTable(cursor, depth);
  return readBare(cursor);
}

const bareValue = /[^\s,\]}#]{1,200}(?: \d\d:[\d:.+Z-]{1,40})?/y;

function readBare(cursor: Cursor): Json {
  const start = cursor.at;
  bareValue.lastIndex = start;
  const found = bareValue.exec(cursor.text)?.[0];
  if (found === undefined) throw new TomlMistake();
  cursor.at += found.length;
  const value = found === 'true' ? true : found === 'false' ? false : numberOf(found);
  return { kind: 'scalar', start, end: cursor.at, value };
}

function numberOf(text: string): number | string {
  const number = Number(text.replaceAll('_', ''));
  return Number.isNaN(number) ? text : number;
}

function readArray(cursor: Cursor, depth: number): Json {
  const start = cursor.at;
  const items: Json[] = [];
  cursor.at += 1;
  for (;;) {
    skipBlank(cursor, true);
    if (cursor.text[cursor.at] === ']') break;
    items.push(readValue(cursor, depth + 1));
    skipBlank(cursor, true);
    if (cursor.text[cursor.at] === ',') cursor.at += 1;
    else if (cursor.text[cursor.at] !== ']') throw new TomlMistake();
  }
  cursor.at += 1;
  return { kind: 'array', start, end: cursor.at, items };
}

function readInlineTable(cursor: Cursor, depth: number): Json {
  const table: JsonObject = { kind: 'object', start: cursor.at, end: cursor.at, entries: new Map() };
  cursor.at += 1;
  for (;;) {
    skipBlank(cursor, true);
    if (cursor.text[cursor.at] === '}') break;
    readInlinePair(table, cursor, depth);
    skipBlank(cursor, true);
    if (cursor.text[cursor.at] === ',') cursor.at += 1;
    else if (cursor.text[cursor.at] !== '}') throw new TomlMistake();
  }
  cursor.at += 1;
  table.end = cursor.at;
  return table;
}

function readInlinePair(table: JsonObject, cursor: Cursor, depth: number): void {
  const keys = readKeys(cursor);
  skipBlank(cursor, false);
  if (cursor.text[cursor.at] !== '=') throw new TomlMistake();
  cursor.at += 1;
  skipBlank(cursor, false);
  const value = readValue(cursor, depth + 1);
  const { start, end } = keys[0] ?? { start: cursor.at, end: cursor.at };
  const name = keys.map((key) => key.name).join('.');
  table.entries.set(name, { keyStart: start, keyEnd: end, value });
}

function readString(cursor: Cursor): string {
  const { text, at } = cursor;
  const quote = text[at] ?? '';
  const many = text.startsWith(quote.repeat(3), at);
  const from = at + (many ? 3 : 1);
  const end = endOfString(text, from, many ? quote.repeat(3) : quote);
  cursor.at = end + (many ? 3 : 1);
  const inside = text.slice(from, end);
  return quote === '"' && inside.includes('\\') ? unescaped(inside) : inside;
}

function endOfString(text: string, from: number, close: string): number {
  const escapes = close[0] === '"';
  for (let at = from; at < text.length; at += 1) {
    if (escapes && text.charCodeAt(at) === 92) at += 1;
    else if (text.startsWith(close, at)) return at;
    else if (close.length === 1 && text.charCodeAt(at) === 10) break;
  }
  throw new TomlMistake();
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, unicode: string | undefined, plain: string | undefined) =>
    unicode === undefined
      ? (escapes.get(plain ?? '') ?? plain ?? '')
      : String.fromCharCode(Number.parseInt(unicode, 16)),
  );
}
