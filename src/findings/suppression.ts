import type { Span } from '../model/span.js';
import { isDay } from './day.js';
import { indexLines, type LineIndex, lineText, positionOf } from './lines.js';
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
  /** The text of that line. */
  readonly about: string;
}

/** A file with its comments, as its syntax says where they are. */
export interface Commented {
  readonly path: string;
  readonly text: string;
  /** UTF-16 offsets, end exclusive; in their order. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** What a suppression begins with. */
export const suppressionMarker = 'postern-ignore:';
const longestComment = 500;
const lineStart = /(?:^|\n)[^\S\n]*(?:(?:#+|\/{2,}|\/\*+|\*+|<!--|;+)[^\S\n]*)?postern-ignore:/g;

interface Lines {
  readonly index: LineIndex;
  /** 1-based lines on which nothing but comments stands. */
  readonly commentOnly: ReadonlySet<number>;
}

/** Every `postern-ignore` comment of a file; those without a reason or past their date are notices and silence nothing. */
export function commentSuppressions(
  file: Commented,
  date: string,
): { readonly suppressions: readonly CommentSuppression[]; readonly notices: readonly Notice[] } {
  const suppressions: CommentSuppression[] = [];
  const notices: Notice[] = [];
  const { path, text, comments } = file;
  if (!text.includes(suppressionMarker)) return { suppressions, notices };
  const index = indexLines(text);
  const lines = { index, commentOnly: linesOfComments(comments, index) };
  for (const { start, end } of comments) {
    for (const { 0: lead, index: offset } of text.slice(start, end).matchAll(lineStart)) {
      const at = start + offset + lead.length - suppressionMarker.length;
      const writtenOn = positionOf(index, at).line;
      const comment = parseComment(firstLine(text.slice(at + suppressionMarker.length, end)));
      const problem = problemOf(comment, date);
      if (problem !== undefined) notices.push({ path, line: writtenOn, message: problem, kind: 'settings' });
      else
        suppressions.push(
          ...suppressionsOf(comment, { path, start: at, end: lineEnd(text, at, end) }, writtenOn, lines),
        );
    }
  }
  return { suppressions, notices };
}

function firstLine(text: string): string {
  return text.slice(0, longestComment).split('\n', 1)[0]?.trimEnd() ?? '';
}

function lineEnd(text: string, at: number, end: number): number {
  return at + firstLine(text.slice(at, end)).length;
}

interface Comment {
  readonly policies: readonly string[];
  readonly reason: string;
  readonly until: string | undefined;
}

function parseComment(written: string): Comment {
  const [names = '', ...rest] = written
    .trimEnd()
    .replace(/(?:\*\/|-->)$/, '')
    .split('--');
  const told = rest.join('--').trim();
  const dated = /,?\s{0,9}\buntil\s{1,9}(\d[\d-]*)\.?$/.exec(told);
  const reason = dated === null ? told : told.slice(0, dated.index).trim();
  return { policies: names.split(/[\s,]+/).filter((name) => name !== ''), reason, until: dated?.[1] };
}

/** Why a comment has no effect, if so. */
function problemOf({ policies, reason, until }: Comment, date: string): string | undefined {
  const missing = policies.length === 0 ? 'policy' : reason === '' ? 'reason' : undefined;
  if (missing !== undefined) {
    return `postern-ignore without a ${missing} has no effect; write \`postern-ignore: <policy> -- <reason>\`.`;
  }
  if (until !== undefined && !isDay(until)) {
    return `postern-ignore has no effect: there is no day ${until}. Write the date as YYYY-MM-DD.`;
  }
  if (!isPast(until, date)) return undefined;
  return `postern-ignore ended on ${until} and has no effect any more; remove it or give it a new date.`;
}

/** True if a suppression's last day is before `date`; both `YYYY-MM-DD`. */
export function isPast(until: string | undefined, date: string): boolean {
  return until !== undefined && until < date;
}

function suppressionsOf(
  { policies, reason, until }: Comment,
  at: Span,
  writtenOn: number,
  lines: Lines,
): readonly CommentSuppression[] {
  const line = lineAbout(writtenOn, lines);
  const about = { writtenOn, ...linesFrom(lines.index, line), about: lineText(lines.index, line).trim() };
  return policies.map((policy) => ({ policy, reason, at, ...about, ...(until !== undefined && { until }) }));
}

/** Its own line if more than comments stands there, otherwise the next such line. */
function lineAbout(writtenOn: number, { index, commentOnly }: Lines): number {
  let line = writtenOn;
  while (line < index.starts.length && commentOnly.has(line)) line += 1;
  return line;
}

function linesOfComments(comments: Commented['comments'], index: LineIndex): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of comments) {
    const first = positionOf(index, start).line;
    const last = positionOf(index, end).line;
    const before = index.text.slice(index.starts[first - 1] ?? 0, start);
    const after = lineText(index, last).slice(end - (index.starts[last - 1] ?? 0));
    for (let line = first; line <= last; line += 1) {
      const isShared = (line === first && before.trim() !== '') || (line === last && after.trim() !== '');
      if (!isShared) found.add(line);
    }
  }
  return found;
}

/** A heredoc or a block scalar that begins on a line is spoken about as a whole. */
function linesFrom(index: LineIndex, line: number): Pick<CommentSuppression, 'line' | 'lastLine'> {
  const written = lineText(index, line).slice(-200);
  const [, end] = /<<[-~]?\s{0,9}["']?([A-Za-z_]\w{0,99})["']?\s*$/.exec(written) ?? [];
  if (end !== undefined) return { line, lastLine: lineWhere(index, line, (text) => text.trim() === end) };
  if (!/(?:^\s*-|:)\s{1,9}[|>][-+\d]{0,3}\s*$/.test(written)) return { line, lastLine: line };
  const depth = indentOf(lineText(index, line));
  const isOut = (text: string) => text.trim() !== '' && indentOf(text) <= depth;
  return { line, lastLine: Math.max(line, lineWhere(index, line, isOut) - 1) };
}

/** The first line below another where something holds, or the last one. */
function lineWhere(index: LineIndex, line: number, holds: (text: string) => boolean): number {
  let last = line + 1;
  while (last < index.starts.length && !holds(lineText(index, last))) last += 1;
  return last;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
