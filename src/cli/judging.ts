import type { Finding } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import type { Severity } from '../findings/severity.js';
import type { Judge } from '../judgement/judge.js';

/** The options that all judging commands share, as the command line gives them. */
export interface JudgingOptions {
  /** `NAME` or `NAME:FILE`; none is `pretty`. */
  readonly format?: readonly string[];
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
  /** Only what fails is printed. */
  readonly quiet?: boolean;
  /** The policies whose findings are told; none is all. */
  readonly policy: readonly string[];
  /** Findings below this severity are left out. */
  readonly severity?: string;
}

/** What they come to. */
export interface Judging {
  readonly judge: Judge;
  readonly failOn: Severity | undefined;
  /** The findings that are told. */
  readonly chosen: (finding: Finding) => boolean;
  readonly notices: readonly Notice[];
}
