import type { Found } from '../findings/finding.js';
import type { Attempt } from '../fixes/verify.js';

/** Findings that were judged together, and how their fixes are tried. */
export interface Judged {
  readonly findings: readonly Found[];
  readonly attempt: Attempt;
}

/**
 * Tries the fixes of findings as one edit in everything that they were found in. Answers the fingerprints that are left,
 * undefined where the edit does not hold.
 */
export function togetherIn(units: readonly Judged[]): (findings: readonly Found[]) => ReadonlySet<string> | undefined {
  const unitOf = new Map(units.flatMap((unit) => unit.findings.map((finding) => [finding, unit] as const)));
  return (findings) => {
    const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
    const left = new Set<string>();
    for (const unit of new Set(findings.flatMap((finding) => unitOf.get(finding) ?? []))) {
      const own = findings.filter((finding) => unitOf.get(finding) === unit);
      const after = unit.attempt(own, edits);
      if (after === undefined) return undefined;
      for (const one of after) left.add(one);
    }
    return left;
  };
}
