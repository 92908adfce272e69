import type { Placed } from '../findings/finding.js';
import { type CheckReport, renderCheckRun } from './check-run.js';
import type { CheckSource } from './check-source.js';
import { openingLines } from './lead.js';
import { code } from './markdown.js';
import { type ReviewComment, toReviewComments } from './review-comment.js';

/** All that a first review of a change puts on GitHub. */
export interface Publication {
  readonly check: CheckReport;
  /** What the change newly opens, in a few headlines as they were written. */
  readonly news: readonly string[];
  /** In the order in which they are posted. */
  readonly comments: readonly ReviewComment[];
}

/** What would be posted when nothing was said yet: at most so many comments, everything else in the check. */
export function publicationOf(
  source: Omit<CheckSource, 'commented' | 'told' | 'others'>,
  mostComments: number,
): Publication {
  const { review, words } = source;
  const paths = review.effects.flatMap((effects) => effects.paths);
  const posted = review.topics.slice(0, mostComments);
  const commented = new Set<Placed>(posted.flatMap(({ findings }) => findings));
  return {
    check: renderCheckRun({ ...source, commented, told: [], others: [] }),
    news: openingLines(source),
    comments: toReviewComments(posted, { words, texts: review.texts, paths }),
  };
}

/** The check and the comments as one document, each as GitHub would show it. */
export function renderPublication({ check, comments }: Publication): string {
  const { conclusion, title, summary, text, annotations } = check;
  const places = annotations.map(
    ({ path, start_line, annotation_level, title: head }) =>
      `- ${code(`${path}:${start_line}`)} ${annotation_level}: ${head}`,
  );
  const blocks = [
    `# Postern: ${conclusion}`,
    `**${title}**`,
    summary,
    ...(text === undefined ? [] : [text]),
    ...(places.length === 0 ? [] : [`## Annotations\n\n${places.join('\n')}`]),
    ...comments.map((comment) => `## Comment on ${placeOf(comment)}\n\n${comment.body}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function placeOf({ path, start, end, side }: ReviewComment): string {
  const lines = start === end ? `line ${start}` : `lines ${start} to ${end}`;
  return `${code(path)}, ${lines}${side === 'left' ? ' (deleted)' : ''}`;
}
