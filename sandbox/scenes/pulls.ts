import type { Files } from '../git/commit.js';
import type { Pull, Repository, World } from '../world.js';
import { accountNamed, newId, nowText } from './identity.js';
import { announcePush, commitTo } from './pushes.js';
import { refreshPull } from './refresh.js';
import { forkRepository } from './repositories.js';

export interface PullDraft {
  readonly files: Files;
  /** The login of who opens it from a fork of theirs. */
  readonly fork?: string;
  readonly draft?: boolean;
  readonly title?: string;
  readonly body?: string;
  readonly base?: string;
}

/** Opens a pull request with one commit of these files, and tells the app. */
export async function openPull(world: World, repository: Repository, draft: PullDraft): Promise<Pull> {
  const user = accountNamed(world, draft.fork ?? 'dev');
  const headRepository = draft.fork === undefined ? repository : await forkRepository(world, repository, draft.fork);
  const number = world.pulls.filter((pull) => pull.repository === repository).length + 1;
  const base = draft.base ?? repository.defaultBranch;
  const push = { branch: `change-${number}`, files: draft.files, by: user, from: base };
  const range = await commitTo(headRepository, push);
  const pull: Pull = {
    id: newId(world),
    number,
    repository,
    headRepository,
    headBranch: push.branch,
    baseBranch: base,
    title: draft.title ?? 'Change',
    body: draft.body ?? '',
    user,
    createdAt: nowText(),
    updatedAt: nowText(),
    draft: draft.draft === true,
    state: 'open',
    baseSha: '',
    headSha: '',
    mergeBase: '',
    mergeable: true,
    files: [],
  };
  await refreshPull(world, pull);
  world.pulls.push(pull);
  await announcePush(world, headRepository, push, range);
  await world.announce({ subject: { event: 'pull_request', pull }, action: 'opened', sender: user });
  return pull;
}

export async function markReady(world: World, pull: Pull): Promise<void> {
  pull.draft = false;
  await world.announce({ subject: { event: 'pull_request', pull }, action: 'ready_for_review', sender: pull.user });
}

export async function closePull(world: World, pull: Pull): Promise<void> {
  pull.state = 'closed';
  await world.announce({ subject: { event: 'pull_request', pull }, action: 'closed', sender: pull.user });
}

export async function reopenPull(world: World, pull: Pull): Promise<void> {
  pull.state = 'open';
  await world.announce({ subject: { event: 'pull_request', pull }, action: 'reopened', sender: pull.user });
}

/** Points a pull request at another base branch. */
export async function changeBase(world: World, pull: Pull, branch: string): Promise<void> {
  const formerBase = { ref: pull.baseBranch, sha: pull.baseSha };
  pull.baseBranch = branch;
  await refreshPull(world, pull);
  const subject = { event: 'pull_request', pull, formerBase } as const;
  await world.announce({ subject, action: 'edited', sender: pull.user });
}
