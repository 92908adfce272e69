import type { ComponentDetails } from '../findings/component.js';
import type { Compared, Found } from '../findings/finding.js';
import { linesFrom } from '../findings/lines.js';
import type { Notice } from '../findings/notice.js';
import { type Suppressions, suppress } from '../findings/suppress.js';
import type { Attempt } from '../fixes/verify.js';
import type { Files } from '../model/files.js';
import type { JudgedProblem } from '../policies/components/judge.js';
import { fixesHold, fixHolds } from '../policies/components/verification.js';
import type { Problem } from '../policies/definition.js';
import { findingsOf } from '../policies/findings.js';
import { type Judge, overridesOf } from './judge.js';
import { addedSuppressions, countAgain, type WrittenSuppression } from './new-suppressions.js';
import { suppressionsIn } from './suppressions.js';
import { type SuppressionUse, useOf } from './unused.js';

/** What turning component problems into findings needs. Without a base all is as it stands in the head. */
export interface ComponentSource {
  readonly head: Files;
  readonly base: Files | undefined;
  /** Former paths by new ones. */
  readonly renames: ReadonlyMap<string, string>;
  readonly judge: Judge;
  /** True if the fix of a problem brings no other problem. */
  readonly holds: (problem: JudgedProblem) => boolean;
}

export interface ComponentFindings {
  readonly findings: readonly Compared[];
  /** Comments that have no effect. */
  readonly notices: readonly Notice[];
  /** Those that the change adds. */
  readonly suppressions: SuppressionUse;
  readonly attempt: Attempt;
}

/** Component problems become findings: placed in the right side's lines, suppressed, their fixes tried. They know their status. */
export function componentFindings(problems: readonly JudgedProblem[], source: ComponentSource): ComponentFindings {
  const { head, judge } = source;
  const paths = pathsOf(problems);
  const accepted = suppressionsIn({ paths, metadata: [] }, head, judge);
  const found = foundIn(problems, source, accepted.all);
  const added = addedIn({ paths, written: accepted.written, found }, source);
  return {
    findings: countAgain(found, added, judge.settings.acceptNewSuppressions),
    notices: accepted.notices,
    suppressions: useOf(added, found),
    attempt: attemptOn(problems, found, head),
  };
}

/** Tries fixes of one file as one edit; the other problems stay. Findings are in the order of their problems. */
function attemptOn(problems: readonly JudgedProblem[], found: readonly Compared[], head: Files): Attempt {
  const keyOf = ({ fingerprint, at }: Found) => `${fingerprint} ${at.path}`;
  const byKey = new Map(found.map((finding, index) => [keyOf(finding), problems[index]?.problem]));
  return (findings) => {
    const meant = findings.flatMap((finding) => byKey.get(keyOf(finding)) ?? []);
    if (meant.length < findings.length || !fixesHold(meant, head)) return undefined;
    const gone = new Set(findings.map(({ fingerprint }) => fingerprint));
    return new Set(found.map(({ fingerprint }) => fingerprint).filter((one) => !gone.has(one)));
  };
}

interface WrittenIn {
  readonly paths: readonly string[];
  readonly written: readonly WrittenSuppression[];
  readonly found: readonly Compared[];
}

/** The comments that the change adds; of a tree as it stands there are none. */
function addedIn(
  { paths, written, found }: WrittenIn,
  { base, renames, judge }: ComponentSource,
): readonly WrittenSuppression[] {
  if (base === undefined) return [];
  const standing = found.filter(({ status }) => status === 'existing' || status === 'improved');
  const former = paths.map((path) => renames.get(path) ?? path);
  return addedSuppressions(suppressionsIn({ paths: former, metadata: [] }, base, judge).written, written, standing);
}

function foundIn(
  problems: readonly JudgedProblem[],
  { head, base, judge, holds }: ComponentSource,
  suppressions: Suppressions,
): readonly Compared[] {
  const lines = { head: linesFrom(head), base: linesFrom(base ?? head) };
  const overrides = overridesOf(judge);
  return problems.flatMap((judged) => {
    const { problem, ecosystem } = judged;
    const isHeld = problem.fix !== undefined && problem.status !== 'fixed' && fixHolds(problem, head) && holds(judged);
    // Each by itself: the same component in two files is one thing, known by one fingerprint.
    const found = findingsOf([judged], {
      framework: ecosystem,
      stack: problem.at.path,
      lines,
      overrides,
      thingOf: () => ({ kind: 'manifest', id: problem.at.path, behind: [] }),
      namesOf: (one) => namesOf(one, problem.component),
    });
    return found.map((finding) => ({
      ...suppress(finding, suppressions),
      ...(isHeld && problem.adviceBesideFix !== undefined && { advice: problem.adviceBesideFix }),
      fix: finding.fix && isHeld ? { ...finding.fix, verified: true } : null,
      ...(problem.component && { component: problem.component }),
      status: problem.status,
    }));
  });
}

/** A package with and without its version, and the advisory where it is the only one. */
function namesOf({ about: { id } }: Problem, component?: ComponentDetails): readonly string[] {
  const [advisory, ...more] = component?.advisories ?? [];
  const ids = advisory !== undefined && more.length === 0 ? advisory.ids : [];
  return [...new Set([id, component?.name ?? id.replace(/(?<=.)@[^@/]*$/, ''), ...ids])];
}

/** Comments count in the file of the problem and in those of its related lines. */
function pathsOf(problems: readonly JudgedProblem[]): readonly string[] {
  return [
    ...new Set(problems.flatMap(({ problem: { at, related = [] } }) => [at, ...related].map(({ path }) => path))),
  ];
}
