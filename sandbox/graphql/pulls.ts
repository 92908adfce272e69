import type { Account, IssueComment, Pull, Review, ReviewComment, Thread } from '../world.js';
import { connection } from './connection.js';
import { nodeId } from './ids.js';
import type { GraphSession } from './mutations.js';
import { type GraphNode, node } from './node.js';

/** The graph names a bot without the suffix that the REST API gives it. */
export function actorNode(account: Account): GraphNode {
  const login = account.login.replace(/\[bot\]$/, '');
  return node(account.type, { id: nodeId('User', account.id), databaseId: account.id, login });
}

function commitNode(sha: string): GraphNode {
  return node('Commit', { id: nodeId('Commit', sha), oid: sha });
}

function commentNode(session: GraphSession, comment: ReviewComment): GraphNode {
  return node('PullRequestReviewComment', {
    id: nodeId('PullRequestReviewComment', comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    path: comment.path,
    line: comment.place?.line ?? null,
    startLine: comment.place?.startLine ?? null,
    originalLine: comment.original.line,
    originalStartLine: comment.original.startLine,
    outdated: comment.place === undefined,
    isMinimized: false,
    author: actorNode(comment.user),
    viewerDidAuthor: comment.user === session.world.app.bot,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    commit: commitNode(comment.commit),
    originalCommit: commitNode(comment.originalCommit),
  });
}

export function threadNode(session: GraphSession, thread: Thread): GraphNode {
  const first = thread.comments[0];
  return node('PullRequestReviewThread', {
    id: nodeId('PullRequestReviewThread', thread.id),
    isResolved: thread.resolvedBy !== undefined,
    isOutdated: first?.place === undefined,
    isCollapsed: thread.resolvedBy !== undefined || first?.place === undefined,
    path: first?.path ?? '',
    line: first?.place?.line ?? null,
    startLine: first?.place?.startLine ?? null,
    originalLine: first?.original.line ?? null,
    originalStartLine: first?.original.startLine ?? null,
    diffSide: first?.original.side ?? 'RIGHT',
    subjectType: 'LINE',
    viewerCanResolve: true,
    resolvedBy: thread.resolvedBy === undefined ? null : actorNode(thread.resolvedBy),
    comments: connection('comments', thread.comments, (comment) => commentNode(session, comment)),
  });
}

function reviewNode(session: GraphSession, review: Review): GraphNode {
  return node('PullRequestReview', {
    id: nodeId('PullRequestReview', review.id),
    databaseId: review.id,
    body: review.body,
    state: review.state,
    author: actorNode(review.user),
    viewerDidAuthor: review.user === session.world.app.bot,
    submittedAt: review.submittedAt,
    commit: commitNode(review.commit),
  });
}

function issueCommentNode(session: GraphSession, comment: IssueComment): GraphNode {
  return node('IssueComment', {
    id: nodeId('IssueComment', comment.id),
    databaseId: comment.id,
    body: comment.body,
    author: actorNode(comment.user),
    viewerDidAuthor: comment.user === session.world.app.bot,
    createdAt: comment.createdAt,
  });
}

export function pullNode(session: GraphSession, pull: Pull): GraphNode {
  const { reviews, threads, issueComments } = session.world;
  const of = <Part extends { readonly pull: Pull }>(parts: readonly Part[]) =>
    parts.filter((part) => part.pull === pull);
  return node('PullRequest', {
    id: nodeId('PullRequest', pull.id),
    databaseId: pull.id,
    number: pull.number,
    title: pull.title,
    state: pull.state.toUpperCase(),
    isDraft: pull.draft,
    isCrossRepository: pull.headRepository !== pull.repository,
    headRefOid: pull.headSha,
    headRefName: pull.headBranch,
    baseRefOid: pull.baseSha,
    baseRefName: pull.baseBranch,
    author: actorNode(pull.user),
    changedFiles: pull.files.length,
    reviewThreads: connection('reviewThreads', of(threads), (thread) => threadNode(session, thread)),
    reviews: connection('reviews', of(reviews), (review) => reviewNode(session, review)),
    comments: connection('comments', of(issueComments), (comment) => issueCommentNode(session, comment)),
  });
}
