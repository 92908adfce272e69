import { createColors } from 'picocolors';
import type { Finding } from '../findings/finding.js';
import { indexLines, lineText } from '../findings/lines.js';
import { byWeight, isOld } from '../findings/outcome.js';
import type { Severity } from '../findings/severity.js';
import { quotableText } from '../findings/sources.js';
import type { Outcome } from './json.js';

type Colors = ReturnType<typeof createColors>;

/** For people: each finding with its line underlined, the notices, and a closing tally. */
export function renderTerminal(outcome: Outcome, colored: boolean): string {
  // `isTTY` of a pipe is undefined, which would leave the choice to the surroundings.
  const colors = createColors(colored === true);
  const told = outcome.findings.filter((finding) => finding.suppressed === null && !isOld(finding));
  const blocks = [...told].sort(byWeight).map((finding) => block(finding, outcome, colors));
  const notices = outcome.notices.map(({ path, line, message }) => {
    const where = line === undefined ? printable(path) : `${printable(path)}:${line}`;
    return `${colors.yellow('notice')} ${where} ${printable(message)}\n`;
  });
  return [...blocks, ...notices, tally(outcome, told, colors)].join('\n');
}

const paint: Record<Severity, 'red' | 'yellow' | 'blue' | 'magenta'> = {
  critical: 'magenta',
  high: 'red',
  medium: 'yellow',
  low: 'blue',
};

function block(finding: Finding, { texts }: Outcome, colors: Colors): string {
  const { severity, policy, at, start, message, fix, advice, side } = finding;
  const where = `${printable(at.path)}:${start.line}:${start.column}`;
  const head = `${colors[paint[severity]](severity.padEnd(8))} ${colors.bold(where)} ${colors.dim(policy)}`;
  const source = side === 'left' ? undefined : quotableText(finding, texts);
  const lines = [head, `  ${printable(message)}`, ...(source === undefined ? [] : underlined(finding, source, colors))];
  if (fix !== null) lines.push(`  ${colors.green('fix')} ${fixWords(finding)}`);
  else if (advice !== undefined) lines.push(...advice.split('\n').map((line) => `  ${colors.dim(printable(line))}`));
  return `${lines.join('\n')}\n`;
}

const widest = 120;

/** The finding's first line with its place marked. */
function underlined({ start, end }: Finding, source: string, colors: Colors): readonly string[] {
  const written = lineText(indexLines(source), start.line).slice(0, widest);
  if (written.trim() === '' || start.column > widest) return [];
  const last = end.line === start.line ? Math.min(end.column, written.length + 1) : written.length + 1;
  const mark = '^'.repeat(Math.max(last - start.column, 1));
  const gutter = String(start.line);
  const lead = written.slice(0, start.column - 1).replace(/[^\t]/g, ' ');
  return [
    `  ${colors.dim(`${gutter} |`)} ${printable(written)}`,
    `  ${' '.repeat(gutter.length)} ${colors.dim('|')} ${lead}${colors.red(mark)}`,
  ];
}

function fixWords({ fix }: Finding): string {
  const count = fix?.edits.length ?? 0;
  const note = fix?.note === undefined ? '' : ` (${printable(fix.note)})`;
  return `${count === 1 ? 'one edit' : `${count} edits`}, tried: \`postern fix\` writes it${note}`;
}

function tally({ stats, notices, findings, isReview }: Outcome, told: readonly Finding[], colors: Colors): string {
  const suppressed = findings.filter((finding) => finding.suppressed !== null).length;
  const fixable = told.filter(({ fix }) => fix !== null).length;
  const parts = [
    `${told.length} ${isReview ? 'new ' : ''}${told.length === 1 ? 'problem' : 'problems'}`,
    ...(fixable > 0 ? [`${fixable} with a fix`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(notices.length > 0 ? [`${notices.length} ${notices.length === 1 ? 'notice' : 'notices'}`] : []),
    `${stats.stacks} ${stats.stacks === 1 ? 'stack' : 'stacks'}, ${stats.files} ${stats.files === 1 ? 'file' : 'files'}`,
    ...(stats.unresolved > 0 ? [`${stats.unresolved} values only the deployment knows`] : []),
    `${stats.milliseconds} ms`,
  ];
  return `${told.length === 0 ? colors.green('✓') : colors.red('✗')} ${parts.join(', ')}\n`;
}

/** Control characters of reviewed text never reach the terminal. */
function printable(written: string): string {
  return written.replace(/[\r\n]+/g, ' ').replace(/(?!\t)[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}
