import { listCommits } from '../git/repository.js';
import { addComment, addReview } from '../scenes/comments.js';
import { type Answer, bodyOf, type Exchange, type Route } from '../server/exchange.js';
import { pageOf } from '../server/pages.js';
import { unprocessable } from '../server/refusal.js';
import { reviewCommentShape, reviewShape } from '../shapes/review.js';
import type { Pull, Review, ReviewComment } from '../world.js';
import { type CommentDraft, checkBody, placeDraft } from './comment-draft.js';
import { pullOf } from './pulls.js';

interface ReviewDraft {
  readonly commit_id?: string;
  readonly body?: string;
  readonly event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';
  readonly comments?: readonly CommentDraft[];
}

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

async function checkCommit(pull: Pull, sha: string | undefined): Promise<void> {
  if (sha === undefined || sha === pull.headSha) return;
  const commits = await listCommits(pull.repository.git, pull.mergeBase, pull.headSha);
  if (commits.includes(sha)) return;
  const message = 'commit_id is not part of the pull request';
  throw unprocessable('Validation Failed', 'commit-not-in-pull-request', [message]);
}

function checkReview(exchange: Exchange, review: ReviewDraft): NonNullable<ReviewDraft['event']> {
  const { event, body = '', comments = [] } = review;
  if (event === undefined) throw unprocessable('The sandbox keeps no pending reviews', 'pending-review');
  const empty = body.trim() === '' && (event === 'REQUEST_CHANGES' || comments.length === 0);
  if (empty && event !== 'APPROVE') {
    throw unprocessable('Unprocessable Entity', 'review-without-body', ['Body is required for this event']);
  }
  if (body !== '') checkBody(exchange, body);
  return event;
}

function announce(exchange: Exchange, review: Review, comments: readonly ReviewComment[]): void {
  const { world, actor } = exchange;
  const { pull } = review;
  exchange.later(async () => {
    await world.announce({
      subject: { event: 'pull_request_review', pull, review },
      action: 'submitted',
      sender: actor,
    });
    for (const comment of comments) {
      const subject = { event: 'pull_request_review_comment', pull, comment } as const;
      await world.announce({ subject, action: 'created', sender: actor });
    }
  });
}

async function create(exchange: Exchange): Promise<Answer> {
  const pull = pullOf(exchange);
  const draft = bodyOf<ReviewDraft>(exchange);
  await checkCommit(pull, draft.commit_id);
  const event = checkReview(exchange, draft);
  const placed = (draft.comments ?? []).map((comment) => placeDraft(exchange, pull, comment));
  const facts = { user: exchange.actor, body: draft.body ?? '', state: states[event] };
  const review = addReview(exchange.world, pull, { ...facts, commit: draft.commit_id ?? pull.headSha });
  const comments = placed.map(({ draft: { path, body }, place }) =>
    addComment(exchange.world, review, { path, body, place }),
  );
  announce(exchange, review, comments);
  return { body: reviewShape(exchange.world, review) };
}

function list(exchange: Exchange): Answer {
  const pull = pullOf(exchange);
  const reviews = exchange.world.reviews.filter((review) => review.pull === pull);
  return { body: pageOf(exchange, reviews).map((review) => reviewShape(exchange.world, review)) };
}

function listComments(exchange: Exchange): Answer {
  const pull = pullOf(exchange);
  const comments = exchange.world.threads
    .filter((thread) => thread.pull === pull)
    .flatMap((thread) => thread.comments)
    .sort((a, b) => a.id - b.id);
  return {
    body: pageOf(exchange, comments).map((comment) => reviewCommentShape(exchange.world, comment)),
    looser: true,
  };
}

export const reviewRoutes: readonly Route[] = [
  {
    route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    permission: 'pull_requests:write',
    creates: true,
    answer: create,
  },
  { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', permission: 'pull_requests:read', answer: list },
  {
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
    permission: 'pull_requests:read',
    answer: listComments,
  },
];
