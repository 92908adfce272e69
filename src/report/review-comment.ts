import type { Sources } from '../findings/sources.js';
import type { Topic } from '../topics/topic.js';
import { renderComment } from './comment.js';
import { type Path, pathOf } from './picture.js';
import type { Words } from './words.js';

/** How a review is worded. */
export interface Wording {
  readonly words: Words;
  readonly texts: Sources;
  /** Paths that the change opened: the first comment on their function draws them. */
  readonly paths?: readonly Path[];
}

/** A review comment as it is posted: its lines in one version of a file, what it tells, and what it says. */
export interface ReviewComment {
  /** The head's path, also for deleted lines. */
  readonly path: string;
  /** From 1, inclusive. */
  readonly start: number;
  readonly end: number;
  readonly side: 'left' | 'right';
  /** Fingerprints, the lead's first. */
  readonly findings: readonly string[];
  /** Markdown. */
  readonly body: string;
}

/** Topics in the words of the review. A path is drawn once: in the first comment on its function. */
export function toReviewComments(topics: readonly Topic[], wording: Wording): readonly ReviewComment[] {
  let open = wording.paths ?? [];
  return topics.map((topic) => {
    const path = pathOf(topic.findings, open);
    open = open.filter((one) => one.function !== path?.function);
    return toReviewComment(topic, wording, path);
  });
}

function toReviewComment(topic: Topic, { words, texts }: Wording, drawn: Path | undefined): ReviewComment {
  const { path, side, range, findings } = topic;
  return {
    path,
    start: range.first,
    end: range.last,
    side,
    findings: findings.map(({ fingerprint }) => fingerprint),
    body: renderComment(topic, words, texts, drawn),
  };
}
