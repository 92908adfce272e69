import { createColors } from 'picocolors';
import type { Finding } from '../findings/finding.js';
import { isOld } from '../findings/outcome.js';
import { effectSentences } from './effects.js';
import { type Alike, alikeIn, groupedBy } from './grouping.js';
import type { Outcome } from './json.js';
import { asSentence } from './lead.js';
import { cutSentence, lineOf } from './picture.js';
import { renderBlock } from './terminal-block.js';
import { renderTally } from './terminal-tally.js';
import { paint, printable, type View } from './terminal-view.js';

/** For people: by file what is found, with the line underlined; low problems as counts; the notices; and a tally that says why. */
export function renderTerminal(outcome: Outcome, view: View): string {
  // `isTTY` of a pipe is undefined, which would leave the choice to the surroundings.
  const colors = createColors(view.colored === true);
  const told = outcome.findings.filter((finding) => finding.suppressed === null && !isOld(finding));
  const isShort = (finding: Finding) => finding.severity === 'low' && !view.all && !view.fails(finding);
  const loud = told.filter((finding) => !isShort(finding));
  const blocks = groupedBy(loud, ({ at }) => at.path).map(([first, ...others]) => {
    const own = [first, ...others];
    const groups: readonly Alike[] = view.all ? own.map((finding) => [finding]) : alikeIn(own);
    const shown = groups.map((group) => renderBlock(group, outcome, { ...view, colors }));
    return `${colors.bold(printable(first.at.path))}\n${shown.join('\n')}`;
  });
  const notices = outcome.notices.map(({ path, line, message }) => {
    const where = line === undefined ? printable(path) : `${printable(path)}:${line}`;
    return `${colors.yellow('notice')} ${where} ${printable(message)}\n`;
  });
  const low = lowLines(told.filter(isShort)).map((line) => `${colors[paint.low]('low')} ${line}\n`);
  const more = low.length === 0 ? [] : [colors.dim('--all shows each place\n')];
  const effects = effectSentences(outcome.effects ?? []).slice(0, view.all ? undefined : mostEffects);
  const access = effects.map(({ sentence }) => `${colors.cyan('access')} ${printable(sentence)}\n`).join('');
  const paths = (outcome.effects ?? []).flatMap((one) => one.paths).slice(0, mostEffects);
  const path = paths.map((one) => `${colors.cyan('path')} ${printable(lineOf(one))}\n`).join('');
  const cut = (outcome.effects ?? []).flatMap((one) =>
    one.cut === undefined ? [] : [`${printable(cutSentence(one.cut))}\n`],
  );
  return [
    ...blocks,
    [...low, ...more].join(''),
    ...notices,
    [access, path, ...cut].join(''),
    ...newsOf(outcome.publication?.news ?? []).map((line) => `${colors.bold(printable(line))}\n`),
    renderTally(outcome, told, { ...view, colors }),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

/** What a change newly opens, as the check says it first. */
function newsOf([first, ...others]: readonly string[]): readonly string[] {
  return first === undefined
    ? []
    : [[`New with this change: ${first}.`, ...others.map((one) => `${asSentence(one)}.`)].join(' ')];
}

/** Sentences on who can do what; more are shown with `--all`. */
const mostEffects = 3;

/** Stacks whose low problems have a line each; of more there is one line for all. */
const mostStacks = 8;

/** Low problems, one line a stack: how many of each policy. */
function lowLines(findings: readonly Finding[]): readonly string[] {
  const stacks = groupedBy(findings, ({ stack }) => stack);
  if (stacks.length > mostStacks) return [`in ${stacks.length} stacks: ${countsOf(findings)}`];
  return stacks.map((own) => `${printable(own[0].stack)}: ${countsOf(own)}`).sort();
}

/** `tracing-off 12 · log-group-undeclared 9`, the most frequent first. */
function countsOf(findings: readonly Finding[]): string {
  const groups = [...groupedBy(findings, ({ policy }) => policy)].sort((a, b) => b.length - a.length);
  return groups.map((group) => `${group[0].policy} ${group.length}`).join(' · ');
}
