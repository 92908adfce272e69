import { addIssueComment, replyToThread } from '../scenes/comments.js';
import { nowText } from '../scenes/identity.js';
import { type Answer, bodyOf, type Exchange, numberParameter, type Route, repositoryOf } from '../server/exchange.js';
import { pageOf } from '../server/pages.js';
import { notFound } from '../server/refusal.js';
import { issueCommentShape, reviewCommentShape } from '../shapes/review.js';
import type { IssueComment, ReviewComment } from '../world.js';
import { checkBody } from './comment-draft.js';
import { pullOf } from './pulls.js';

interface Text {
  readonly body: string;
}

function textOf(exchange: Exchange): string {
  const { body } = bodyOf<Text>(exchange);
  checkBody(exchange, body);
  return body;
}

function reviewCommentOf(exchange: Exchange): ReviewComment {
  const repository = repositoryOf(exchange);
  const id = numberParameter(exchange, 'comment_id');
  const comment = exchange.world.threads.flatMap((thread) => thread.comments).find((each) => each.id === id);
  if (comment === undefined || comment.pull.repository !== repository) throw notFound();
  return comment;
}

function issueCommentOf(exchange: Exchange): IssueComment {
  const repository = repositoryOf(exchange);
  const id = numberParameter(exchange, 'comment_id');
  const comment = exchange.world.issueComments.find((each) => each.id === id);
  if (comment === undefined || comment.pull.repository !== repository) throw notFound();
  return comment;
}

function reply(exchange: Exchange): Answer {
  const { world, actor } = exchange;
  const { thread, pull } = reviewCommentOf(exchange);
  const comment = replyToThread(world, thread, actor, textOf(exchange));
  const subject = { event: 'pull_request_review_comment', pull, comment } as const;
  exchange.later(() => world.announce({ subject, action: 'created', sender: actor }));
  return { status: 201, body: reviewCommentShape(world, comment), looser: true };
}

/** Changes a comment; an app that changes another's words is noted. */
function edit(exchange: Exchange, comment: ReviewComment | IssueComment): void {
  if (comment.user !== exchange.actor) exchange.violation('edits-foreign-comment', String(comment.id));
  comment.body = textOf(exchange);
  comment.updatedAt = nowText();
}

function editReviewComment(exchange: Exchange): Answer {
  const comment = reviewCommentOf(exchange);
  edit(exchange, comment);
  return { body: reviewCommentShape(exchange.world, comment), looser: true };
}

function editIssueComment(exchange: Exchange): Answer {
  const comment = issueCommentOf(exchange);
  edit(exchange, comment);
  return { body: issueCommentShape(exchange.world, comment) };
}

function createIssueComment(exchange: Exchange): Answer {
  const { world, actor } = exchange;
  const pull = pullOf(exchange, 'issue_number');
  const comment = addIssueComment(world, pull, actor, textOf(exchange));
  const subject = { event: 'issue_comment', pull, comment } as const;
  exchange.later(() => world.announce({ subject, action: 'created', sender: actor }));
  return { status: 201, body: issueCommentShape(world, comment) };
}

function listIssueComments(exchange: Exchange): Answer {
  const pull = pullOf(exchange, 'issue_number');
  const comments = exchange.world.issueComments.filter((comment) => comment.pull === pull);
  return { body: pageOf(exchange, comments).map((comment) => issueCommentShape(exchange.world, comment)) };
}

const repository = '/repos/{owner}/{repo}';

export const commentRoutes: readonly Route[] = [
  {
    route: `POST ${repository}/pulls/{pull_number}/comments/{comment_id}/replies`,
    permission: 'pull_requests:write',
    creates: true,
    answer: reply,
  },
  {
    route: `GET ${repository}/pulls/comments/{comment_id}`,
    permission: 'pull_requests:read',
    answer: (exchange) => ({ body: reviewCommentShape(exchange.world, reviewCommentOf(exchange)), looser: true }),
  },
  {
    route: `PATCH ${repository}/pulls/comments/{comment_id}`,
    permission: 'pull_requests:write',
    answer: editReviewComment,
  },
  {
    route: `GET ${repository}/issues/{issue_number}/comments`,
    permission: 'issues:read|pull_requests:read',
    answer: listIssueComments,
  },
  {
    route: `POST ${repository}/issues/{issue_number}/comments`,
    permission: 'issues:write|pull_requests:write',
    creates: true,
    answer: createIssueComment,
  },
  {
    route: `PATCH ${repository}/issues/comments/{comment_id}`,
    permission: 'issues:write|pull_requests:write',
    answer: editIssueComment,
  },
];
