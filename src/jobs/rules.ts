import { externalIdOf, type Job, type PullJob } from './job.js';

/** What is kept about one subject: the job that runs, and the one that comes after it. */
export interface Slot {
  readonly running: Job | undefined;
  readonly waiting: Job | undefined;
}

/** What becomes of a slot. */
export interface Decision {
  /** The job is one of the slot's own again: nothing changes. */
  readonly isRepeated?: true;
  /** What waits from now on. */
  readonly waiting: Job | undefined;
  /** The running job is pointless from now on: this is the newer head. */
  readonly stoppedBy: string | undefined;
  /** Another job that follows from it: the check of a head that nobody waits for any more is concluded. */
  readonly also: Job | undefined;
}

/** A job arrives: the newest head wins, one review runs for each subject, and what was asked for stays asked for. */
export function arrive({ running, waiting }: Slot, job: Job): Decision {
  if ([running, waiting].some((own) => own !== undefined && isRepeated(own, job))) {
    return { isRepeated: true, waiting, stoppedBy: undefined, also: undefined };
  }
  return {
    waiting: merged(waiting, job),
    stoppedBy: running && isOutdated(running, job) ? headOf(job) : undefined,
    also: waiting && supersededBy(waiting, job),
  };
}

/** A job was begun and not done, because its process died, stopped, or has to wait: it waits again, unless a newer one does. */
export function giveBack({ running, waiting }: Slot): Decision {
  if (running === undefined || waiting === undefined) {
    return { waiting: waiting ?? running, stoppedBy: undefined, also: undefined };
  }
  return { waiting: merged(running, waiting), stoppedBy: undefined, also: supersededBy(running, waiting) };
}

/** In which order the jobs of one installation are taken, the lowest first; of equals the one that waited longest. */
export function rankOf(job: Job): number {
  if (job.kind === 'group') return ranks.mergeQueue;
  if (job.kind === 'pull') return job.fork === true ? ranks.fork : ranks.pull;
  return job.kind === 'superseded' ? ranks.superseded : job.kind === 'commit' ? ranks.pull : ranks.survey;
}

/** The merge queue holds up everybody; forks may be anyone's. */
const ranks = { mergeQueue: 0, pull: 1, superseded: 2, fork: 3, survey: 4 } as const;

/** True for jobs that go before those of other installations, too. */
export function isUrgent(job: Job): boolean {
  return rankOf(job) === ranks.mergeQueue;
}

/** Jobs of one installation that are under way at the same time, in all processes together. */
const shareOf = { installation: 4, forks: 2 } as const;

/** True if an installation that has `running` under way may begin this job, too. Entries of the merge queue always may. */
export function mayBegin(job: Job, running: readonly Job[]): boolean {
  if (isUrgent(job)) return true;
  const forks = running.filter((one) => rankOf(one) === ranks.fork).length;
  return running.length < shareOf.installation && (rankOf(job) !== ranks.fork || forks < shareOf.forks);
}

/** A push that is being reviewed already, or will be: a webhook that was sent twice, a head that a sweep found. */
function isRepeated(current: Job, next: Job): boolean {
  if (current.kind !== 'pull' || next.kind !== 'pull') return isSame(current, next);
  return current.head === next.head && next.reason === 'pushed';
}

/** What else is asked for twice; a survey may find more the second time. */
function isSame(current: Job, next: Job): boolean {
  if (current.kind === 'branch' && next.kind === 'branch') return current.head === next.head;
  return current.kind === next.kind && current.kind !== 'survey';
}

function isOutdated(current: Job, next: Job): boolean {
  if (current.kind === 'branch' && next.kind === 'branch') return current.head !== next.head;
  return current.kind === 'pull' && next.kind === 'pull' && current.head !== next.head;
}

/** The job that waits for both. */
function merged(before: Job | undefined, job: Job): Job {
  if (before?.kind !== 'pull' || job.kind !== 'pull' || before.head !== job.head || job.reason !== 'pushed') return job;
  return { ...job, reason: before.reason };
}

function supersededBy(before: Job, job: Job): Job | undefined {
  return isOutdated(before, job) && before.kind === 'pull' && job.kind === 'pull'
    ? supersededJob(before, job.head)
    : undefined;
}

/** The job that concludes the check of a head which a newer one replaced. */
function supersededJob(job: PullJob, by: string): Job {
  const { installation, owner, repo, url, delivery, head } = job;
  return { kind: 'superseded', installation, owner, repo, url, delivery, head, externalId: externalIdOf(job), by };
}

function headOf(job: Job): string | undefined {
  return job.kind === 'pull' || job.kind === 'branch' ? job.head : undefined;
}
