import type { Finding } from '../findings/finding.js';
import { severities } from '../findings/severity.js';
import type { Outcome } from './json.js';
import { count } from './markdown.js';
import type { PaintedView } from './terminal-view.js';

/** How many of each severity, how many of them fail and why, and what was looked at. */
export function renderTally(outcome: Outcome, told: readonly Finding[], { colors, fails, rule }: PaintedView): string {
  const failing = told.filter(fails).length;
  const mark = failing > 0 ? colors.red('✗') : told.length > 0 ? colors.yellow('!') : colors.green('✓');
  return `${mark} ${found(outcome, told)}; ${verdictOf(failing, told.length, rule)}\n${colors.dim(`  ${besides(outcome, told)}`)}\n`;
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

function verdictOf(failing: number, all: number, rule: string): string {
  if (failing > 0) return `${failing} ${failing === 1 ? 'fails' : 'fail'} ${rule} (exit 1)`;
  return all === 0 ? 'exit 0' : `none fails ${rule} (exit 0)`;
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
