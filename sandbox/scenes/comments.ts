import type { Place } from '../places/place.js';
import type { Account, IssueComment, Pull, Review, ReviewComment, Thread, World } from '../world.js';
import { newId, nowText } from './identity.js';

type ReviewFacts = Pick<Review, 'user' | 'body' | 'state' | 'commit'>;

export function addReview(world: World, pull: Pull, facts: ReviewFacts): Review {
  const review = { ...facts, id: newId(world), pull, submittedAt: nowText() };
  world.reviews.push(review);
  return review;
}

export interface CommentFacts {
  readonly path: string;
  readonly body: string;
  readonly place: Place;
}

/** Adds a comment to a review; it begins a thread. */
export function addComment(world: World, review: Review, facts: CommentFacts): ReviewComment {
  const thread: Thread = { id: newId(world), pull: review.pull, comments: [], resolvedBy: undefined };
  const comment: ReviewComment = {
    id: newId(world),
    review,
    thread,
    pull: review.pull,
    user: review.user,
    path: facts.path,
    body: facts.body,
    createdAt: nowText(),
    updatedAt: nowText(),
    original: facts.place,
    originalCommit: review.commit,
    place: facts.place,
    commit: review.commit,
  };
  thread.comments.push(comment);
  world.threads.push(thread);
  return comment;
}

/** Answers in a thread; GitHub makes a review of one comment of it. */
export function replyToThread(world: World, thread: Thread, user: Account, body: string): ReviewComment {
  const first = thread.comments[0];
  if (first === undefined) throw new Error('A thread begins with a comment.');
  const facts = { user, body: '', state: 'COMMENTED', commit: thread.pull.headSha } as const;
  const review = addReview(world, thread.pull, facts);
  const times = { createdAt: nowText(), updatedAt: nowText() };
  const comment = { ...first, ...times, id: newId(world), review, user, body, answers: first.id };
  thread.comments.push(comment);
  return comment;
}

export function addIssueComment(world: World, pull: Pull, user: Account, body: string): IssueComment {
  const comment = { id: newId(world), pull, user, body, createdAt: nowText(), updatedAt: nowText() };
  world.issueComments.push(comment);
  return comment;
}
