import type { Notice } from '../findings/notice.js';
import type { Severity } from '../findings/severity.js';
import type { Judge } from '../judgement/judge.js';

/** The options that all judging commands share, as the command line gives them. */
export interface JudgingOptions {
  readonly format: string;
  readonly output?: string;
  readonly failOn?: string;
  readonly profile?: string;
  readonly settings?: string;
  /** Globs of paths to leave out, besides those of the settings. */
  readonly exclude: readonly string[];
  readonly date?: string;
  readonly advisories: string;
  readonly color: boolean;
  /** Every place, low ones too. */
  readonly all?: boolean;
}

/** What they come to. */
export interface Judging {
  readonly judge: Judge;
  readonly failOn: Severity | undefined;
  readonly notices: readonly Notice[];
}
