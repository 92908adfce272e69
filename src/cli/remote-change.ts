import { z } from 'zod';
import { createBlobCache } from '../pull-request/blobs.js';
import { type GitHub, get, type Repository } from '../pull-request/client.js';
import type { Compared } from '../pull-request/comparison.js';
import { type GithubPullRequest, githubPullRequest } from '../pull-request/github-pull-request.js';
import { readSituation } from '../pull-request/situation.js';
import { createTreeCache } from '../pull-request/trees.js';
import type { SettingsTexts } from '../settings/layers.js';
import type { PullName } from './pull-name.js';

/** A change on GitHub, ready to be reviewed. */
export interface RemoteChange {
  readonly pull: GithubPullRequest;
  readonly settings: SettingsTexts;
  readonly head: string;
  /** The repository's page. */
  readonly url: string;
  /** Of a pull request: somebody commented on its lines; it takes comments. */
  readonly hasThreads: boolean;
  readonly isOpen: boolean;
  readonly isDraft: boolean;
}

const pullShape = z.object({
  state: z.string(),
  head: z.object({ sha: z.string() }),
  base: z.object({ sha: z.string(), ref: z.string(), repo: z.object({ html_url: z.string() }) }),
});

/** A pull request as it stands now. */
export async function readPull(github: GitHub, name: PullName): Promise<RemoteChange> {
  const { owner, repo, number } = name;
  const parameters = { owner, repo, pull_number: number };
  const { state, head, base } = await get(github, '/repos/{owner}/{repo}/pulls/{pull_number}', parameters, pullShape);
  const situation = await readSituation(github, name, { number, baseRef: base.ref });
  const from = state === 'open' ? `refs/heads/${base.ref}` : base.sha;
  return {
    pull: await compared(github, name, { number, base: from, head: head.sha }),
    settings: situation.settings,
    head: head.sha,
    url: base.repo.html_url,
    hasThreads: situation.pull?.hasThreads === true,
    isOpen: state === 'open',
    isDraft: situation.pull?.isDraft === true,
  };
}

/** An entry of the merge queue. */
export async function readGroup(
  github: GitHub,
  repository: Repository,
  {
    base,
    head,
    baseRef,
    url,
  }: { readonly base: string; readonly head: string; readonly baseRef: string; readonly url: string },
): Promise<RemoteChange> {
  const { settings } = await readSituation(github, repository, { number: undefined, baseRef });
  const pull = await compared(github, repository, { number: undefined, base, head });
  return { pull, settings, head, url, hasThreads: false, isOpen: true, isDraft: false };
}

function compared(github: GitHub, repository: Repository, change: Compared): Promise<GithubPullRequest> {
  return githubPullRequest(github, repository, change, { trees: createTreeCache(), blobs: createBlobCache() });
}
