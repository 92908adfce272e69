/** One record in the OSV format, as far as it is used. Plain data. */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly modified: string;
  readonly withdrawn?: string;
  readonly severity: readonly SeverityVector[];
  /** LOW, MODERATE, HIGH, CRITICAL, as the database says. */
  readonly rating?: string;
  /** Known malware, whatever its id. */
  readonly malware?: boolean;
  readonly affected: readonly Affected[];
  /** Where to read more. */
  readonly url: string;
}

export interface SeverityVector {
  readonly type: string;
  readonly score: string;
}

export interface Affected {
  /** As OSV writes it: `npm`, `PyPI`, `Go`, `Debian:12`. */
  readonly ecosystem: string;
  readonly name: string;
  readonly ranges: readonly AffectedRange[];
  readonly versions: readonly string[];
  readonly severity: readonly SeverityVector[];
}

export interface AffectedRange {
  readonly type: string;
  readonly events: readonly RangeEvent[];
}

/** Exactly one of the fields is set. */
export interface RangeEvent {
  readonly introduced?: string;
  readonly fixed?: string;
  readonly last_affected?: string;
  readonly limit?: string;
}

/** One package at one version, as a question to a source of advisories. */
export interface PackageVersion {
  readonly ecosystem: PackageEcosystemName;
  readonly name: string;
  readonly version: string;
}

/** OSV's names of the ecosystems that are matched. */
export type PackageEcosystemName = 'npm' | 'PyPI' | 'Go' | 'Maven' | 'NuGet' | 'RubyGems' | 'crates.io' | 'Packagist';

/** What a source said: the records, and whether that is everything. */
export interface AdvisoryAnswer {
  /** `complete`: every question was answered. `incomplete`: some were not. `off`: nobody was asked, on purpose. */
  readonly status: 'complete' | 'incomplete' | 'off';
  readonly advisories: readonly Advisory[];
  /** When the answers were given, or the snapshot made: `YYYY-MM-DD`. */
  readonly asOf: string | undefined;
  /** For `incomplete`: what failed, one sentence each. */
  readonly problems: readonly string[];
}
