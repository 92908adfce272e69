import { z } from 'zod';
import type { Advisory, Affected, PackageEcosystemName } from './advisory.js';
import { eventsOfRange } from './github-range.js';

/** GitHub's names of the ecosystems. */
export const ecosystems: Readonly<Record<PackageEcosystemName, string>> = {
  npm: 'npm',
  PyPI: 'pip',
  Go: 'go',
  Maven: 'maven',
  NuGet: 'nuget',
  RubyGems: 'rubygems',
  'crates.io': 'rust',
  Packagist: 'composer',
};

const names = new Map(Object.entries(ecosystems).map(([osv, github]) => [github, osv]));

const text = z.string().max(2000);
const vector = z.object({ vector_string: text.nullish() }).nullish();
/** A page of GitHub's advisories. */
export const advisoryPage = z.array(
  z.object({
    ghsa_id: text,
    cve_id: text.nullish(),
    summary: z.string().nullish(),
    severity: text.nullish(),
    type: text.nullish(),
    html_url: text,
    updated_at: text.nullish(),
    withdrawn_at: text.nullish(),
    identifiers: z.array(z.object({ value: text })).nullish(),
    cvss_severities: z.object({ cvss_v3: vector, cvss_v4: vector }).nullish(),
    vulnerabilities: z
      .array(
        z.object({
          package: z.object({ ecosystem: text, name: text.nullish() }).nullish(),
          vulnerable_version_range: text.nullish(),
          first_patched_version: z.union([text, z.object({ identifier: text })]).nullish(),
        }),
      )
      .nullish(),
  }),
);

type GitHubAdvisory = z.infer<typeof advisoryPage>[number];

/** One of GitHub's records in the OSV form. */
export function advisoryFromGitHub(one: GitHubAdvisory): Advisory {
  const aliases = [one.cve_id, ...(one.identifiers ?? []).map(({ value }) => value)];
  const vectors = [
    ['CVSS_V4', one.cvss_severities?.cvss_v4?.vector_string],
    ['CVSS_V3', one.cvss_severities?.cvss_v3?.vector_string],
  ] as const;
  return {
    id: one.ghsa_id,
    aliases: [...new Set(aliases.filter((id) => typeof id === 'string' && id !== one.ghsa_id))].map(String),
    summary: (one.summary ?? '').slice(0, 300),
    modified: one.updated_at ?? '',
    ...(typeof one.withdrawn_at === 'string' && { withdrawn: one.withdrawn_at }),
    severity: vectors.flatMap(([type, score]) => (typeof score === 'string' ? [{ type, score }] : [])),
    ...(typeof one.severity === 'string' && { rating: one.severity }),
    ...(one.type === 'malware' && { malware: true }),
    url: one.html_url,
    affected: (one.vulnerabilities ?? []).flatMap((part) => affectedFrom(part) ?? []),
  };
}

type Part = NonNullable<GitHubAdvisory['vulnerabilities']>[number];

function affectedFrom(part: Part): Affected | undefined {
  const ecosystem = names.get(part.package?.ecosystem ?? '');
  const name = part.package?.name;
  if (ecosystem === undefined || typeof name !== 'string') return undefined;
  const patched = part.first_patched_version;
  const fixed = typeof patched === 'string' ? patched : patched?.identifier;
  const { versions, events } = eventsOfRange(part.vulnerable_version_range ?? '', fixed);
  return {
    ecosystem,
    name,
    versions,
    ranges: events.length === 0 ? [] : [{ type: 'ECOSYSTEM', events }],
    severity: [],
  };
}
