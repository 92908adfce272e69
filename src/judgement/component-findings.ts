import type { Compared } from '../findings/finding.js';
import { linesFrom } from '../findings/lines.js';
import { suppress } from '../findings/suppress.js';
import type { Files } from '../model/files.js';
import type { JudgedProblem } from '../policies/components/judge.js';
import { fixHolds } from '../policies/components/verification.js';
import { findingsOf } from '../policies/findings.js';
import { type Judge, overridesOf } from './judge.js';
import { suppressionsIn } from './suppressions.js';

/** What turning component problems into findings needs. Without a base all is as it stands in the head. */
export interface ComponentSource {
  readonly head: Files;
  readonly base: Files | undefined;
  readonly judge: Judge;
}

/** Component problems become findings: placed in the right side's lines, suppressed, their fixes tried. They know their status. */
export function componentFindings(
  problems: readonly JudgedProblem[],
  { head, base, judge }: ComponentSource,
): readonly Compared[] {
  const lines = { head: linesFrom(head), base: linesFrom(base ?? head) };
  const overrides = overridesOf(judge);
  const accepted = suppressionsIn({ paths: pathsOf(problems), metadata: [] }, head, judge);
  return problems.flatMap((judged) => {
    const { problem, ecosystem } = judged;
    const isHeld = problem.fix !== undefined && problem.status !== 'fixed' && fixHolds(problem, head);
    // Each by itself: the same component in two files is one thing, known by one fingerprint.
    const found = findingsOf([judged], { framework: ecosystem, stack: problem.at.path, lines, overrides });
    return found.map((finding) => ({
      ...suppress(finding, accepted.all),
      fix: finding.fix && isHeld ? { ...finding.fix, verified: true } : null,
      ...(problem.component && { component: problem.component }),
      status: problem.status,
    }));
  });
}

/** Comments count in the file of the problem and in those of its related lines. */
function pathsOf(problems: readonly JudgedProblem[]): readonly string[] {
  return [
    ...new Set(problems.flatMap(({ problem: { at, related = [] } }) => [at, ...related].map(({ path }) => path))),
  ];
}
