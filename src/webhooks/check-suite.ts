import type { Context } from 'probot';
import { type Enqueue, sourceOf } from './source.js';

type CheckSuiteEvent = Context<'check_suite.rerequested'>;

/** Somebody asked for all checks of a commit again. */
export function onCheckSuite(enqueue: Enqueue): (context: CheckSuiteEvent) => Promise<void> {
  return async (context) => {
    const { head_sha, head_branch } = context.payload.check_suite;
    const source = sourceOf(context);
    if (source === undefined) return;
    const branch = head_branch ?? undefined;
    await enqueue({ ...source, kind: 'commit', head: head_sha, externalId: undefined, branch });
  };
}
