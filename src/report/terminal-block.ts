import type { Finding } from '../findings/finding.js';
import { indexLines, lineText } from '../findings/lines.js';
import { quotableText } from '../findings/sources.js';
import { editedLines, replaceLines } from '../topics/suggestion.js';
import { acceptedNames, listNames } from './accepted-names.js';
import type { Alike } from './grouping.js';
import type { Outcome } from './json.js';
import { count } from './markdown.js';
import { type PaintedView, paint, policyName, printable } from './terminal-view.js';

/** One line for findings that are alike; of the first its place underlined, and how it is fixed. */
export function renderBlock(group: Alike, { texts }: Outcome, view: PaintedView): string {
  const { colors } = view;
  const [first] = group;
  const { severity, policy, start, advice, side } = first;
  const line = `${side === 'left' ? '-' : ''}${start.line}`.padStart(5);
  const head = `${line}  ${colors[paint[severity]](severity.padEnd(8))}  ${saidOf(group, view)}  ${policyName(policy, view)}  ${colors.dim(listNames(acceptedNames(group), printable))}`;
  const source = side === 'left' ? undefined : quotableText(first, texts);
  const shown = source === undefined ? [] : underlined(first, source, view);
  const lines = [head, ...shown];
  if (first.fix?.verified === true) lines.push(`${indent}${colors.green('fix:')} ${fixWords(first, source)}`);
  else if (advice !== undefined && group.length === 1)
    lines.push(...advice.split('\n').map((one) => `${indent}${colors.dim(printable(one))}`));
  return `${lines.join('\n')}\n`;
}

const indent = '       ';

/** Lines that are named of findings that are alike; more are counted. */
const mostLines = 12;

function saidOf(group: Alike, { words }: PaintedView): string {
  const [first] = group;
  if (group.length === 1) return printable(first.message.replace(/\.$/, ''));
  const [subjects, predicate] = words(first.policy)?.several ?? ['problems', 'of one kind'];
  const lines = [...new Set(group.map(({ start }) => start.line))].sort((a, b) => a - b);
  const more = lines.length - mostLines;
  const named = `${lines.slice(0, mostLines).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${group.length} ${subjects} ${predicate}: ${lines.length === 1 ? 'line' : 'lines'} ${named}`;
}

const widest = 120;

/** The finding's first line with its place marked, below the line before it. */
function underlined({ start, end }: Finding, source: string, { colors }: PaintedView): readonly string[] {
  const index = indexLines(source);
  const written = lineText(index, start.line).slice(0, widest);
  if (written.trim() === '' || start.column > widest) return [];
  const last = end.line === start.line ? Math.min(end.column, written.length + 1) : written.length + 1;
  const mark = '^'.repeat(Math.max(last - start.column, 1));
  const width = String(start.line).length;
  const before = start.line > 1 ? lineText(index, start.line - 1).slice(0, widest) : '';
  const lead = written.slice(0, start.column - 1).replace(/[^\t]/g, ' ');
  const numbered = (line: number, text: string) =>
    `${indent}${colors.dim(`${String(line).padStart(width)} |`)} ${printable(text)}`;
  return [
    ...(before.trim() === '' ? [] : [numbered(start.line - 1, before)]),
    numbered(start.line, written),
    `${indent}${' '.repeat(width)} ${colors.dim('|')} ${lead}${colors.red(mark)}`,
  ];
}

/** Lines of a fix that are shown; more are counted. */
const mostWritten = 2;

/** The first lines that the fix writes, and what it brings with it. */
function fixWords({ fix, at }: Finding, source: string | undefined): string {
  const edits = fix?.edits ?? [];
  const range =
    source === undefined || edits.some(({ path }) => path !== at.path) ? undefined : editedLines(source, edits);
  const replaced = range && source !== undefined ? replaceLines(source, range, edits) : undefined;
  const note = fix?.note === undefined ? '' : ` (${printable(fix.note.replace(/\.$/, ''))})`;
  if (range === undefined || replaced === undefined || source === undefined)
    return `${count(edits.length, 'edit')}, tried${note}`;
  const index = indexLines(source);
  const old = new Set(
    Array.from({ length: range.last - range.first + 1 }, (_, line) => lineText(index, range.first + line)),
  );
  const written = replaced.lines.filter((line) => !old.has(line) && line.trim() !== '');
  if (written.length === 0) return `take the line away${note}`;
  const more = written.length - mostWritten;
  const shown = written.slice(0, mostWritten).map((line) => printable(line.trim()).slice(0, widest));
  return `${shown.join(' / ')}${more > 0 ? ` and ${count(more, 'more line')}` : ''}${note}`;
}
