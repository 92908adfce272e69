import type { Context } from 'probot';
import { checkName } from '../publish/check-run.js';
import { type Enqueue, sourceOf } from './source.js';

type CheckRunEvent = Context<'check_run.rerequested'>;

/** Somebody asked for our check again. Heads in forks carry no pull request here: the check's own id says which one. */
export function onCheckRun(enqueue: Enqueue): (context: CheckRunEvent) => Promise<void> {
  return async (context) => {
    const { name, head_sha, external_id, check_suite } = context.payload.check_run;
    const source = sourceOf(context);
    if (source === undefined || name !== checkName) return;
    const branch = check_suite?.head_branch ?? undefined;
    await enqueue({ ...source, kind: 'commit', head: head_sha, externalId: external_id || undefined, branch });
  };
}
