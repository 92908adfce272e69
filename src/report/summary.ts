import type { Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { howToAccept } from './acceptance.js';
import type { CheckSource, Sorted } from './check-source.js';
import { effectBlocks } from './effects.js';
import { improvedOf, movedOf } from './known.js';
import { openingSentences, reasonOf, tallyOf } from './lead.js';
import { lowProblems } from './low.js';
import { code, count, folded, joinWithin, prose } from './markdown.js';
import { alsoReported, besideOf } from './other-checks.js';
import { renderFixing, renderProblem } from './problem.js';
import {
  alikeRows,
  componentHead,
  componentRows,
  findingHead,
  findingRows,
  noticeHead,
  noticeRows,
  oldHead,
  threatTable,
  whereOf,
} from './tables.js';

/** GitHub's limit for summary and text, each. */
const mostBytes = 65_535;
/** Room for the heading and the sentences around a table. */
const margin = 2_000;
const tableBytes = {
  fresh: 20_000,
  low: 8_000,
  components: 5_000,
  notices: 10_000,
  suppressed: 8_000,
  existing: 20_000,
};

const moreRows = (left: number) => `| | and ${left} more | |`;

/** The check's summary: what could not be read, what is new, where, what was accepted, what could not be resolved. */
export function renderSummary(sorted: Sorted, notices: readonly Notice[], source: CheckSource): string {
  const { words, address, review } = source;
  const { fresh, fixed } = sorted;
  const loud = fresh.filter(({ severity }) => severity !== 'low');
  const low = fresh.filter(({ severity }) => severity === 'low');
  const unresolved = review.stats.unresolved;
  const blocks = [
    ...unreadFirst(notices),
    ...openingSentences(source),
    tallyOf(sorted, source),
    ...reasonOf(sorted, notices, source),
    ...besideOf(source.others),
    ...effectBlocks(review),
    ...(loud.length === 0 ? [] : [rows(findingHead, alikeRows(loud, source), tableBytes.fresh)]),
    ...lowProblems(low, { words, address }, tableBytes.low),
    ...(fresh.length === 0 ? [] : [folded('By threat', threatTable(fresh))]),
    ...componentsOf(fresh),
    ...suppressionsOf(sorted, source),
    ...improvedOf(sorted),
    ...movedOf(sorted),
    ...(fixed.length === 0 ? [] : [`This change fixes ${count(fixed.length, 'problem')}.`]),
    ...(unresolved === 0 ? [] : [`${count(unresolved, 'value')} could not be resolved and count as unknown.`]),
  ];
  return joinWithin(blocks, mostBytes, (left) => `${count(left, 'more section')} left out for length.`);
}

/** What was not reviewed comes first: the rest does not speak of it. */
function unreadFirst(notices: readonly Notice[]): readonly string[] {
  if (notices.length === 0) return [];
  const told = rows(noticeHead, noticeRows(notices), tableBytes.notices);
  return notices.some(({ kind }) => kind === 'unread')
    ? ['**Part of this change could not be reviewed.**', told]
    : [told];
}

function componentsOf(fresh: readonly Placed[]): readonly string[] {
  const lines = componentRows(fresh);
  return lines.length === 0 ? [] : [rows(componentHead, lines, tableBytes.components)];
}

function rows(head: string, lines: readonly string[], most: number): string {
  return joinWithin([head, ...lines], most, moreRows, '\n');
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
    ...silencedElsewhere(suppressed),
  ];
}

/** What comments for other tools silence is told one by one: nobody wrote them for us. */
function silencedElsewhere(suppressed: Sorted['suppressed']): readonly string[] {
  const theirs = suppressed.filter((finding) => finding.suppressed?.in === 'other-tool');
  const lines = theirs.map(
    ({ policy, at, start, suppressed: by }) =>
      `- ${code(policy)} in ${code(`${at.path}:${start.line}`)}: ${code(by?.reason ?? '')}`,
  );
  if (lines.length === 0) return [];
  const head = `**${count(lines.length, 'problem')} silenced by suppressions for other tools**\n`;
  return [joinWithin([head, ...lines], tableBytes.suppressed, (left) => `- and ${left} more`, '\n')];
}

/** The check's text: findings that no comment tells, in full, and what was there before. */
export function renderDetails(outside: readonly Placed[], { existing }: Sorted, source: CheckSource): string {
  const { words, address, review, others } = source;
  const told = outside
    .filter(({ severity }) => severity !== 'low')
    .map((finding) =>
      [
        renderProblem([finding], words, whereOf(finding, address)),
        ...alsoReported([finding], others),
        ...renderFixing(finding, words, review.texts),
        howToAccept([finding]),
      ].join('\n\n'),
    );
  const before =
    existing.length === 0
      ? []
      : [
          folded(
            `${count(existing.length, 'problem')} that this change did not cause`,
            rows(oldHead, findingRows(existing, words, address), tableBytes.existing),
          ),
        ];
  const room = mostBytes - margin - Buffer.byteLength(before.join(''));
  const details =
    told.length === 0 ? [] : [joinWithin(told, room, (left) => `${count(left, 'more problem')} in the summary.`)];
  return [...details, ...before].join('\n\n');
}
