import { uploadSarif } from '../publish/code-scanning.js';
import { githubTree } from '../pull-request/commit-tree.js';
import { readSituation } from '../pull-request/situation.js';
import { sarifOfTree } from './code-scanning.js';
import type { BranchJob } from './job.js';
import type { Tools } from './tools.js';

type Showing = Pick<Tools, 'github' | 'memory' | 'scanner' | 'words' | 'stage'>;

/** Shows in code scanning how the default branch stands, where its settings ask for it: one call finds that out. */
export async function showBranch(job: BranchJob, tools: Showing, signal: AbortSignal): Promise<void> {
  const { github, memory, scanner, words } = tools;
  const { owner, repo, head, branch } = job;
  const { settings } = await tools.stage('read', () =>
    readSituation(github, job, { number: undefined, baseRef: branch }),
  );
  const open = () => githubTree(github, job, head, memory);
  const scanned = await tools.stage('analyse', () => scanner(open, settings, github));
  if (scanned === undefined || signal.aborted) return;
  const upload = { owner, repo, head, ref: `refs/heads/${branch}` };
  await tools.stage('publish', () => uploadSarif(github, upload, sarifOfTree(scanned, words)));
}
