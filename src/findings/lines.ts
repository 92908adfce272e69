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
