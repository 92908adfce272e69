import type { Found, RelatedPlace } from '../findings/finding.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import { type LineIndex, type LinesOf, positionOf } from '../findings/lines.js';
import { severityAt } from '../findings/outcome.js';
import type { Severity } from '../findings/severity.js';
import type { Span } from '../model/span.js';
import type { Problem } from './policy.js';
import type { PolicyProblem } from './run.js';

/** What turning problems into findings needs besides the problems. */
export interface FindingSource {
  readonly framework: Found['framework'];
  /** The path that starts the stack. */
  readonly stack: string;
  /** The lines of each file that problems stand in, in the version that they mean. */
  readonly lines: Readonly<Record<'base' | 'head', LinesOf>>;
  readonly overrides: ReadonlyMap<string, Severity>;
  /** The words by which an author would call what a problem is about. */
  readonly namesOf: (problem: Problem) => readonly string[];
}

/** Problems become findings: severity settled, lines counted, fingerprints unique within either version of the stack. */
export function findingsOf(problems: readonly PolicyProblem[], source: FindingSource): readonly Found[] {
  const families = new Map<string, string[]>();
  const inHead = problems.filter(({ problem }) => versionOf(problem) === 'head');
  const inBase = problems.filter(({ problem }) => versionOf(problem) === 'base');
  const found = [...inHead, ...inBase].map((one) => {
    const { policy, problem } = one;
    const key = JSON.stringify([versionOf(problem), policy.id, ownerOf(problem), problem.discriminator ?? '']);
    const family = families.get(key) ?? [];
    families.set(key, family);
    const discriminator = `${problem.discriminator ?? ''}${family.length === 0 ? '' : `#${family.length}`}`;
    const fingerprint = fingerprintOf(policy.id, ownerOf(problem), discriminator);
    family.push(fingerprint);
    return { finding: toFinding(one, fingerprint, source), family };
  });
  return found.map(({ finding, family }) => (family.length === 1 ? finding : { ...finding, alike: family }));
}

function toFinding({ policy, problem }: PolicyProblem, fingerprint: string, source: FindingSource): Found {
  const lines = source.lines[versionOf(problem)];
  return {
    policy: policy.id,
    threat: policy.threat,
    severity: source.overrides.get(policy.id) ?? severityAt(problem.at.path, problem.severity ?? policy.severity),
    confidence: problem.confidence ?? 'high',
    fails: problem.isIncident === true ? 'always' : (policy.fails ?? 'by-severity'),
    isSecret: policy.isSecret === true,
    message: problem.message,
    resource: problem.about.id,
    names: firstTold(source.namesOf(problem), problem.about.id),
    framework: source.framework,
    stack: source.stack,
    ...placeOf(problem.at, lines),
    side: problem.side === 'base' ? 'left' : 'right',
    fingerprint,
    suppressed: null,
    fix: problem.fix ? { ...problem.fix, verified: false } : null,
    ...(problem.advice !== undefined && { advice: problem.advice }),
    ...(problem.origin && { origin: placeOf(problem.origin, lines) }),
    ...(problem.related && { related: problem.related.map((at) => placeOf(at, lines)) }),
  };
}

function firstTold([first, ...others]: readonly string[], id: string): Found['names'] {
  return first === undefined ? [id] : [first, ...others];
}

function versionOf({ side = 'head' }: Problem): 'base' | 'head' {
  return side;
}

function ownerOf({ key, about }: Problem): string {
  return key ?? about.id;
}

function placeOf(at: Span, linesOf: LinesOf): RelatedPlace {
  const lines = linesOf(at.path);
  if (lines === undefined) return { at, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { at, start: positionOf(lines, at.start), end: positionOf(lines, endOf(at, lines)) };
}

/** Values that end with their line break (block texts) end on their last line. */
function endOf(at: { readonly start: number; readonly end: number }, { text }: LineIndex): number {
  let end = Math.max(at.end, at.start);
  while (end > at.start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return end;
}
