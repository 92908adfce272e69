import type { Json, JsonArray, JsonObject } from './node.js';

/** What a tolerant scan of JSON gives: as much of the tree as there is, and where it first goes wrong. */
export interface JsonScan {
  readonly root: Json | undefined;
  readonly mistake: number | undefined;
  readonly tooDeep: number | undefined;
}

interface Scan {
  readonly text: string;
  at: number;
  mistake: number | undefined;
  tooDeep: number | undefined;
}

const byteOrderMark = 0xfeff;

export const deepest = 200;

/** Reads JSON with comments and trailing commas. Mistakes are stepped over; nesting is bounded. */
export function scanJson(text: string): JsonScan {
  const scan: Scan = { text, at: 0, mistake: undefined, tooDeep: undefined };
  skipBlank(scan);
  const root = scan.at < text.length ? readValue(scan, 0) : undefined;
  skipBlank(scan);
  if (scan.at < text.length || root === undefined) fail(scan);
  return { root: scan.tooDeep === undefined ? root : undefined, mistake: scan.mistake, tooDeep: scan.tooDeep };
}

function fail(scan: Scan): void {
  scan.mistake ??= scan.at;
}

function skipBlank(scan: Scan): void {
  const { text } = scan;
  for (; scan.at < text.length; scan.at += 1) {
    const code = text.charCodeAt(scan.at);
    if (code === 47) {
      if (!skipComment(scan)) return;
    } else if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== byteOrderMark) return;
  }
}

function skipComment(scan: Scan): boolean {
  const block = scan.text.startsWith('/*', scan.at);
  if (!block && !scan.text.startsWith('//', scan.at)) return false;
  const end = scan.text.indexOf(block ? '*/' : '\n', scan.at + 2);
  scan.at = end === -1 ? scan.text.length : end + (block ? 1 : 0);
  return true;
}

/** Undefined if nothing there can begin a value; the place then stays. */
function readValue(scan: Scan, depth: number): Json | undefined {
  const code = scan.text.charCodeAt(scan.at);
  if (code === 34) {
    const start = scan.at;
    const value = readString(scan);
    return { kind: 'scalar', start, end: scan.at, value };
  }
  if (code !== 123 && code !== 91) return readWord(scan);
  if (depth >= deepest) {
    scan.tooDeep ??= scan.at;
    scan.at = scan.text.length;
    return undefined;
  }
  return code === 123 ? readObject(scan, depth) : readArray(scan, depth);
}

const word = /-?\d[\d.eE+-]{0,60}|true|false|null/y;
const words = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readWord(scan: Scan): Json | undefined {
  const start = scan.at;
  word.lastIndex = start;
  const found = word.exec(scan.text)?.[0];
  if (found === undefined) return undefined;
  scan.at = start + found.length;
  const known = words.get(found);
  return { kind: 'scalar', start, end: scan.at, value: known === undefined ? Number(found) : known };
}

/** A text ends at its quote, or with its line if that is missing. */
function readString(scan: Scan): string {
  const { text } = scan;
  const start = scan.at + 1;
  let end = start;
  let escaped = false;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 34 || code === 10) break;
    if (code !== 92) continue;
    escaped = true;
    end += 1;
  }
  if (text.charCodeAt(end) !== 34) fail(scan);
  scan.at = Math.min(end + 1, text.length);
  const inside = text.slice(start, end);
  return escaped ? unescaped(inside) : inside;
}

function unescaped(inside: string): string {
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch {
    return inside;
  }
}

function readObject(scan: Scan, depth: number): JsonObject {
  const node: JsonObject = { kind: 'object', start: scan.at, end: scan.at, entries: new Map() };
  scan.at += 1;
  for (;;) {
    skipBlank(scan);
    const code = scan.text.charCodeAt(scan.at);
    if (scan.at >= scan.text.length || code === 125) break;
    if (code === 34) readEntry(scan, node, depth);
    else if (code !== 44) fail(scan);
    if (code !== 34) scan.at += 1;
  }
  return closed(scan, node);
}

function readEntry(scan: Scan, node: JsonObject, depth: number): void {
  const keyStart = scan.at;
  const key = readString(scan);
  const keyEnd = scan.at;
  skipBlank(scan);
  const value = scan.text.charCodeAt(scan.at) === 58 ? readAfterColon(scan, depth) : undefined;
  if (value !== undefined) node.entries.set(key, { keyStart, keyEnd, value });
  skipBlank(scan);
  const next = scan.text.charCodeAt(scan.at);
  if (value === undefined || (next !== 44 && next !== 125)) fail(scan);
}

function readAfterColon(scan: Scan, depth: number): Json | undefined {
  scan.at += 1;
  skipBlank(scan);
  return readValue(scan, depth + 1);
}

function readArray(scan: Scan, depth: number): JsonArray {
  const node: JsonArray = { kind: 'array', start: scan.at, end: scan.at, items: [] };
  scan.at += 1;
  for (;;) {
    skipBlank(scan);
    const code = scan.text.charCodeAt(scan.at);
    if (scan.at >= scan.text.length || code === 93 || code === 125) break;
    const item = code === 44 ? undefined : readValue(scan, depth + 1);
    if (item !== undefined) node.items.push(item);
    else scan.at += 1;
    if (item === undefined && code !== 44) fail(scan);
  }
  return closed(scan, node);
}

function closed<T extends JsonObject | JsonArray>(scan: Scan, node: T): T {
  const close = node.kind === 'object' ? 125 : 93;
  if (scan.text.charCodeAt(scan.at) === close) scan.at += 1;
  else fail(scan);
  node.end = Math.min(scan.at, scan.text.length);
  return node;
}
