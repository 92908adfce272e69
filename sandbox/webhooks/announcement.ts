import type { CheckRun, CheckSuite } from '../check.js';
import type { Account, Installation, IssueComment, Pull, Repository, Review, ReviewComment, Thread } from '../world.js';

export interface MergeGroup {
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
}

export type Subject =
  | { readonly event: 'pull_request'; readonly pull: Pull; readonly before?: string; readonly formerBase?: FormerBase }
  | { readonly event: 'pull_request_review'; readonly pull: Pull; readonly review: Review }
  | { readonly event: 'pull_request_review_comment'; readonly pull: Pull; readonly comment: ReviewComment }
  | { readonly event: 'pull_request_review_thread'; readonly pull: Pull; readonly thread: Thread }
  | { readonly event: 'issue_comment'; readonly pull: Pull; readonly comment: IssueComment }
  | { readonly event: 'check_run'; readonly run: CheckRun; readonly requested?: string }
  | { readonly event: 'check_suite'; readonly suite: CheckSuite }
  | { readonly event: 'merge_group'; readonly repository: Repository; readonly group: MergeGroup }
  | { readonly event: 'push'; readonly repository: Repository; readonly branch: string; readonly range: PushedRange }
  | { readonly event: 'installation'; readonly installation: Installation };

export interface FormerBase {
  readonly ref: string;
  readonly sha: string;
}

export interface PushedRange {
  readonly before: string;
  readonly after: string;
}

/** Something that happened and that GitHub tells apps about. */
export interface Announcement {
  readonly subject: Subject;
  readonly action?: string;
  readonly sender: Account;
}

/** One webhook that was sent, and how the app answered. */
export interface Delivery {
  /** GitHub's number for this attempt. */
  readonly number: number;
  /** The same for every attempt at one event. */
  readonly id: string;
  readonly deliveredAt: string;
  readonly isRedelivery: boolean;
  readonly event: string;
  readonly action: string | undefined;
  readonly payload: unknown;
  /** 0 when there was no answer. */
  status: number;
  milliseconds: number;
  outcome: string;
}
