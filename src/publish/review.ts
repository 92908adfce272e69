import type { Finding } from '../findings/finding.js';
import { identitiesOf } from '../findings/together.js';
import type { GitHub, Repository } from '../pull-request/client.js';
import { renderComment } from '../report/comment.js';
import type { Comment } from '../report/comments.js';
import { count } from '../report/markdown.js';
import type { Words } from '../report/words.js';
import type { Thread } from './threads.js';

/** The review to post: what it says and where. */
export interface ReviewTarget extends Repository {
  readonly number: number;
  readonly head: string;
}

/** Which comments are posted. */
export interface Selection {
  readonly posted: readonly Comment[];
  /** Beyond the limit: they go into the check run. */
  readonly left: readonly Comment[];
}

/**
 * The findings that stand in comments already. Stacks may share a resource's name and with it a fingerprint: then each
 * thread stands for one finding, that of its own file first. What the app resolved itself may be told again.
 */
export function saidIn(findings: readonly Finding[], threads: readonly Thread[]): ReadonlySet<Finding> {
  const said = new Set<Finding>();
  const marks = threads
    .filter(({ isResolvedByUs }) => !isResolvedByUs)
    .flatMap(({ path, fingerprints }) => fingerprints.map((fingerprint) => ({ path, fingerprint })));
  const find = (fingerprint: string, path?: string) =>
    findings.find(
      (finding) =>
        identitiesOf(finding).includes(fingerprint) &&
        !said.has(finding) &&
        (path === undefined || finding.at.path === path),
    );
  const elsewhere = marks.filter(({ path, fingerprint }) => {
    const finding = find(fingerprint, path);
    if (finding !== undefined) said.add(finding);
    return finding === undefined;
  });
  for (const { fingerprint } of elsewhere) {
    const finding = find(fingerprint);
    if (finding !== undefined) said.add(finding);
  }
  return said;
}

/** Threads of problems that are gone, and that nobody but the app wrote into. */
export function fixedThreads(threads: readonly Thread[], present: ReadonlySet<string>): readonly Thread[] {
  return threads.filter(
    ({ isResolved, isAnswered, fingerprints }) =>
      !isResolved && !isAnswered && fingerprints.length > 0 && !fingerprints.some((one) => present.has(one)),
  );
}

/** How the review is worded. */
export interface Wording {
  readonly words: Words;
  readonly texts: ReadonlyMap<string, string>;
}

/** Posts all comments in one review. False if GitHub refuses it: then the check run has to tell them. */
export async function postReview(
  github: GitHub,
  { owner, repo, number, head }: ReviewTarget,
  { posted, left }: Selection,
  { words, texts }: Wording,
): Promise<boolean> {
  try {
    await github.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      owner,
      repo,
      pull_number: number,
      commit_id: head,
      event: 'COMMENT',
      body: bodyOf(posted, left),
      comments: posted.map((comment) => ({ ...placeOf(comment), body: renderComment(comment, words, texts) })),
    });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function bodyOf(posted: readonly Comment[], left: readonly Comment[]): string {
  const problems = countFindings(posted);
  const more = countFindings(left);
  const rest = more === 0 ? '' : ` ${count(more, 'more problem')} on these lines: see the check run.`;
  return `Postern found ${count(problems, 'new problem')} on lines of this change.${rest}`;
}

function countFindings(comments: readonly Comment[]): number {
  return comments.reduce((sum, { findings, elsewhere }) => sum + findings.length + elsewhere.length, 0);
}

function placeOf({ path, side, range }: Comment) {
  const where = side === 'left' ? 'LEFT' : 'RIGHT';
  const start = range.first < range.last ? { start_line: range.first, start_side: where } : {};
  return { path, line: range.last, side: where, ...start };
}

/** GitHub understood and will not have it: the head moved on, the conversation is locked, a line is not in the diff. */
function isRefusal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false;
  const refused = [403, 404, 422];
  return refused.some((status) => status === error.status) && !isRateLimit(error);
}

function isRateLimit(error: object): boolean {
  return error instanceof Error && /rate limit/i.test(error.message);
}
