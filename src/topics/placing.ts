import type { LineRange, Patch } from '../diff/patch.js';
import { commentable } from '../diff/place.js';
import type { Placed } from '../findings/finding.js';
import { editableText } from '../findings/sources.js';
import { editedLines, replaceLines } from './suggestion.js';
import type { Diff, Topic } from './topic.js';

/** Where a comment stands. */
export type Place = Pick<Topic, 'path' | 'side' | 'range'>;

/** Longer ranges make a comment hard to see. */
const longestRange = 10;
/** A suggestion that repeats more lines than this is hard to check: it is shown as a diff of the changed lines. */
const mostLines = 20;

/** The file that a finding is told in, by its name in the head. */
export function pathIn({ side, at }: Placed, { headPath }: Diff): string {
  return side === 'left' ? headPath(at.path) : at.path;
}

/** True if GitHub takes a comment on the finding's first line. It lists no patch for very large files. */
export function canCarry(finding: Placed, diff: Diff): boolean {
  const patch = diff.patches.get(pathIn(finding, diff));
  const { side, start } = finding;
  return patch?.hunks.some((hunk) => contains(side === 'left' ? hunk.old : hunk.new, start.line)) ?? false;
}

/** Where a finding is told by itself: on its lines, together with those that its fix replaces if they are near. */
export function placeOf(finding: Placed, diff: Diff): Place {
  const { side } = finding;
  const path = pathIn(finding, diff);
  const patch = diff.patches.get(path);
  const own = { first: finding.start.line, last: finding.end.line };
  const shown = commentable(own.last - own.first >= longestRange ? { ...own, last: own.first } : own, patch, side);
  const fixed = fixedLines(finding, diff);
  if (fixed === undefined) return { path, side, range: shown };
  const both = hull(shown, fixed);
  const fits = both.last - both.first < longestRange && isInHunk(both, patch);
  return { path, side, range: fits ? both : fixed };
}

/** The lines that the finding's fix replaces, when a suggestion can say it. */
export function fixedLines({ fix, at, side }: Placed, { texts, patches }: Diff): LineRange | undefined {
  const text = editableText(at.path, texts);
  if (side === 'left' || !fix?.verified || text === undefined) return undefined;
  if (fix.edits.some(({ path }) => path !== at.path)) return undefined;
  const range = editedLines(text, fix.edits);
  if (range === undefined || !isShort(range) || !isInHunk(range, patches.get(at.path))) return undefined;
  return replaceLines(text, range, fix.edits) && range;
}

/** The lines of both, if one suggestion can replace them. */
export function joinedLines(a: LineRange, b: LineRange, patch: Patch | undefined): LineRange | undefined {
  const both = hull(a, b);
  return isShort(both) && isInHunk(both, patch) ? both : undefined;
}

function isShort({ first, last }: LineRange): boolean {
  return last - first < mostLines;
}

function isInHunk(range: LineRange, patch: Patch | undefined): boolean {
  return patch?.hunks.some(({ new: lines }) => contains(lines, range.first) && contains(lines, range.last)) ?? false;
}

function contains({ first, last }: LineRange, line: number): boolean {
  return first <= line && line <= last;
}

function hull(a: LineRange, b: LineRange): LineRange {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}
