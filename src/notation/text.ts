import type { Notice } from '../findings/notice.js';

/** The longest text that is read; longer files are said, not judged. */
export const longestText = 5_000_000;

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

export interface Line {
  readonly text: string;
  readonly start: number;
  /** 1-based. */
  readonly number: number;
}

/** What editors put before a text to say that it is UTF-8. */
const mark = '\uFEFF';

/** The lines of a text without their line ends and byte order mark. */
export function* linesOf(text: string): Generator<Line> {
  let number = 0;
  for (let start = text.startsWith(mark) ? 1 : 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const last = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    number += 1;
    yield { text: text.slice(start, last), start, number };
    if (newline === -1) return;
    start = newline + 1;
  }
}

/** A notice that part of a file was not judged. */
export function unread(path: string, line: number, message: string): Notice {
  return { path, line, message, kind: 'unread' };
}

const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: .{0,300})?\r?$/gm;

/** The text with merge-conflict markers blanked, so that all offsets stay; each conflict is told. */
export function withoutConflicts(
  path: string,
  text: string,
): { readonly text: string; readonly notices: readonly Notice[] } {
  const first = text.startsWith('<<<<<<<') ? 0 : text.indexOf('\n<<<<<<<');
  if (first === -1) return { text, notices: [] };
  const notices: Notice[] = [];
  const blanked = text.replace(conflict, (found, offset: number) => {
    if (found.startsWith('<')) {
      const message = 'A merge conflict is left here; both sides were judged. Resolve it and install again.';
      notices.push(unread(path, lineAt(text, offset + 1), message));
    }
    return ' '.repeat(found.length);
  });
  return { text: blanked, notices: notices.slice(0, 20) };
}
