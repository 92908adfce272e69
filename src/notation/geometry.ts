import type { Span } from '../model/span.js';
import type { MapEntry, MapValue, Value } from '../model/value.js';
import type { Layout } from './source.js';

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at === -1) return text.length;
  return text[at - 1] === '\r' && at > offset ? at - 1 : at;
}

/** Where the next line begins, or the end of the text. */
export function nextLineStart(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at + 1;
}

/** How far an offset stands from the beginning of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The white space a line begins with. */
export function leadOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.path === inner.path && outer.start <= inner.start && inner.end <= outer.end;
}

/** True if a value may be edited where it stands: it is written in this text and used nowhere else. */
export function isEditable({ source, shared }: Layout, { at, origin }: Value): boolean {
  if (origin !== undefined || at.path !== source.path) return false;
  return !shared.some((span) => contains(span, at));
}

const own = new WeakMap<MapValue, readonly MapEntry[]>();

/** Entries that stand in the map itself, not merged into it from elsewhere, in the order of the text. */
export function ownEntries(map: MapValue): readonly MapEntry[] {
  const known = own.get(map);
  if (known !== undefined) return known;
  const entries = map.entries
    .filter(({ keyAt, value }) => value.origin === undefined && contains(map.at, keyAt))
    .toSorted((a, b) => a.keyAt.start - b.keyAt.start);
  own.set(map, entries);
  return entries;
}

/** The span of an entry: its key and its value. */
export function entrySpan({ keyAt, value }: MapEntry): Span {
  return { ...keyAt, end: Math.max(keyAt.end, value.at.path === keyAt.path ? value.at.end : 0) };
}

/** The width of the first indented line, or two. */
export function indentationOf(text: string): number {
  const found = /\n( +)[^\s#]/.exec(text.slice(0, 20_000))?.[1]?.length;
  return found === undefined || found > 8 ? 2 : found;
}
