import type { CommitFacts, Signature } from '../git/objects.js';
import { nodeId } from '../graphql/ids.js';
import type { Repository, World } from '../world.js';
import { accountShape } from './account.js';
import { repositoryPage, repositoryUrl } from './urls.js';

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

function accountBy(world: World, signature: Signature) {
  const account = [...world.accounts.values()].find(({ email }) => email === signature.email);
  return account === undefined ? null : accountShape(world, account);
}

function parentsOf(world: World, repository: Repository, commit: CommitFacts) {
  return commit.parents.map((sha) => ({
    sha,
    url: `${repositoryUrl(world, repository)}/commits/${sha}`,
    html_url: `${repositoryPage(world, repository)}/commit/${sha}`,
  }));
}

/** A commit with the accounts of its authors. */
export function commitShape(world: World, repository: Repository, commit: CommitFacts) {
  const url = repositoryUrl(world, repository);
  return {
    url: `${url}/commits/${commit.sha}`,
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    html_url: `${repositoryPage(world, repository)}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      verification: unsigned,
    },
    author: accountBy(world, commit.author),
    committer: accountBy(world, commit.committer),
    parents: parentsOf(world, repository, commit),
  };
}

/** A commit as git has it. */
export function gitCommitShape(world: World, repository: Repository, commit: CommitFacts) {
  const url = repositoryUrl(world, repository);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${url}/git/commits/${commit.sha}`,
    html_url: `${repositoryPage(world, repository)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: parentsOf(world, repository, commit),
    verification: unsigned,
  };
}

/** A commit as webhooks have it. */
export function headCommitShape(commit: CommitFacts) {
  const person = ({ name, email }: Signature) => ({ name, email });
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.author.date,
    author: person(commit.author),
    committer: person(commit.committer),
  };
}
