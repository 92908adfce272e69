import type { Found } from './finding.js';
import { type Severity, severities, worse } from './severity.js';
import { identitiesOf, toldBy } from './together.js';

/** What counts as one problem, however findings tell it: a sum counts as its parts, so that mending one of them leaves fewer. */
export interface CountedProblem {
  /** Fingerprints; sharing one is being the same. */
  readonly names: readonly string[];
  readonly severity: Severity;
}

/** The problems that findings stand for, each once a stack. The worst part of a sum weighs as much as the sum. */
export function problemsOf(findings: readonly Found[]): readonly CountedProblem[] {
  const counted = new Map<string, CountedProblem>();
  for (const finding of findings) {
    for (const problem of partsOf(finding)) {
      const key = JSON.stringify([finding.stack, problem.names[0]]);
      const known = counted.get(key);
      counted.set(key, known === undefined ? problem : { ...known, severity: worse(known.severity, problem.severity) });
    }
  }
  return [...counted.values()];
}

function partsOf(finding: Found): readonly CountedProblem[] {
  const { absorbed = [] } = finding;
  if (absorbed.length === 0) return [{ names: identitiesOf(finding), severity: finding.severity }];
  const parts = [...absorbed].sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  return parts.map((part, index) => ({
    names: identitiesOf(part),
    severity: index === 0 ? worse(finding.severity, part.severity) : part.severity,
  }));
}

/** How many of the problems that were told are gone: nothing that is found, new or not, tells of them. */
export function countFixed(told: readonly (readonly string[])[], present: readonly Found[]): number {
  const there = new Set(present.flatMap(toldBy));
  return told.filter((names) => !names.some((name) => there.has(name))).length;
}
