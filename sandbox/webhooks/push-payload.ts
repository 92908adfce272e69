import { readCommit } from '../git/objects.js';
import { headCommitShape } from '../shapes/commit.js';
import { repositoryShape } from '../shapes/repository.js';
import { repositoryPage } from '../shapes/urls.js';
import type { Repository, World } from '../world.js';
import type { PushedRange } from './announcement.js';

interface Pushed {
  readonly repository: Repository;
  readonly branch: string;
  readonly range: PushedRange;
}

/** What GitHub says about a push. */
export async function pushPart(world: World, { repository, branch, range }: Pushed) {
  const { before, after } = range;
  const page = repositoryPage(world, repository);
  const facts = headCommitShape(await readCommit(repository.git, after));
  const files = { added: [], removed: [], modified: [] };
  const commit = { ...facts, distinct: true, url: `${page}/commit/${after}`, ...files };
  const seconds = (text: string) => Math.floor(Date.parse(text) / 1000);
  const shape = repositoryShape(world, repository);
  return {
    ref: `refs/heads/${branch}`,
    before,
    after,
    repository: {
      ...shape,
      created_at: seconds(shape.created_at),
      pushed_at: Math.floor(Date.now() / 1000),
      master_branch: repository.defaultBranch,
      stargazers: 0,
    },
    pusher: { name: 'dev', email: 'dev@users.noreply.example.com' },
    created: /^0+$/.test(before),
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${page}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: [commit],
    head_commit: commit,
  };
}
