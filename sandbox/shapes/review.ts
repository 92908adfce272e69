import { nodeId } from '../graphql/ids.js';
import type { Account, IssueComment, Pull, Review, ReviewComment, World } from '../world.js';
import { accountShape, appShape } from './account.js';
import { pullPage, pullUrl, repositoryUrl } from './urls.js';

function association(account: Account): string {
  return account.type === 'Bot' ? 'NONE' : 'MEMBER';
}

function reactions(url: string) {
  const none = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  return { url: `${url}/reactions`, total_count: 0, ...none };
}

export function reviewShape(world: World, review: Review) {
  const page = `${pullPage(world, review.pull)}#pullrequestreview-${review.id}`;
  const pull = pullUrl(world, review.pull);
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: accountShape(world, review.user),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pull,
    author_association: association(review.user),
    _links: { html: { href: page }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  };
}

function placeShape(comment: ReviewComment) {
  const { place, original } = comment;
  return {
    diff_hunk: original.hunk,
    line: place?.line ?? null,
    start_line: place?.startLine ?? null,
    position: place?.position ?? null,
    original_line: original.line,
    original_start_line: original.startLine,
    original_position: original.position,
    side: original.side,
    start_side: original.startSide,
    subject_type: 'line',
  };
}

export function reviewCommentShape(world: World, comment: ReviewComment) {
  const { pull } = comment;
  const url = `${repositoryUrl(world, pull.repository)}/pulls/comments/${comment.id}`;
  const page = `${pullPage(world, pull)}#discussion_r${comment.id}`;
  return {
    url,
    pull_request_review_id: comment.review.id,
    id: comment.id,
    node_id: nodeId('PullRequestReviewComment', comment.id),
    path: comment.path,
    ...placeShape(comment),
    commit_id: comment.commit,
    original_commit_id: comment.originalCommit,
    user: accountShape(world, comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: page,
    pull_request_url: pullUrl(world, pull),
    author_association: association(comment.user),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullUrl(world, pull) } },
    reactions: reactions(url),
    ...(comment.answers === undefined ? {} : { in_reply_to_id: comment.answers }),
  };
}

export function issueCommentShape(world: World, comment: IssueComment) {
  const repository = repositoryUrl(world, comment.pull.repository);
  const url = `${repository}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${pullPage(world, comment.pull)}#issuecomment-${comment.id}`,
    issue_url: `${repository}/issues/${comment.pull.number}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: accountShape(world, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(comment.user),
    body: comment.body,
    reactions: reactions(url),
    performed_via_github_app: comment.user.type === 'Bot' ? appShape(world, world.app) : null,
  };
}

/** A pull request as the issue that it also is. */
export function issueShape(world: World, pull: Pull) {
  const url = `${repositoryUrl(world, pull.repository)}/issues/${pull.number}`;
  const page = pullPage(world, pull);
  return {
    url,
    repository_url: repositoryUrl(world, pull.repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    title: pull.title,
    user: accountShape(world, pull.user),
    labels: [],
    state: pull.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: world.issueComments.filter((comment) => comment.pull === pull).length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: null,
    author_association: 'MEMBER',
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: { url: pullUrl(world, pull), html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` },
    body: pull.body,
    reactions: reactions(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
  };
}
