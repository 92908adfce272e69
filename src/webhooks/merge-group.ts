import type { Context } from 'probot';
import { type Enqueue, sourceOf } from './source.js';

type MergeGroupEvent = Context<'merge_group.checks_requested'>;

/** An entry of the merge queue waits for its checks. */
export function onMergeGroup(enqueue: Enqueue): (context: MergeGroupEvent) => Promise<void> {
  return async (context) => {
    const { merge_group: group, installation, repository } = context.payload;
    if (repository === undefined) return;
    const source = sourceOf({ id: context.id, payload: { installation, repository } });
    if (source === undefined) return;
    const baseRef = group.base_ref.replace(/^refs\/heads\//, '');
    await enqueue({ ...source, kind: 'group', head: group.head_sha, base: group.base_sha, baseRef });
  };
}
