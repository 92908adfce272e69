import type { Finding } from '../../findings/finding.js';
import { namesCell } from '../accepted-names.js';
import { alikeIn, groupedBy } from '../grouping.js';
import { code, count, folded, joinWithin, prose, table } from '../markdown.js';
import { renderPublication } from '../publication.js';
import { policyLink } from '../words.js';
import { type Rendering, toldIn } from './rendering.js';

/** GitHub takes a summary of 1 MiB from a step: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const mostBytes = 1_000_000;

/** Of a review the check and the comments as they would be posted; of a tree a table of what is found. */
export function renderMarkdown(rendering: Rendering): string {
  const { publication } = rendering.outcome;
  return publication === undefined ? renderSummaryOf(rendering) : renderPublication(publication);
}

/** The page that a step of a workflow shows: the check's words for a review, a table for a tree. */
export function renderJobSummary(rendering: Rendering): string {
  const { publication } = rendering.outcome;
  if (publication === undefined) return renderSummaryOf(rendering);
  const { conclusion, title, summary, text } = publication.check;
  const blocks = [`## Postern: ${conclusion}`, `**${title}**`, summary, ...(text === undefined ? [] : [text])];
  return `${joinWithin(blocks, mostBytes, (left) => `${count(left, 'section')} left out for length.`)}\n`;
}

function renderSummaryOf({ outcome, view }: Rendering): string {
  const told = toldIn(outcome);
  const failing = told.filter(view.fails).length;
  const groups = alikeIn(told);
  const head = told.length === 0 ? 'No problems' : count(told.length, 'problem');
  const rows = groups.map(([first, ...others]) => [
    first.severity,
    policyLink(first.policy, view.words, first),
    others.length === 0 ? prose(first.message) : saidOf([first, ...others], view.words),
    placesOf([first, ...others]),
    namesCell([first, ...others]),
  ]);
  const listed = table(['severity', 'policy', 'what', 'where', 'resource'], rows).split('\n');
  const more = (left: number) => `| | | and ${left} more | | |`;
  const notices = outcome.notices.map(
    ({ path, line, message }) => `- ${code(line === undefined ? path : `${path}:${line}`)} ${prose(message)}`,
  );
  const blocks = [
    `## Postern: ${head}`,
    `${count(failing, 'problem')} ${failing === 1 ? 'fails' : 'fail'} ${view.rule}. ${count(outcome.stats.stacks, 'stack')}, ${count(outcome.stats.files, 'file')}.`,
    ...(rows.length === 0 ? [] : [joinWithin(listed, mostBytes / 2, more, '\n')]),
    ...(notices.length === 0
      ? []
      : [
          folded(
            count(notices.length, 'notice'),
            joinWithin(notices, mostBytes / 4, (left) => `- and ${left} more`, '\n'),
          ),
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function saidOf([first, ...others]: readonly [Finding, ...Finding[]], words: Rendering['view']['words']): string {
  const [subjects, predicate] = words(first.policy)?.several ?? ['problems', 'of one kind'];
  return prose(`${others.length + 1} ${subjects} ${predicate}`);
}

/** Places that are named; more are counted. */
const mostPlaces = 8;

function placesOf(findings: readonly [Finding, ...Finding[]]): string {
  const files = groupedBy(findings, ({ at }) => at.path);
  const places = files.flatMap(([first, ...others]) => {
    const lines = [...new Set([first, ...others].map(({ start }) => start.line))].sort((a, b) => a - b);
    return [code(`${first.at.path}:${lines.slice(0, mostPlaces).join(', ')}`)];
  });
  return places.join(', ');
}
