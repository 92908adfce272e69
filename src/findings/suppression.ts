import type { Span } from '../model/span.js';
import { indexLines, type LineIndex, lineText } from './lines.js';
import type { Notice } from './notice.js';

/** A comment in a file that silences a policy on its line or the next one. */
export interface CommentSuppression {
  readonly policy: string;
  readonly reason: string;
  readonly until?: string;
  /** The comment itself. */
  readonly at: Span;
  /** 1-based line that it stands on. */
  readonly writtenOn: number;
  /** 1-based line that it speaks about. */
  readonly line: number;
  /** The last line that it speaks about: the end of a text that begins there and cannot hold comments. */
  readonly lastLine: number;
}

const marker = 'postern-ignore:';
const longestComment = 500;
const onlyComment = /^\s*(#|\/\/|\/\*|\*|<!--)/;

/** Every `postern-ignore` comment of a file; those without a reason or past their date are notices and silence nothing. */
export function commentSuppressions(
  path: string,
  text: string,
  date: string,
): { readonly suppressions: readonly CommentSuppression[]; readonly notices: readonly Notice[] } {
  const suppressions: CommentSuppression[] = [];
  const notices: Notice[] = [];
  if (!text.includes(marker)) return { suppressions, notices };
  const index = indexLines(text);
  for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + marker.length)) {
    const line = lineOf(index, at);
    const written = lineText(index, line);
    const column = at - (index.starts[line - 1] ?? 0);
    const opener = /(#|\/\/|\/\*|<!--)\s*$/.exec(written.slice(0, column));
    if (opener === null) continue;
    const comment = parseComment(written.slice(column + marker.length, column + longestComment));
    const problem = comment.reason === '' ? noReason : isPast(comment.until, date) ? expired(comment.until) : undefined;
    if (problem !== undefined) notices.push({ path, line, message: problem, kind: 'settings' });
    const about = onlyComment.test(written) ? nextLine(index, line) : line;
    const span = { path, start: at, end: at + written.length - column };
    if (problem === undefined)
      suppressions.push(
        ...comment.policies.map((policy) =>
          toSuppression(policy, comment, span, { writtenOn: line, ...linesFrom(index, about) }),
        ),
      );
  }
  return { suppressions, notices };
}

const noReason = 'postern-ignore without a reason has no effect; write `postern-ignore: <policy> -- <reason>`.';

function expired(until: string | undefined): string {
  return `postern-ignore ended on ${until} and has no effect any more; remove it or give it a new date.`;
}

/** True if a suppression's last day is before `date`; both `YYYY-MM-DD`. */
export function isPast(until: string | undefined, date: string): boolean {
  return until !== undefined && until < date;
}

interface Comment {
  readonly policies: readonly string[];
  readonly reason: string;
  readonly until: string | undefined;
}

function parseComment(written: string): Comment {
  const [names = '', ...rest] = written.replace(/\s*(\*\/|-->)\s*$/, '').split('--');
  const told = rest.join('--').trim();
  const dated = /,?\s*until\s+(\d{4}-\d{2}-\d{2})\s*$/.exec(told);
  const reason = dated === null ? told : told.slice(0, dated.index).trim();
  return { policies: names.split(/[\s,]+/).filter((name) => name !== ''), reason, until: dated?.[1] };
}

function toSuppression(
  policy: string,
  { reason, until }: Comment,
  at: Span,
  lines: Pick<CommentSuppression, 'writtenOn' | 'line' | 'lastLine'>,
): CommentSuppression {
  return { policy, reason, at, ...lines, ...(until !== undefined && { until }) };
}

function lineOf(index: LineIndex, offset: number): number {
  const after = index.starts.findIndex((start) => start > offset);
  return after === -1 ? index.starts.length : after;
}

function nextLine(index: LineIndex, from: number): number {
  let line = from + 1;
  while (line < index.starts.length && onlyComment.test(lineText(index, line))) line += 1;
  return line;
}

/** A heredoc that begins on a line is spoken about as a whole. */
function linesFrom(index: LineIndex, line: number): Pick<CommentSuppression, 'line' | 'lastLine'> {
  const [, end] = /<<[-~]?\s{0,9}["']?([A-Za-z_]\w{0,99})["']?\s*$/.exec(lineText(index, line).slice(-200)) ?? [];
  if (end === undefined) return { line, lastLine: line };
  let lastLine = line + 1;
  while (lastLine < index.starts.length && lineText(index, lastLine).trim() !== end) lastLine += 1;
  return { line, lastLine };
}
