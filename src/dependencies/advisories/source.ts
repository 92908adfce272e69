import type { Advisory, AdvisoryAnswer, PackageVersion } from './advisory.js';

/** One place that knows advisories. */
export interface AdvisorySource {
  readonly name: string;
  /** Never throws for what the network or the service does: what could not be answered is told. */
  readonly lookUp: (packages: readonly PackageVersion[]) => Promise<AdvisoryAnswer>;
}

/** Records kept by id and modification date. */
export interface AdvisoryCache {
  readonly get: (id: string, modified: string) => Promise<Advisory | undefined>;
  readonly set: (id: string, modified: string, advisory: Advisory) => Promise<void>;
}

/** A cache that lives as long as the process. */
export function memoryCache(most = 20_000): AdvisoryCache {
  const held = new Map<string, Advisory>();
  const keyOf = (id: string, modified: string): string => `${id} ${modified}`;
  return {
    get: async (id, modified) => held.get(keyOf(id, modified)),
    set: async (id, modified, advisory) => {
      if (held.size >= most) held.clear();
      held.set(keyOf(id, modified), advisory);
    },
  };
}

/** Asks every source and puts the answers together: a package is answered when at least one source answered all of it. */
export async function advisoriesFor(
  packages: readonly PackageVersion[],
  sources: readonly AdvisorySource[],
): Promise<AdvisoryAnswer> {
  const asked = distinct(packages);
  if (sources.length === 0) return { status: 'off', advisories: [], asOf: undefined, problems: [] };
  if (asked.length === 0) return { status: 'complete', advisories: [], asOf: undefined, problems: [] };
  const answers = await Promise.all(sources.map((source) => source.lookUp(asked)));
  const problems = answers.flatMap((answer) => answer.problems);
  const dates = answers.flatMap((answer) => answer.asOf ?? []).sort();
  return {
    status: answers.every((answer) => answer.status === 'complete') ? 'complete' : 'incomplete',
    advisories: combined(answers.map((answer) => answer.advisories)),
    asOf: dates[0],
    problems,
  };
}

function distinct(packages: readonly PackageVersion[]): readonly PackageVersion[] {
  const byKey = new Map(packages.map((one) => [`${one.ecosystem} ${one.name} ${one.version}`, one]));
  return [...byKey.values()];
}

/** Each id once, as the source named first tells it. Aliases are merged when components are matched. */
function combined(lists: readonly (readonly Advisory[])[]): readonly Advisory[] {
  const byId = new Map<string, Advisory>();
  for (const advisory of lists.flat()) {
    const held = byId.get(advisory.id);
    if (held === undefined || (held.withdrawn === undefined && advisory.withdrawn !== undefined))
      byId.set(advisory.id, advisory);
  }
  return [...byId.values()];
}
