import type { Files } from '../model/files.js';
import type { Position } from './finding.js';

/** Where the lines of one text begin, for turning offsets into lines and back. */
export interface LineIndex {
  readonly text: string;
  /** Offset of the first character of each line; the first is 0. */
  readonly starts: readonly number[];
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** How many lines a text has. */
export function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** 1-based line and column of an offset; offsets outside the text are moved to its ends. */
export function positionOf(index: LineIndex, offset: number): Position {
  const at = Math.min(Math.max(offset, 0), index.text.length);
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((index.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (index.starts[low] ?? 0) + 1 };
}

/** The text of a 1-based line without its line ending; empty beyond the end. */
export function lineText(index: LineIndex, line: number): string {
  const start = index.starts[line - 1];
  if (start === undefined) return '';
  const end = index.starts[line] ?? index.text.length;
  return index.text.slice(start, end).replace(/\r?\n$/, '');
}

/** The lines of files by path; undefined where there is no such file. */
export type LinesOf = (path: string) => LineIndex | undefined;

/** Line indexes of files, each made once. */
export function linesFrom(files: Files): LinesOf {
  const made = new Map<string, LineIndex>();
  return (path) => {
    const held = made.get(path);
    if (held !== undefined) return held;
    const text = files.read(path);
    if (text === undefined) return undefined;
    const index = indexLines(text);
    made.set(path, index);
    return index;
  };
}
