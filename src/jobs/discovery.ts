import { z } from 'zod';
import { listCheckRuns } from '../publish/check-run.js';
import { type GitHub, get, getAll } from '../pull-request/client.js';
import {
  type CommitJob,
  type GroupJob,
  type JobSource,
  type PullJob,
  pullNumberIn,
  queueBaseIn,
  type ReviewJob,
  type SurveyJob,
} from './job.js';

export const pullShape = z.object({
  number: z.number(),
  state: z.string(),
  head: z.object({ sha: z.string(), repo: z.object({ id: z.number() }).nullish() }),
  base: z.object({ sha: z.string(), ref: z.string(), repo: z.object({ id: z.number() }).nullish() }),
});

/** Open pull requests of a repository that a survey reviews at most, the latest first. */
const mostSurveyed = 100;

/** What there is to review at a commit whose checks were asked for again; heads in forks are on no branch. */
export async function jobsAt(github: GitHub, job: CommitJob): Promise<readonly ReviewJob[]> {
  const entry = queueBaseIn(job.branch);
  if (entry !== undefined) return [groupJob(job, entry)];
  const named = pullNumberIn(job.externalId);
  if (named !== undefined) return [await pullByNumber(github, job, named)];
  const runs = await listCheckRuns(github, job, job.head);
  const numbers = new Set(runs.flatMap(({ external_id }) => pullNumberIn(external_id) ?? []));
  if (numbers.size > 0) return Promise.all([...numbers].map((number) => pullByNumber(github, job, number)));
  const { owner, repo, head } = job;
  const route = '/repos/{owner}/{repo}/commits/{commit_sha}/pulls';
  const pulls = await getAll(github, route, { owner, repo, commit_sha: head }, { shape: pullShape });
  return pulls
    .filter((pull) => pull.state === 'open' && pull.head.sha === head)
    .map((pull) => toJob(job, pull, 'asked'));
}

/** A job for each open pull request of a repository. */
export async function jobsIn(github: GitHub, job: SurveyJob): Promise<readonly PullJob[]> {
  const { owner, repo } = job;
  const parameters = { owner, repo, state: 'open', sort: 'updated', direction: 'desc' };
  const pulls = await getAll(github, '/repos/{owner}/{repo}/pulls', parameters, {
    shape: pullShape,
    most: mostSurveyed,
  });
  return pulls.map((pull) => toJob(job, pull, 'pushed'));
}

async function pullByNumber(github: GitHub, job: CommitJob, number: number): Promise<PullJob> {
  return { ...toJob(job, await readPull(github, job, number), 'asked'), head: job.head };
}

/** A pull request as it stands now. */
export function readPull(github: GitHub, { owner, repo }: JobSource, number: number) {
  const parameters = { owner, repo, pull_number: number };
  return get(github, '/repos/{owner}/{repo}/pulls/{pull_number}', parameters, pullShape);
}

/** The review of a pull request as GitHub lists it. */
export function toJob(
  source: JobSource,
  { number, head, base }: z.infer<typeof pullShape>,
  reason: PullJob['reason'],
): PullJob {
  const isFork = head.repo === null || (head.repo !== undefined && head.repo.id !== base.repo?.id);
  const pull = { number, head: head.sha, base: base.sha, baseRef: base.ref, reason };
  return { ...sourceOf(source), kind: 'pull', ...pull, ...(isFork && { fork: true }) };
}

function groupJob(job: CommitJob, entry: { readonly base: string; readonly baseRef: string }): GroupJob {
  return { ...sourceOf(job), kind: 'group', head: job.head, ...entry };
}

function sourceOf({ installation, owner, repo, url, delivery }: JobSource): JobSource {
  return { installation, owner, repo, url, delivery };
}
