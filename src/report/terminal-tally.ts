import type { Finding } from '../findings/finding.js';
import { severities } from '../findings/severity.js';
import type { Outcome } from './json.js';
import { count } from './markdown.js';
import type { PaintedView } from './terminal-view.js';

/** How many of each severity, how many of them fail and why, and what was looked at. */
export function renderTally(outcome: Outcome, told: readonly Finding[], view: PaintedView): string {
  const { colors, code } = view;
  const isWhole = told.length === 0 && countUnread(outcome) === 0;
  const mark = code !== 0 ? colors.red('✗') : isWhole ? colors.green('✓') : colors.yellow('!');
  return `${mark} ${found(outcome, told)}; ${verdictOf(outcome, told, view)}\n${colors.dim(`  ${besides(outcome, told)}`)}\n`;
}

function countUnread({ notices }: Outcome): number {
  return notices.filter(({ kind }) => kind === 'unread').length;
}

function found({ isReview, stats }: Outcome, told: readonly Finding[]): string {
  const counts = [...severities].reverse().flatMap((severity) => {
    const own = told.filter((finding) => finding.severity === severity).length;
    return own === 0 ? [] : [`${own} ${severity}`];
  });
  const problems = `${isReview ? 'new ' : ''}${told.length === 1 ? 'problem' : 'problems'}`;
  const said = told.length === 0 ? `No ${problems}` : `${told.length} ${problems}: ${counts.join(', ')}`;
  return `${said} in ${count(stats.stacks, 'stack')}`;
}

function verdictOf(outcome: Outcome, told: readonly Finding[], { fails, rule, code }: PaintedView): string {
  const failing = told.filter(fails).length;
  const unread = countUnread(outcome);
  const rest = unread === 0 ? '' : `${count(unread, 'part')} not reviewed, `;
  if (failing > 0) return `${rest}${failing} ${failing === 1 ? 'fails' : 'fail'} ${rule} (exit 1)`;
  if (code === 1) return `${rest}which fails ${rule} (exit 1)`;
  if (code === 2) return `${rest}settings have no effect as they are written (exit 2)`;
  return told.length === 0 ? `${rest}exit 0` : `${rest}none fails ${rule} (exit 0)`;
}

function besides({ stats, notices, findings }: Outcome, told: readonly Finding[]): string {
  const suppressed = findings.filter((finding) => finding.suppressed !== null).length;
  const fixable = told.filter(({ fix }) => fix?.verified === true).length;
  const parts = [
    count(stats.files, 'file'),
    ...(fixable > 0 ? [`${count(fixable, 'fix', 'fixes')} shown: \`postern fix\` writes them`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(notices.length > 0 ? [count(notices.length, 'notice')] : []),
    ...(stats.unresolved > 0 ? [`${count(stats.unresolved, 'value')} only the deployment knows`] : []),
    `${stats.milliseconds} ms`,
  ];
  return parts.join(', ');
}
