import type { Placed } from '../findings/finding.js';
import { problemsOf } from '../findings/problems.js';
import { identitiesOf, toldBy } from '../findings/together.js';
import type { GitHub, Repository } from '../pull-request/client.js';
import { knownMarker } from '../report/fingerprint-marker.js';
import { count } from '../report/markdown.js';
import { type ReviewComment, toReviewComments, type Wording } from '../report/review-comment.js';
import type { Topic } from '../topics/topic.js';
import type { Thread } from './threads.js';

/** The review to post: what it says and where. */
export interface ReviewTarget extends Repository {
  readonly number: number;
  readonly head: string;
}

/** Which comments are posted. */
export interface Selection {
  readonly posted: readonly Topic[];
  /** Beyond the limit: they go into the check run. */
  readonly left: readonly Topic[];
  /** New problems that only the check tells. */
  readonly known: readonly Placed[];
}

/**
 * The findings that stand in comments already. Stacks may share a resource's name and with it a fingerprint: then each
 * thread stands for one finding, that of its own file first. What the app resolved itself may be told again.
 */
export function saidIn(findings: readonly Placed[], threads: readonly Thread[]): ReadonlySet<Placed> {
  const said = new Set<Placed>();
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
    const isKnown = [...said].some((one) => one.at.path === path && toldBy(one).includes(fingerprint));
    return !isKnown;
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

/** Posts all comments in one review. False if GitHub refuses it: then the check run has to tell them. */
export async function postReview(
  github: GitHub,
  { owner, repo, number, head }: ReviewTarget,
  { posted, left, known }: Selection,
  wording: Wording,
): Promise<boolean> {
  try {
    await github.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      owner,
      repo,
      pull_number: number,
      commit_id: head,
      event: 'COMMENT',
      body: bodyOf(posted, left),
      comments: toReviewComments(posted, wording).map((comment, index) =>
        toPosted(index > 0 ? comment : { ...comment, body: `${comment.body}${knownMarker(known)}` }),
      ),
    });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function bodyOf(posted: readonly Topic[], left: readonly Topic[]): string {
  const problems = countFindings(posted);
  const more = countFindings(left);
  const rest = more === 0 ? '' : ` ${count(more, 'more problem')} on these lines: see the check run.`;
  return `Postern found ${count(problems, 'new problem')} on lines of this change.${rest}`;
}

function countFindings(topics: readonly Topic[]): number {
  return problemsOf(topics.flatMap(({ findings }) => findings)).length;
}

function toPosted({ path, side, start, end, body }: ReviewComment) {
  const where = side === 'left' ? 'LEFT' : 'RIGHT';
  const from = start < end ? { start_line: start, start_side: where } : {};
  return { path, line: end, side: where, ...from, body };
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
