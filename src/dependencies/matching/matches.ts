import { type Severity, worse } from '../../findings/severity.js';
import type { Advisory, Affected } from '../advisories/advisory.js';
import { ecosystemOf, isPackageEcosystem, packageKey } from '../advisories/ecosystems.js';
import type { Component, ComponentEcosystem, PackageEcosystem } from '../component.js';
import { fixesFor, isAffected } from './evaluation.js';
import { severityOf } from './severity.js';

/** One vulnerability, told by one or several records that are aliases of each other. */
export interface Vulnerability {
  /** Every id, the one to show first (GHSA before the others). */
  readonly ids: readonly string[];
  readonly summary: string;
  readonly url: string;
  readonly severity: Severity;
  readonly malware: boolean;
  /** For each record the versions that it calls fixed for the component asked about. */
  readonly fixes: readonly (readonly string[])[];
}

interface Entry {
  readonly advisory: Advisory;
  readonly affected: Affected;
}

/** The advisories by package, withdrawn ones left out. */
export interface AdvisoryIndex {
  readonly entriesOf: (ecosystem: PackageEcosystem, name: string) => readonly Entry[];
}

/** Arranges advisories so that a component finds its own quickly. */
export function indexAdvisories(advisories: readonly Advisory[]): AdvisoryIndex {
  const index = new Map<string, Entry[]>();
  for (const advisory of advisories) {
    if (advisory.withdrawn !== undefined) continue;
    for (const affected of advisory.affected) {
      const ecosystem = ecosystemOf(affected.ecosystem);
      if (ecosystem === undefined) continue;
      const key = packageKey(ecosystem, affected.name);
      const list = index.get(key);
      if (list === undefined) index.set(key, [{ advisory, affected }]);
      else list.push({ advisory, affected });
    }
  }
  return { entriesOf: (ecosystem, name) => index.get(packageKey(ecosystem, name)) ?? [] };
}

/** What is known against a component at its version: one entry for each vulnerability, the worst first. */
export function vulnerabilitiesOf(
  index: AdvisoryIndex,
  ecosystem: ComponentEcosystem,
  component: Pick<Component, 'name' | 'version' | 'origin'>,
): readonly Vulnerability[] {
  const { name, version, origin } = component;
  if (version === undefined || origin !== 'registry' || !isPackageEcosystem(ecosystem)) return [];
  const entries = index.entriesOf(ecosystem, name).filter(({ affected }) => isAffected(ecosystem, affected, version));
  return grouped(entries).map((group) => vulnerabilityFrom(ecosystem, version, group));
}

/** Records that name each other, or a common alias, are one vulnerability. */
function grouped(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  let groups: { ids: Set<string>; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const ids = new Set([entry.advisory.id, ...entry.advisory.aliases]);
    const joined = groups.filter((group) => [...ids].some((id) => group.ids.has(id)));
    const merged = {
      ids: new Set([...joined.flatMap((group) => [...group.ids]), ...ids]),
      entries: [...joined.flatMap((group) => group.entries), entry],
    };
    groups = [...groups.filter((group) => !joined.includes(group)), merged];
  }
  return groups.map((group) => group.entries);
}

function vulnerabilityFrom(ecosystem: PackageEcosystem, version: string, group: readonly Entry[]): Vulnerability {
  const preferred = [...group].sort((a, b) => rankOf(a.advisory.id) - rankOf(b.advisory.id));
  const ids = preferred.flatMap(({ advisory }) => [advisory.id, ...advisory.aliases]);
  const [first] = preferred;
  const scored = preferred.filter(({ advisory, affected }) => isScored(advisory, affected));
  const severities = (scored.length > 0 ? scored : preferred).map((entry) =>
    severityOf(entry.advisory, entry.affected),
  );
  const fixes = preferred.map((entry) => fixesFor(ecosystem, entry.affected, version));
  return {
    ids: [...new Set(ids)].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1)),
    summary: first?.advisory.summary ?? '',
    url: first?.advisory.url ?? '',
    severity: severities.reduce(worse),
    malware: preferred.some(({ advisory }) => isMalware(advisory)),
    fixes: fixes.filter((list) => list.length > 0),
  };
}

function isScored(advisory: Advisory, affected: Affected): boolean {
  return affected.severity.length > 0 || advisory.severity.length > 0 || advisory.rating !== undefined;
}

const prefixes = ['GHSA-', 'CVE-', 'PYSEC-', 'GO-', 'RUSTSEC-', 'MAL-'];

function rankOf(id: string): number {
  const at = prefixes.findIndex((prefix) => id.startsWith(prefix));
  return at === -1 ? prefixes.length : at;
}

/** Records of known malware: by their id, or because the database says so. */
export function isMalware(advisory: Advisory): boolean {
  return advisory.id.startsWith('MAL-') || advisory.malware === true;
}
