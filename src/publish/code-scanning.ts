import { gzipSync } from 'node:zlib';
import type { GitHub, Repository } from '../pull-request/client.js';
import { statusOf } from '../pull-request/refusal.js';

/** What is looked at: a commit, and the ref that it stands for. */
export interface Analysed extends Repository {
  readonly head: string;
  /** `refs/pull/1/head`, or a branch; never one of the merge queue, which is gone in a moment. */
  readonly ref: string;
}

/** True if code scanning took the results. A repository without it refuses them, and so does GitHub while it is not allowed. */
export async function uploadSarif(
  github: GitHub,
  { owner, repo, head, ref }: Analysed,
  sarif: string,
): Promise<boolean> {
  try {
    await github.request('POST /repos/{owner}/{repo}/code-scanning/sarifs', {
      owner,
      repo,
      commit_sha: head,
      ref,
      sarif: gzipSync(sarif).toString('base64'),
      tool_name: 'Postern',
    });
    return true;
  } catch (error) {
    const status = statusOf(error);
    if (status === 403 || status === 404 || status === 413) return false;
    throw error;
  }
}
