import { commitFiles, type Files } from '../git/commit.js';
import { resolveCommit } from '../git/repository.js';
import type { PushedRange } from '../webhooks/announcement.js';
import type { Account, Repository, World } from '../world.js';
import { checkSuiteOf } from './checks.js';
import { refreshPull } from './refresh.js';

export interface PushDraft {
  readonly branch: string;
  readonly files: Files;
  readonly by: Account;
  readonly message?: string;
  /** Where a new branch begins; the default branch when left out. */
  readonly from?: string;
}

const nothing = '0'.repeat(40);

/** Adds a commit to a branch and tells nobody. */
export async function commitTo(repository: Repository, draft: PushDraft): Promise<PushedRange> {
  const { git } = repository;
  const ref = `refs/heads/${draft.branch}`;
  const before = await resolveCommit(git, ref);
  const parent = before ?? (await resolveCommit(git, draft.from ?? repository.defaultBranch));
  if (parent === undefined) throw new Error(`${repository.fullName} has no commit to build on.`);
  const { files, message = 'Change' } = draft;
  const author = { name: draft.by.login, email: draft.by.email };
  const after = await commitFiles(git, { ref, files, message, author, parent });
  return { before: before ?? nothing, after };
}

/** Tells the app about a push, as GitHub does: the push, a check suite, and each pull request it moved. */
export async function announcePush(
  world: World,
  repository: Repository,
  draft: Pick<PushDraft, 'branch' | 'by'>,
  range: PushedRange,
): Promise<void> {
  const { branch, by: sender } = draft;
  await world.announce({ subject: { event: 'push', repository, branch, range }, sender });
  const suite = checkSuiteOf(world, repository, range.after, branch);
  await world.announce({ subject: { event: 'check_suite', suite }, action: 'requested', sender });
}

/** Pushes a commit. Pull requests from the branch move to it; those into it only get a new base. */
export async function push(world: World, repository: Repository, draft: PushDraft): Promise<PushedRange> {
  const range = await commitTo(repository, draft);
  const open = world.pulls.filter(({ state }) => state === 'open');
  const moved = open.filter((pull) => pull.headRepository === repository && pull.headBranch === draft.branch);
  const rebased = open.filter((pull) => pull.repository === repository && pull.baseBranch === draft.branch);
  for (const pull of [...moved, ...rebased]) await refreshPull(world, pull);
  await announcePush(world, repository, draft, range);
  for (const pull of moved) {
    const subject = { event: 'pull_request', pull, before: range.before } as const;
    await world.announce({ subject, action: 'synchronize', sender: draft.by });
  }
  return range;
}
