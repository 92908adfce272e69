import type { Finding, Position } from '../findings/finding.js';
import { indexLines, type LineIndex, positionOf } from '../findings/lines.js';
import { editableText, type Sources } from '../findings/sources.js';

/** An edit by lines and columns: from 1, end column exclusive. */
export interface PlacedEdit {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** The edits of fixes with their places in the files as they are; each file's lines are counted once. */
export function editPlacer({ texts }: { readonly texts: Sources }): (finding: Finding) => readonly PlacedEdit[] {
  const lines = new Map<string, LineIndex>();
  return ({ fix }) =>
    (fix?.edits ?? []).map(({ path, start, end, text }) => {
      const index = lines.get(path) ?? indexLines(editableText(path, texts) ?? '');
      lines.set(path, index);
      return { path, start: positionOf(index, start), end: positionOf(index, end), text };
    });
}

/** The edits of each file, in the order of the first. */
export function editsByFile(edits: readonly PlacedEdit[]): readonly (readonly [string, readonly PlacedEdit[]])[] {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return paths.map((path) => [path, edits.filter((edit) => edit.path === path)]);
}
