/** Where a job comes from: the installation, the repository, the webhook that asked for it. Plain data: it is kept in the store. */
export interface JobSource {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  /** The repository's address for people. */
  readonly url: string;
  /** The webhook delivery, for the log. */
  readonly delivery: string;
  /** Attempts that failed by what may pass. Those that ended with their process are counted with the task. */
  readonly failures?: number;
}

/** Review a pull request at this head. */
export interface PullJob extends JobSource {
  readonly kind: 'pull';
  readonly number: number;
  readonly head: string;
  /** The base commit when the webhook was sent. */
  readonly base: string;
  /** The base branch, without `refs/heads/`. */
  readonly baseRef: string;
  /** `pushed`: once is enough. `asked`: somebody wants it again. `rebased`: compared with another base from now on. */
  readonly reason: 'pushed' | 'asked' | 'rebased';
  /** The head is in a fork: anyone may have written it. */
  readonly fork?: true;
}

/** Review an entry of the merge queue. */
export interface GroupJob extends JobSource {
  readonly kind: 'group';
  readonly head: string;
  readonly base: string;
  readonly baseRef: string;
}

/** Show in code scanning how the default branch stands. */
export interface BranchJob extends JobSource {
  readonly kind: 'branch';
  readonly head: string;
  /** Without `refs/heads/`. */
  readonly branch: string;
}

/** Find out what there is to review at a commit: somebody asked for its checks again. */
export interface CommitJob extends JobSource {
  readonly kind: 'commit';
  readonly head: string;
  /** Of the check run that was asked for, when it was one. */
  readonly externalId: string | undefined;
  /** GitHub knows no branch for heads in forks. */
  readonly branch: string | undefined;
}

/** Review the open pull requests of a repository that the app has just come to. */
export interface SurveyJob extends JobSource {
  readonly kind: 'survey';
}

/** Find what nobody told us about: heads without a concluded review, in a part of an installation's repositories. */
export interface SweepJob extends JobSource {
  readonly kind: 'sweep';
}

/** Conclude the check of a head that nobody waits for any more. */
export interface SupersededJob extends JobSource {
  readonly kind: 'superseded';
  readonly head: string;
  readonly externalId: string;
  readonly by: string;
}

export type ReviewJob = PullJob | GroupJob;
export type Job = ReviewJob | BranchJob | CommitJob | SurveyJob | SweepJob | SupersededJob;

/** What a job is about: of jobs about the same subject one runs at a time, and the newest wins. */
export function subjectOf(job: Job): string {
  const repository = `${job.owner}/${job.repo}`;
  if (job.kind === 'pull') return `${repository}#${job.number}`;
  if (job.kind === 'sweep') return `sweep ${job.installation}`;
  if (job.kind === 'branch') return `${repository} branch ${job.branch}`;
  return job.kind === 'survey' ? `${repository} survey` : `${repository} ${job.kind} ${job.head}`;
}

/** The job's key: the external id of its check run. */
export function externalIdOf(
  job: Pick<PullJob, 'kind' | 'number' | 'head'> | Pick<GroupJob, 'kind' | 'base' | 'head'>,
): string {
  return job.kind === 'pull' ? `pull/${job.number}/${job.head}` : `group/${job.base}/${job.head}`;
}

/** The pull request that an external id of ours names. */
export function pullNumberIn(externalId: string | null | undefined): number | undefined {
  const number = /^pull\/(\d{1,10})\/[0-9a-f]{40,64}$/.exec(externalId ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The base of a merge queue's branch: `gh-readonly-queue/<base branch>/pr-<number>-<base commit>`. */
export function queueBaseIn(
  branch: string | undefined,
): { readonly baseRef: string; readonly base: string } | undefined {
  const [, baseRef, base] = /^gh-readonly-queue\/(.+)\/pr-\d+-([0-9a-f]{40,64})$/.exec(branch ?? '') ?? [];
  return baseRef === undefined || base === undefined ? undefined : { baseRef, base };
}
