import type { LineRange, Patch } from '../diff/patch.js';
import type { Found, Placed } from '../findings/finding.js';
import type { Sources } from '../findings/sources.js';
import type { Replacement } from './suggestion.js';

/** Findings of one file that are told together: the lead first, then what follows from it or goes with it. */
export type Group = readonly [Placed, ...Placed[]];

/** One comment to be: what a change caused on one thing of the author, or on several alike, and what one click would change. */
export interface Topic {
  /** As GitHub names it: the head's path, also for deleted lines. */
  readonly path: string;
  readonly side: 'left' | 'right';
  readonly range: LineRange;
  readonly findings: Group;
  /** The lines of `range` after the fixes of `fixed`, tried as one edit. */
  readonly replacement: Replacement | undefined;
  readonly fixed: ReadonlySet<Placed>;
  /** Findings whose fixes were tried with those of `fixed` and stand elsewhere: they are shown, not offered. */
  readonly beside: ReadonlySet<Placed>;
  /** What is left of the topic after the edits that it shows, parts of a sum among them. */
  readonly left: readonly Found[];
}

/** What placing comments needs besides the findings. */
export interface Diff {
  /** By the head's path. */
  readonly patches: ReadonlyMap<string, Patch>;
  /** The head's path of a file of the base. */
  readonly headPath: (basePath: string) => string;
  /** Head texts of files with fixes. */
  readonly texts: Sources;
}
