import type { Placed } from './finding.js';
import type { Severity } from './severity.js';

/** How loudly another tool speaks of a line, as GitHub has it. */
export type Loudness = 'notice' | 'warning' | 'failure';

/** A line of the head that another tool says something about. */
export interface ReportedLine {
  readonly path: string;
  readonly line: number;
  readonly level: Loudness;
}

/** What another analyser made of the same commit. */
export interface OtherCheck {
  /** As people know it: SonarQube, CodeQL. */
  readonly tool: string;
  /** What it came to, as the end of a sentence: `passed`, `is still running`. */
  readonly state: string;
  /** Its page, where it has one. */
  readonly url: string | undefined;
  readonly reports: readonly ReportedLine[];
}

const loudness: readonly Loudness[] = ['notice', 'warning', 'failure'];

/** The least that another tool has to say, for a finding to be said already. */
const least: Readonly<Record<Severity, Loudness>> = {
  low: 'notice',
  medium: 'warning',
  high: 'failure',
  critical: 'failure',
};

/** Who says something at the lines of this finding, at least as loudly as it would be said here. */
export function otherReporters(finding: Placed, checks: readonly OtherCheck[]): readonly OtherCheck[] {
  if (finding.side === 'left') return [];
  const enough = loudness.indexOf(least[finding.severity]);
  return checks.filter(({ reports }) =>
    reports.some(
      ({ path, line, level }) =>
        path === finding.at.path &&
        line >= finding.start.line &&
        line <= Math.max(finding.start.line, finding.end.line) &&
        loudness.indexOf(level) >= enough,
    ),
  );
}
