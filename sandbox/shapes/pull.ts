import { nodeId } from '../graphql/ids.js';
import type { Pull, Repository, World } from '../world.js';
import { accountShape } from './account.js';
import { mergeSettings, repositoryShape } from './repository.js';
import { pullPage, pullUrl, repositoryUrl } from './urls.js';

function urls(world: World, pull: Pull) {
  const url = pullUrl(world, pull);
  const page = pullPage(world, pull);
  const repository = repositoryUrl(world, pull.repository);
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: `${repository}/issues/${pull.number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repository}/pulls/comments{/number}`,
    comments_url: `${repository}/issues/${pull.number}/comments`,
    statuses_url: `${repository}/statuses/${pull.headSha}`,
  };
}

function linksOf(address: ReturnType<typeof urls>) {
  return {
    self: { href: address.url },
    html: { href: address.html_url },
    issue: { href: address.issue_url },
    comments: { href: address.comments_url },
    review_comments: { href: address.review_comments_url },
    review_comment: { href: address.review_comment_url },
    commits: { href: address.commits_url },
    statuses: { href: address.statuses_url },
  };
}

function endShape(world: World, repository: Repository, ref: string, sha: string) {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: accountShape(world, repository.owner),
    repo: { ...repositoryShape(world, repository), ...mergeSettings },
  };
}

const untouched = {
  locked: false,
  labels: [],
  milestone: null,
  active_lock_reason: null,
  closed_at: null,
  merged_at: null,
  assignee: null,
  assignees: [],
  requested_reviewers: [],
  requested_teams: [],
  auto_merge: null,
};

/** A pull request as lists and most webhooks have it. */
export function simplePull(world: World, pull: Pull) {
  const address = urls(world, pull);
  const own = pull.headRepository === pull.repository;
  return {
    ...address,
    ...untouched,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    state: pull.state,
    title: pull.title,
    user: accountShape(world, pull.user),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    merge_commit_sha: null,
    head: endShape(world, pull.headRepository, pull.headBranch, pull.headSha),
    base: endShape(world, pull.repository, pull.baseBranch, pull.baseSha),
    _links: linksOf(address),
    author_association: own ? 'MEMBER' : 'FIRST_TIME_CONTRIBUTOR',
    draft: pull.draft,
  };
}

/** A pull request as it is read alone. */
export function pullShape(world: World, pull: Pull, commits: number) {
  const { mergeable } = pull;
  const sum = (count: (file: Pull['files'][number]) => number) =>
    pull.files.reduce((all, file) => all + count(file), 0);
  return {
    ...simplePull(world, pull),
    merged: false,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: pull.draft ? 'draft' : mergeable ? 'clean' : 'dirty',
    merged_by: null,
    comments: world.issueComments.filter((comment) => comment.pull === pull).length,
    review_comments: world.threads.filter((thread) => thread.pull === pull).length,
    maintainer_can_modify: false,
    commits,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    changed_files: pull.files.length,
  };
}

/** A pull request as check runs refer to it. */
export function mentionedPull(world: World, pull: Pull) {
  const end = (repository: Repository, ref: string, sha: string) => ({
    ref,
    sha,
    repo: { id: repository.id, url: repositoryUrl(world, repository), name: repository.name },
  });
  return {
    url: pullUrl(world, pull),
    id: pull.id,
    number: pull.number,
    head: end(pull.headRepository, pull.headBranch, pull.headSha),
    base: end(pull.repository, pull.baseBranch, pull.baseSha),
  };
}

export function changedFileShape(world: World, pull: Pull) {
  return changedFileAt(world, pull.headRepository, pull.headSha);
}

/** How a changed file is listed, seen from one commit. */
export function changedFileAt(world: World, repository: Repository, sha: string) {
  const page = `${world.address}/${repository.fullName}`;
  return (file: Pull['files'][number]) => {
    const path = file.filename.split('/').map(encodeURIComponent).join('/');
    return {
      sha: file.sha,
      filename: file.filename,
      status: file.status,
      additions: file.additions,
      deletions: file.deletions,
      changes: file.additions + file.deletions,
      blob_url: `${page}/blob/${sha}/${path}`,
      raw_url: `${page}/raw/${sha}/${path}`,
      contents_url: `${repositoryUrl(world, repository)}/contents/${path}?ref=${sha}`,
      ...(file.previous === undefined ? {} : { previous_filename: file.previous }),
      ...(file.patch === undefined ? {} : { patch: file.patch }),
    };
  };
}
