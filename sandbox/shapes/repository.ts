import { nodeId } from '../graphql/ids.js';
import type { Repository, World } from '../world.js';
import { accountShape } from './account.js';
import { repositoryPage, repositoryUrl } from './urls.js';

/** What follows a repository's address in the links that GitHub sends with it. */
const links = {
  forks_url: '/forks',
  keys_url: '/keys{/key_id}',
  collaborators_url: '/collaborators{/collaborator}',
  teams_url: '/teams',
  hooks_url: '/hooks',
  issue_events_url: '/issues/events{/number}',
  events_url: '/events',
  assignees_url: '/assignees{/user}',
  branches_url: '/branches{/branch}',
  tags_url: '/tags',
  blobs_url: '/git/blobs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  git_refs_url: '/git/refs{/sha}',
  trees_url: '/git/trees{/sha}',
  statuses_url: '/statuses/{sha}',
  languages_url: '/languages',
  stargazers_url: '/stargazers',
  contributors_url: '/contributors',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  commits_url: '/commits{/sha}',
  git_commits_url: '/git/commits{/sha}',
  comments_url: '/comments{/number}',
  issue_comment_url: '/issues/comments{/number}',
  contents_url: '/contents/{+path}',
  compare_url: '/compare/{base}...{head}',
  merges_url: '/merges',
  archive_url: '/{archive_format}{/ref}',
  downloads_url: '/downloads',
  issues_url: '/issues{/number}',
  pulls_url: '/pulls{/number}',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  labels_url: '/labels{/name}',
  releases_url: '/releases{/id}',
  deployments_url: '/deployments',
} as const;

type Links = Readonly<Record<keyof typeof links, string>>;

const counts = {
  size: 1,
  stargazers_count: 0,
  watchers_count: 0,
  forks_count: 0,
  open_issues_count: 0,
  forks: 0,
  open_issues: 0,
  watchers: 0,
};

const features = {
  homepage: null,
  language: null,
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: false,
  has_pages: false,
  has_discussions: false,
  mirror_url: null,
  archived: false,
  disabled: false,
  license: null,
  allow_forking: true,
  is_template: false,
  web_commit_signoff_required: false,
  topics: [],
};

export const mergeSettings = {
  allow_squash_merge: true,
  allow_merge_commit: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  delete_branch_on_merge: false,
  allow_update_branch: false,
  use_squash_pr_title_as_default: false,
  squash_merge_commit_message: 'COMMIT_MESSAGES',
  squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
  merge_commit_message: 'PR_TITLE',
  merge_commit_title: 'MERGE_MESSAGE',
};

function linksOf(url: string): Links {
  return Object.fromEntries(Object.entries(links).map(([name, path]) => [name, url + path])) as Links;
}

export function namedRepository(repository: Repository) {
  const { id, name, fullName, isPrivate } = repository;
  return { id, node_id: nodeId('Repository', id), name, full_name: fullName, private: isPrivate };
}

export function simpleRepository(world: World, repository: Repository) {
  const url = repositoryUrl(world, repository);
  return {
    ...namedRepository(repository),
    owner: accountShape(world, repository.owner),
    html_url: repositoryPage(world, repository),
    description: null,
    fork: repository.parent !== undefined,
    url,
    ...linksOf(url),
  };
}

export function repositoryShape(world: World, repository: Repository) {
  const page = repositoryPage(world, repository);
  return {
    ...simpleRepository(world, repository),
    ...counts,
    ...features,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
    git_url: `${page.replace(/^http/, 'git')}.git`,
    ssh_url: `git@github.com:${repository.fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    visibility: repository.isPrivate ? 'private' : 'public',
    default_branch: repository.defaultBranch,
  };
}

export function fullRepository(world: World, repository: Repository) {
  const { parent, owner } = repository;
  return {
    ...repositoryShape(world, repository),
    permissions: { admin: false, maintain: false, push: false, triage: false, pull: true },
    network_count: 0,
    subscribers_count: 0,
    temp_clone_token: null,
    ...(owner.type === 'Organization' ? { organization: accountShape(world, owner) } : {}),
    ...(parent === undefined ? {} : { parent: repositoryShape(world, parent), source: repositoryShape(world, parent) }),
  };
}
