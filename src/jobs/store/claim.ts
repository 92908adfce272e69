import type { Job } from '../job.js';

/** A job that this process does now. */
export interface Claim {
  readonly subject: string;
  readonly job: Job;
  /** How often it was begun and failed before. */
  readonly attempts: number;
}

/** When a claimed job is to be done instead of now. */
export interface Later {
  /** As it is to be done then. */
  readonly job: Job;
  readonly at: Date;
  /** This attempt failed, and counts. */
  readonly counts: boolean;
}

/** The jobs of this process that its store still knows as its own, and which of them a newer head made pointless. */
export interface Held {
  readonly subjects: ReadonlySet<string>;
  readonly stopped: readonly { readonly subject: string; readonly by: string }[];
}
