import type { LineRange } from '../diff/patch.js';
import { applyEdits, collide } from '../findings/edits.js';
import { indexLines, type LineIndex, lineText, positionOf } from '../findings/lines.js';
import type { Edit } from '../model/span.js';

/** Whole lines of the head and what they become; no lines: they are deleted. */
export interface Replacement {
  readonly range: LineRange;
  readonly lines: readonly string[];
}

/** The lines that edits of one file touch. Undefined when there are none, or several files. */
export function editedLines(text: string, edits: readonly Edit[]): LineRange | undefined {
  const [first] = edits;
  if (first === undefined || edits.some(({ path }) => path !== first.path)) return undefined;
  const index = indexLines(text);
  const ranges = edits.map((edit) => linesOfEdit(index, edit));
  return {
    first: Math.min(...ranges.map((range) => range.first)),
    last: Math.max(...ranges.map((range) => range.last)),
  };
}

/**
 * What `range` becomes when the edits are applied, as a suggestion needs it: whole lines. Undefined when an edit reaches
 * beyond the range, edits collide, nothing changes, or the result would swallow the line after.
 */
export function replaceLines(text: string, range: LineRange, edits: readonly Edit[]): Replacement | undefined {
  const { starts } = indexLines(text);
  const from = starts[range.first - 1];
  const to = starts[range.last] ?? text.length;
  if (from === undefined || range.last > starts.length || edits.length === 0 || collide(edits)) return undefined;
  if (edits.some(({ start, end }) => start < from || end > to)) return undefined;
  const before = text.slice(from, to);
  const after = applyEdits(
    before,
    edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from })),
  );
  if (after === before) return undefined;
  if (after !== '' && before.endsWith('\n') && !after.endsWith('\n')) return undefined;
  const lines = after === '' ? [] : after.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.some((line) => line.includes('\r')) ? undefined : { range, lines };
}

/** The edits as removed and written lines, for reading: each run of touched lines once. */
export function renderDiff(text: string, edits: readonly Edit[]): string | undefined {
  if (edits.length === 0 || collide(edits)) return undefined;
  const index = indexLines(text);
  const chunks = joined(edits.map((edit) => ({ range: linesOfEdit(index, edit), edits: [edit] })));
  const shown = chunks.map(({ range, edits: own }) => {
    const replaced = replaceLines(text, range, own);
    if (replaced === undefined) return undefined;
    const old = Array.from({ length: range.last - range.first + 1 }, (_, at) => lineText(index, range.first + at));
    return diffLines(old, replaced.lines, range.first);
  });
  return shown.includes(undefined) ? undefined : shown.join('\n');
}

/** The lines that one edit touches. Lines inserted before a line belong to the one above it. */
function linesOfEdit(index: LineIndex, { start, end, text }: Edit): LineRange {
  const first = positionOf(index, start);
  const last = end > start ? positionOf(index, end - 1).line : first.line;
  const isAbove = start === end && first.column === 1 && first.line > 1 && text.endsWith('\n');
  if (isAbove) return { first: first.line - 1, last: first.line - 1 };
  return { first: first.line, last };
}

interface Chunk {
  readonly range: LineRange;
  readonly edits: readonly Edit[];
}

function joined(chunks: readonly Chunk[]): readonly Chunk[] {
  const sorted = [...chunks].sort((a, b) => a.range.first - b.range.first);
  const result: Chunk[] = [];
  for (const chunk of sorted) {
    const previous = result.at(-1);
    if (previous === undefined || chunk.range.first > previous.range.last) {
      result.push(chunk);
      continue;
    }
    const last = Math.max(previous.range.last, chunk.range.last);
    result.splice(-1, 1, {
      range: { first: previous.range.first, last },
      edits: [...previous.edits, ...chunk.edits],
    });
  }
  return result;
}

/** Removed and written lines with those kept at both ends as context. */
function diffLines(old: readonly string[], written: readonly string[], first: number): string {
  const most = Math.min(old.length, written.length);
  let head = 0;
  while (head < most && old[head] === written[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === written.at(-1 - tail)) tail += 1;
  return [
    `@@ line ${first} @@`,
    ...old.slice(0, head).map((line) => ` ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...written.slice(head, written.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail).map((line) => ` ${line}`),
  ].join('\n');
}
