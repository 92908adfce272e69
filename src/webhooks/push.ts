import type { Context } from 'probot';
import { type Enqueue, sourceOf } from './source.js';

type PushEvent = Context<'push'>;

/** The default branch has a new commit: code scanning may want to know how it stands. Branches of the merge queue are not it. */
export function onPush(enqueue: Enqueue): (context: PushEvent) => Promise<void> {
  return async ({ id, payload }) => {
    const { ref, after, deleted, installation, repository } = payload;
    const { default_branch: branch, owner, name, html_url } = repository;
    if (deleted || ref !== `refs/heads/${branch}` || owner === null) return;
    const about = { name, html_url, owner: { login: owner.login ?? owner.name ?? '' } };
    const source = sourceOf({ id, payload: { installation, repository: about } });
    if (source !== undefined) await enqueue({ ...source, kind: 'branch', head: after, branch });
  };
}
