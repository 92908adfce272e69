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
    await enqueue({ ...source, kind: 'pull', number, head: head.sha, base: base.sha, baseRef: base.ref, reason });
  };
}

function reasonOf(payload: PullRequestEvent['payload']): PullJob['reason'] | undefined {
  if (payload.action === 'edited') return payload.changes.base === undefined ? undefined : 'rebased';
  return payload.action === 'opened' || payload.action === 'synchronize' ? 'pushed' : 'asked';
}
