import type { Placed } from '../findings/finding.js';
import type { Sources } from '../findings/sources.js';
import type { GitHub } from '../pull-request/client.js';
import type { Memory } from '../pull-request/github-pull-request.js';
import type { Words } from '../report/words.js';
import type { SettingsTexts } from '../settings/layers.js';
import type { Job, ReviewJob } from './job.js';
import type { Reviewer } from './reviewer.js';
import type { Scanner } from './scanner.js';

/** What jobs work with. */
export interface Tools {
  readonly github: GitHub;
  /** True if the installation may resolve review threads. */
  readonly mayResolve: () => Promise<boolean>;
  readonly reviewer: Reviewer;
  readonly scanner: Scanner;
  readonly memory: Memory;
  readonly words: Words;
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>;
  /** Told which settings a review is made under, as soon as they are known. */
  readonly onSettings: (settings: SettingsTexts) => void;
  /** Measures a stage of a review: `read`, `analyse`, `publish`. */
  readonly stage: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Told when the check of a review is concluded. */
  readonly onConcluded: (concluded: Concluded) => Promise<void>;
}

/** A review whose check has its result. */
export interface Concluded {
  readonly job: ReviewJob;
  readonly conclusion: string;
  readonly findings: readonly Placed[];
  /** What lines may be quoted from. */
  readonly texts: Sources;
}
