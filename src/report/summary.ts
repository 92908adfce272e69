import type { Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import type { CheckSource, Sorted } from './check-source.js';
import { code, count, folded, joinWithin, prose } from './markdown.js';
import { renderFixing, renderProblem } from './problem.js';
import {
  componentHead,
  componentRows,
  findingHead,
  findingRows,
  noticeHead,
  noticeRows,
  threatTable,
  whereOf,
} from './tables.js';

/** GitHub's limit for summary and text, each. */
const mostBytes = 65_535;
/** Room for the heading and the sentences around a table. */
const margin = 2_000;
const tableBytes = { fresh: 25_000, components: 5_000, notices: 10_000, suppressed: 8_000, existing: 20_000 };

const moreRows = (left: number) => `| | and ${left} more | |`;

/** The check's summary: what is new, where, what was accepted, what could not be read or resolved. */
export function renderSummary(sorted: Sorted, notices: readonly Notice[], source: CheckSource): string {
  const { words, address, review } = source;
  const { fresh, fixed } = sorted;
  const unresolved = review.stats.unresolved;
  const blocks = [
    leadOf(sorted, source),
    ...(fresh.length === 0 ? [] : [threatTable(fresh)]),
    ...(fresh.length === 0 ? [] : [rows(findingHead, findingRows(fresh, words, address), tableBytes.fresh)]),
    ...componentsOf(fresh),
    ...(notices.length === 0 ? [] : [rows(noticeHead, noticeRows(notices), tableBytes.notices)]),
    ...suppressionsOf(sorted, source),
    ...(fixed.length === 0 ? [] : [`This change fixes ${count(fixed.length, 'problem')}.`]),
    ...(unresolved === 0 ? [] : [`${count(unresolved, 'value')} could not be resolved and count as unknown.`]),
  ];
  return joinWithin(blocks, mostBytes, (left) => `${count(left, 'more section')} left out for length.`);
}

function componentsOf(fresh: readonly Placed[]): readonly string[] {
  const lines = componentRows(fresh);
  return lines.length === 0 ? [] : [rows(componentHead, lines, tableBytes.components)];
}

function rows(head: string, lines: readonly string[], most: number): string {
  return joinWithin([head, ...lines], most, moreRows, '\n');
}

function leadOf({ fresh, failing }: Sorted, { review, profile }: CheckSource): string {
  const { stacks, files } = review.stats;
  if (stacks === 0 && files === 0 && fresh.length === 0)
    return 'No file of a serverless stack is touched by this change.';
  const read = `${count(stacks, 'stack')}, ${count(files, 'file')} read.`;
  if (fresh.length === 0) return `This change brings no new problem. ${read}`;
  const failed = failing.length === 0 ? 'None fails' : `${failing.length} ${failing.length === 1 ? 'fails' : 'fail'}`;
  const brought = `This change brings ${count(fresh.length, 'new problem')}.`;
  return `${brought} ${failed} this check under the profile ${code(profile)}. ${read}`;
}

function suppressionsOf({ suppressed }: Sorted, { review }: CheckSource): readonly string[] {
  const { suppressionsAdded } = review;
  const added = suppressionsAdded.map(
    ({ policy, path, line, reason }) => `- ${code(policy)} in ${code(`${path}:${line}`)}: ${prose(reason)}`,
  );
  return [
    ...(added.length === 0
      ? []
      : [
          joinWithin(
            ['**Suppressions this change adds**\n', ...added],
            tableBytes.suppressed,
            (left) => `- and ${left} more`,
            '\n',
          ),
        ]),
    ...(suppressed.length === 0 ? [] : [`${count(suppressed.length, 'problem')} suppressed.`]),
  ];
}

/** The check's text: findings that no comment tells, in full, and what was there before. */
export function renderDetails(outside: readonly Placed[], { existing }: Sorted, source: CheckSource): string {
  const { words, address, review } = source;
  const told = outside.map((finding) =>
    [renderProblem([finding], words, whereOf(finding, address)), ...renderFixing(finding, words, review.texts)].join(
      '\n\n',
    ),
  );
  const before =
    existing.length === 0
      ? []
      : [
          folded(
            `${count(existing.length, 'problem')} that this change did not cause`,
            rows(findingHead, findingRows(existing, words, address), tableBytes.existing),
          ),
        ];
  const room = mostBytes - margin - Buffer.byteLength(before.join(''));
  const details =
    told.length === 0 ? [] : [joinWithin(told, room, (left) => `${count(left, 'more problem')} in the summary.`)];
  return [...details, ...before].join('\n\n');
}
