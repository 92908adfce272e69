import type { Severity } from './severity.js';

/** What a finding about a component tells besides its words: the check run's table and the bill of materials use it. */
export interface ComponentDetails {
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
  readonly advisories: readonly AdvisoryDetails[];
  readonly fixed: string | undefined;
  /** Names of the functions that ship it. */
  readonly functions: readonly string[];
}

export interface AdvisoryDetails {
  readonly ids: readonly string[];
  readonly url: string;
  readonly severity: Severity;
}
