import type { AdvisoryIndex } from '../dependencies/matching/matches.js';
import type { ShippingFunction } from './components/shipping.js';

/** What the settings and the clock give to every policy. */
export interface PolicyContext {
  /** `YYYY-MM-DD`. Time is an input. */
  readonly date: string;
  readonly defaults: Defaults;
  readonly trust: { readonly layerPublishers: readonly string[] };
  /** A monitor outside the repository, by name. */
  readonly externalMonitor: string | undefined;
  readonly completeness: 'stack' | 'repository' | 'account';
  /** The profile asks for what is a matter of order: sub-checks that are off otherwise. */
  readonly isStrict: boolean;
  /** The paths that the change names at the head; absent where nothing is compared. */
  readonly changed?: readonly string[];
}

/** Numbers that fixes may use (fix class `parameter`). Undefined: not configured, no suggestion. */
export interface Defaults {
  readonly logRetentionDays: number;
  readonly minLogRetentionDays: number;
  readonly reservedConcurrency: number | undefined;
  readonly throttle: { readonly rate: number; readonly burst: number } | undefined;
  readonly maxReceiveCount: number;
  readonly streamRetryAttempts: number;
  /** Seconds. */
  readonly workflowTimeout: number | undefined;
  readonly maxRoutesPerFunction: number;
  readonly maxDependencies: number;
  readonly maxFunctionsPerChange: number;
  readonly minReleaseAgeDays: number;
}

/** What judging components needs besides the two sides. All of it is at hand, so that judging is pure. */
export interface ComponentContext {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly advisories: AdvisoryIndex;
  /** The functions of all stacks of the repository, with the folder each is built from. */
  readonly functions: readonly ShippingFunction[];
  /** The functions as they were; absent when nothing is compared. */
  readonly baseFunctions?: readonly ShippingFunction[];
  /** Direct dependencies that one function may have. */
  readonly maxDependencies?: number;
  /** Days that a version should be out before it is installed. */
  readonly minReleaseAgeDays?: number;
  /** Scopes and prefixes of names that the organisation owns. */
  readonly ownNames: readonly string[];
}
