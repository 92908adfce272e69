import { parsePatch, structuredPatch } from 'diff';

/** One run of changed lines: what was deleted from the base and what was written in the head at that place. */
export interface Block {
  /** 1-based lines of the base, `deleted` of them from `oldLine`. */
  readonly oldLine: number;
  readonly deleted: readonly string[];
  /** 1-based lines of the head, `written` of them from `newLine`. */
  readonly newLine: number;
  readonly written: readonly string[];
}

/** One file's diff as GitHub shows it. */
export interface Patch {
  readonly hunks: readonly Hunk[];
}

/** A patch and where its file stood before. */
export interface FilePatch {
  readonly patch: Patch;
  readonly basePath: string;
}

/** The patches of a change, by the file's path on either side. */
export type Patches = ReadonlyMap<string, FilePatch>;

export interface Hunk {
  readonly old: LineRange;
  readonly new: LineRange;
  readonly blocks: readonly Block[];
}

/** 1-based, inclusive; empty when last < first. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

type ParsedHunk = ReturnType<typeof structuredPatch>['hunks'][number];

/** Reads a patch as GitHub lists it: it begins with `@@`. Undefined when it is not one. */
export function parseFilePatch(text: string): Patch | undefined {
  try {
    const hunks = parsePatch(text)[0]?.hunks ?? [];
    return { hunks: hunks.map(toHunk) };
  } catch {
    return undefined;
  }
}

/** Milliseconds after which two texts count as wholly different. */
const patience = 1000;

/** The patch between two texts, with three lines of context, as git would show it. */
export function patchBetween(base: string, head: string): Patch {
  const made = structuredPatch('a', 'b', base, head, '', '', { context: 3, timeout: patience });
  if (made !== undefined) return { hunks: made.hunks.map(toHunk) };
  const [deleted, written] = [linesOf(base), linesOf(head)];
  const block = { oldLine: 1, deleted, newLine: 1, written };
  return { hunks: [{ old: range(1, deleted.length), new: range(1, written.length), blocks: [block] }] };
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function toHunk({ oldStart, oldLines, newStart, newLines, lines }: ParsedHunk): Hunk {
  return {
    old: range(oldStart, oldLines),
    new: range(newStart, newLines),
    blocks: blocksOf(lines, oldStart, newStart),
  };
}

function range(first: number, count: number): LineRange {
  return { first, last: first + count - 1 };
}

function blocksOf(lines: readonly string[], oldStart: number, newStart: number): readonly Block[] {
  const blocks: { oldLine: number; deleted: string[]; newLine: number; written: string[] }[] = [];
  let oldLine = oldStart;
  let newLine = newStart;
  let inside = false;
  for (const line of lines) {
    const sign = line[0];
    if (sign === '\\') continue;
    if (sign === ' ') inside = false;
    else if (!inside) {
      blocks.push({ oldLine, deleted: [], newLine, written: [] });
      inside = true;
    }
    if (sign === '-') blocks.at(-1)?.deleted.push(line.slice(1));
    if (sign === '+') blocks.at(-1)?.written.push(line.slice(1));
    if (sign !== '+') oldLine += 1;
    if (sign !== '-') newLine += 1;
  }
  return blocks;
}
