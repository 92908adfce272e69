import type { PeerName } from '../findings/peer-suppressions.js';
import type { Severity } from '../findings/severity.js';

/** The settings in force, every default filled in. Written out, since whoever uses the package has no schema library. */
export interface Settings {
  readonly profile: 'advisory' | 'standard' | 'strict';
  readonly policies: Readonly<Record<string, PolicySetting>>;
  readonly defaults: FixDefaults;
  readonly trust: { readonly layerPublishers: readonly string[]; readonly ownPackages: readonly string[] };
  readonly monitoring: { readonly external?: string | undefined };
  readonly completeness: 'stack' | 'repository' | 'account';
  readonly suppressions: readonly SuppressionEntry[];
  readonly honourSuppressionsOf: readonly PeerName[];
  readonly review: { readonly comments: number; readonly drafts: boolean };
  readonly codeScanning: boolean;
  readonly exclude: readonly string[];
  readonly acceptNewSuppressions: readonly Severity[];
}

export type PolicySetting = 'off' | { readonly severity?: Severity | undefined };

/** Numbers that fixes may use, and that some policies compare with. */
export interface FixDefaults {
  readonly logRetentionDays: number;
  readonly minLogRetentionDays: number;
  readonly reservedConcurrency?: number | undefined;
  readonly throttle?: { readonly rate: number; readonly burst: number } | undefined;
  readonly maxReceiveCount: number;
  readonly streamRetryAttempts: number;
  readonly workflowTimeout?: number | undefined;
  readonly maxRoutesPerFunction: number;
  readonly maxDependencies: number;
  readonly maxFunctionsPerChange: number;
  readonly minReleaseAgeDays: number;
}

/** A finding that is right as it is. */
export interface SuppressionEntry {
  readonly policy: string;
  readonly resource?: string | undefined;
  readonly path?: string | undefined;
  readonly reason: string;
  readonly until?: string | undefined;
}
