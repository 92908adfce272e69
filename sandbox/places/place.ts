import { type Hunk, type HunkLine, parseHunks } from './hunks.js';

export type Side = 'LEFT' | 'RIGHT';

/** Where an app wants a review comment to stand. */
export interface WantedPlace {
  readonly line?: number | undefined;
  readonly side?: Side | undefined;
  readonly startLine?: number | undefined;
  readonly startSide?: Side | undefined;
}

export interface Place {
  readonly line: number;
  readonly side: Side;
  readonly startLine: number | null;
  readonly startSide: Side | null;
  readonly position: number;
  readonly hunk: string;
}

export type Misplacement = 'path' | 'line' | 'start' | 'order';
export type Placement = { readonly place: Place } | { readonly misplaced: Misplacement };

function numberOn(line: HunkLine, side: Side): number | undefined {
  return side === 'LEFT' ? line.before : line.after;
}

function indexOf(hunk: Hunk, line: number, side: Side): number {
  return hunk.lines.findIndex((each) => numberOn(each, side) === line);
}

function shown(hunk: Hunk, last: number): string {
  return [hunk.header, ...hunk.lines.slice(0, last + 1).map((line) => line.sign + line.text)].join('\n');
}

function startProblem(hunk: Hunk, end: number, wanted: WantedPlace): Misplacement | undefined {
  if (wanted.startLine === undefined) return undefined;
  const side = wanted.side ?? 'RIGHT';
  const startSide = wanted.startSide ?? side;
  if (startSide === side && wanted.startLine >= (wanted.line ?? 0)) return 'order';
  const start = indexOf(hunk, wanted.startLine, startSide);
  if (start < 0) return 'start';
  return start >= end ? 'order' : undefined;
}

/**
 * Places a comment by GitHub's rule: it must stand in a hunk of the diff, context lines included,
 * and both ends of a range in the same hunk.
 */
export function placeComment(patch: string | undefined, wanted: WantedPlace): Placement {
  const { line } = wanted;
  if (line === undefined) return { misplaced: 'line' };
  const side = wanted.side ?? 'RIGHT';
  for (const hunk of parseHunks(patch)) {
    const end = indexOf(hunk, line, side);
    if (end < 0) continue;
    const misplaced = startProblem(hunk, end, wanted);
    if (misplaced !== undefined) return { misplaced };
    return {
      place: {
        line,
        side,
        startLine: wanted.startLine ?? null,
        startSide: wanted.startLine === undefined ? null : (wanted.startSide ?? side),
        position: hunk.lines[end]?.position ?? 1,
        hunk: shown(hunk, end),
      },
    };
  }
  return { misplaced: 'line' };
}
