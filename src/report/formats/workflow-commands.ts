import type { Finding } from '../../findings/finding.js';
import type { Severity } from '../../findings/severity.js';
import { count } from '../markdown.js';
import { plainLine, plainText } from '../plain.js';
import { type Rendering, toldIn } from './rendering.js';

const commands: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
};

/** GitHub shows ten of each kind from one step: https://docs.github.com/en/rest/checks/annotations */
const mostOfAKind = 10;

/** Annotations as the commands that a step of a workflow prints, worst first. */
export function renderWorkflowCommands({ outcome, view }: Rendering): string {
  const told = toldIn(outcome).filter(({ side }) => side !== 'left');
  const shown = ['error', 'warning', 'notice'].flatMap((command) =>
    told.filter(({ severity }) => commands[severity] === command).slice(0, mostOfAKind),
  );
  const lines = shown.map((finding) => commandOf(finding, view.words));
  const left = told.length - shown.length;
  const more = left === 0 ? [] : [`::notice::${data(`${count(left, 'more problem')}: see the summary.`)}`];
  const unread = outcome.notices
    .filter(({ kind }) => kind === 'unread')
    .slice(0, mostOfAKind)
    .map(({ path, line, message }) => command('warning', { file: path, line, title: 'Not reviewed' }, message));
  return [...lines, ...more, ...unread].map((line) => `${line}\n`).join('');
}

function commandOf(finding: Finding, words: Rendering['view']['words']): string {
  const { severity, policy, at, start, end, message } = finding;
  const about = words(policy);
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const place = { file: at.path, line: start.line, endLine: end.line, ...columns };
  const title = `${about?.title ?? policy} (${policy})`;
  const remedy = about === undefined ? '' : `\n${about.remedy}`;
  return command(commands[severity] ?? 'notice', { ...place, title }, `${message}${remedy}`);
}

type Properties = Readonly<Record<string, string | number | undefined>>;

function command(name: string, properties: Properties, message: string): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${property(String(value))}`],
  );
  return `::${name} ${given.join(',')}::${data(plainText(message))}`;
}

/** As @actions/core escapes them: no line can begin a command of its own. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(plainLine(text)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
