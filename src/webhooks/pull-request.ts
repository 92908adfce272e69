import type { Context } from 'probot';
import type { PullJob } from '../jobs/job.js';
import { type Enqueue, sourceOf } from './source.js';

type PullRequestEvent = Context<
  | 'pull_request.opened'
  | 'pull_request.reopened'
  | 'pull_request.synchronize'
  | 'pull_request.ready_for_review'
  | 'pull_request.edited'
>;

/** A pull request has a head that was not reviewed yet, or not in this way. */
export function onPullRequest(enqueue: Enqueue): (context: PullRequestEvent) => Promise<void> {
  return async (context) => {
    const source = sourceOf(context);
    const reason = reasonOf(context.payload);
    if (source === undefined || reason === undefined) return;
    const { number, head, base } = context.payload.pull_request;
    const pull = { number, head: head.sha, base: base.sha, baseRef: base.ref, reason };
    await enqueue({ ...source, kind: 'pull', ...pull, ...(isFork(head.repo, base.repo) && { fork: true }) });
  };
}

interface Side {
  readonly id: number;
}

/** A fork that was deleted is null. */
function isFork(head: Side | null | undefined, base: Side | undefined): boolean {
  return head === null || (head !== undefined && head.id !== base?.id);
}

function reasonOf(payload: PullRequestEvent['payload']): PullJob['reason'] | undefined {
  if (payload.action === 'edited') return payload.changes.base === undefined ? undefined : 'rebased';
  return payload.action === 'opened' || payload.action === 'synchronize' ? 'pushed' : 'asked';
}
