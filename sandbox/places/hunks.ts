/** One line of a diff hunk. A context line has both numbers, a deleted one only the old, an added one only the new. */
export interface HunkLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
  readonly position: number;
  readonly before?: number;
  readonly after?: number;
}

export interface Hunk {
  readonly header: string;
  readonly firstBefore: number;
  readonly lines: readonly HunkLine[];
}

interface Cursor {
  before: number;
  after: number;
}

const opening = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

function hunkLine(line: string, position: number, cursor: Cursor): HunkLine | undefined {
  const sign = line.charAt(0);
  const text = line.slice(1);
  if (sign === '\\') return undefined;
  if (sign === '+') return { sign, text, position, after: cursor.after++ };
  if (sign === '-') return { sign, text, position, before: cursor.before++ };
  return { sign: ' ', text, position, before: cursor.before++, after: cursor.after++ };
}

/** The hunks of one file's patch. */
export function parseHunks(patch: string | undefined): readonly Hunk[] {
  const hunks: (Hunk & { readonly lines: HunkLine[] })[] = [];
  const cursor: Cursor = { before: 0, after: 0 };
  (patch === undefined ? [] : patch.split('\n')).forEach((line, position) => {
    const header = opening.exec(line);
    if (header !== null) {
      cursor.before = Number(header[1]);
      cursor.after = Number(header[2]);
      hunks.push({ header: line, firstBefore: cursor.before, lines: [] });
      return;
    }
    const parsed = hunkLine(line, position, cursor);
    if (parsed !== undefined) hunks.at(-1)?.lines.push(parsed);
  });
  return hunks;
}

/** Where a line of the old file is in the new one, or nothing when the change replaced it. */
export function movedLine(patch: string, line: number): number | undefined {
  let shift = 0;
  for (const hunk of parseHunks(patch)) {
    const first = hunk.lines.find((each) => each.before !== undefined)?.before ?? hunk.firstBefore + 1;
    if (line < first) return line + shift;
    const hit = hunk.lines.find((each) => each.before === line);
    if (hit !== undefined) return hit.after;
    shift += hunk.lines.filter((each) => each.sign === '+').length;
    shift -= hunk.lines.filter((each) => each.sign === '-').length;
  }
  return line + shift;
}
