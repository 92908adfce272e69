import { isNew } from '../diff/introduced.js';
import { resourcesOf } from '../facts/named-things.js';
import type { Compared, Found } from '../findings/finding.js';
import type { Examined } from './examine.js';

/** So many resources at least show a decision; one alone may be an oversight. */
const fewest = 3;

/**
 * What most resources of a stack were like before the change was decided once: more of the same low problem was there, so to
 * speak, already.
 */
export function withDecisions(findings: readonly Compared[], before: Examined | undefined): readonly Compared[] {
  if (before === undefined) return findings;
  const isDecided = decisionsIn(before);
  return findings.map((finding) =>
    isNew(finding) && finding.severity === 'low' && isDecided(finding) ? { ...finding, status: 'existing' } : finding,
  );
}

/** Whether a problem stood on most of the base's resources of the kind that it is about. */
function decisionsIn({ facts, findings }: Examined): (finding: Found) => boolean {
  const kinds = new Map(resourcesOf(facts).map(({ id, kind }) => [id, kind]));
  const affected = new Map<string, Set<string>>();
  for (const { policy, resource, others = [], suppressed } of findings) {
    if (suppressed !== null) continue;
    const own = affected.get(policy) ?? new Set();
    for (const id of [resource, ...others.map((other) => other.resource)]) own.add(id);
    affected.set(policy, own);
  }
  return ({ policy }) => {
    const ids = [...(affected.get(policy) ?? [])];
    const about = new Set(ids.flatMap((id) => kinds.get(id) ?? []));
    const all = [...kinds.values()].filter((kind) => about.has(kind));
    return ids.length >= fewest && ids.length * 2 > all.length;
  };
}
