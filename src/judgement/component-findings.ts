import type { Finding } from '../findings/finding.js';
import { type Suppressions, suppress } from '../findings/suppress.js';
import { commentSuppressions } from '../findings/suppression.js';
import type { Files } from '../model/files.js';
import type { JudgedProblem } from '../policies/components/judge.js';
import { fixHolds } from '../policies/components/verification.js';
import { findingsOf } from '../policies/findings.js';
import { type Judge, linesFrom, overridesOf } from './examine.js';

/** What turning component problems into findings needs. Without a base nothing has a status. */
export interface ComponentSource {
  readonly head: Files;
  readonly base: Files | undefined;
  readonly judge: Judge;
}

/** Component problems become findings: placed in the right side's lines, suppressed, their fixes tried. */
export function componentFindings(problems: readonly JudgedProblem[], source: ComponentSource): readonly Finding[] {
  const lines = { head: linesFrom(source.head), base: linesFrom(source.base ?? source.head) };
  const overrides = overridesOf(source.judge.settings);
  const suppressions = suppressionsFor(problems, source);
  return problems.flatMap((judged) => {
    const { problem } = judged;
    const isHeld = problem.fix !== undefined && problem.status !== 'fixed' && fixHolds(problem, source.head);
    const made = findingsOf([judged], {
      framework: judged.ecosystem,
      stack: problem.at.path,
      lines: problem.side === 'base' ? lines.base : lines.head,
      overrides,
    });
    return made.map((finding) =>
      suppress(
        {
          ...finding,
          fix: finding.fix && isHeld ? { ...finding.fix, verified: true } : null,
          ...(problem.component && { component: problem.component }),
          ...(source.base !== undefined && { status: problem.status }),
        },
        suppressions,
      ),
    );
  });
}

/** Comments count in the file of the problem and in those of its related lines. */
function suppressionsFor(problems: readonly JudgedProblem[], { head, judge }: ComponentSource): Suppressions {
  const paths = problems.flatMap(({ problem }) => [problem.at, ...(problem.related ?? [])].map(({ path }) => path));
  return {
    comments: new Map(
      [...new Set(paths)].map((path) => [
        path,
        commentSuppressions(path, head.read(path) ?? '', judge.date).suppressions,
      ]),
    ),
    metadata: [],
    settings: judge.settings.suppressions,
    date: judge.date,
    formerIds: new Map(judge.policies.map(({ id, formerIds = [] }) => [id, formerIds])),
  };
}
