import type { Edit } from '../model/span.js';

/** The text of one file after its edits; the order of the edits does not matter. Equal edits count once. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of sortedEdits(edits)) {
    if (edit.start < from) throw new Error(`Edits overlap at offset ${edit.start} of ${edit.path}.`);
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** True if the edits touch the same text, so that only one of them can be applied. */
export function collide(edits: readonly Edit[]): boolean {
  const sorted = sortedEdits(edits);
  return sorted.some((edit, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.path === edit.path && next.start < edit.end;
  });
}

/** The edits by file. */
export function editsByPath(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const byPath = new Map<string, Edit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  return byPath;
}

function sortedEdits(edits: readonly Edit[]): readonly Edit[] {
  const unique = new Map(edits.map((edit) => [JSON.stringify([edit.path, edit.start, edit.end, edit.text]), edit]));
  return [...unique.values()].sort(
    (a, b) => a.path.localeCompare(b.path) || a.start - b.start || a.end - b.end || depthOf(b.text) - depthOf(a.text),
  );
}

/** How far lines that are added are indented: where several containers end, the inner ones grow first. */
function depthOf(text: string): number {
  return /^(?:\r?\n){1,9}( {0,999})/.exec(text)?.[1]?.length ?? 0;
}
