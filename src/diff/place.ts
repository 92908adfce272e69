import type { Place } from '../findings/finding.js';
import type { Block, LineRange, Patch } from './patch.js';

/**
 * Where a finding on these lines may be shown. `comment`: its first line was written by the change and the whole range
 * (or at least that line) lies in one hunk; `annotate`: the lines are in the diff as context; `summary`: outside of it.
 */
export function place(lines: LineRange, patch: Patch | undefined, side: 'left' | 'right' = 'right'): Place {
  const hunk = patch?.hunks.find((candidate) => contains(sideOf(candidate, side), lines.first));
  if (hunk === undefined) return 'summary';
  if (hunk.blocks.some((block) => isChanged(block, lines.first, side))) return 'comment';
  return contains(sideOf(hunk, side), lines.last) ? 'annotate' : 'summary';
}

/** The lines of a range that a comment may span: cut at the end of its hunk. */
export function commentable(lines: LineRange, patch: Patch | undefined, side: 'left' | 'right' = 'right'): LineRange {
  const hunk = patch?.hunks.find((candidate) => contains(sideOf(candidate, side), lines.first));
  if (hunk === undefined || contains(sideOf(hunk, side), lines.last)) return lines;
  return { first: lines.first, last: lines.first };
}

/** The line of the head where a line of the base stood: its own, or the one below what was deleted, or above at the end of the file. */
export function standIn(line: number, patch: Patch | undefined): number {
  const blocks = patch?.hunks.flatMap((hunk) => hunk.blocks.map((block) => ({ ...block, end: hunk.new.last }))) ?? [];
  const around = blocks.find((block) => isChanged(block, line, 'left'));
  if (around !== undefined) return Math.max(1, Math.min(around.newLine, around.end));
  const above = blocks.filter(({ oldLine }) => oldLine <= line);
  return Math.max(1, line + above.reduce((sum, block) => sum + growthOf(block), 0));
}

function growthOf({ deleted, written }: Block): number {
  return written.length - deleted.length;
}

function sideOf(hunk: Patch['hunks'][number], side: 'left' | 'right'): LineRange {
  return side === 'left' ? hunk.old : hunk.new;
}

function contains(range: LineRange, line: number): boolean {
  return range.first <= line && line <= range.last;
}

function isChanged(block: Patch['hunks'][number]['blocks'][number], line: number, side: 'left' | 'right'): boolean {
  const first = side === 'left' ? block.oldLine : block.newLine;
  const count = side === 'left' ? block.deleted.length : block.written.length;
  return first <= line && line < first + count;
}
