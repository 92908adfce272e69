import type { Finding, RelatedPlace } from '../findings/finding.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import { type LineIndex, positionOf } from '../findings/lines.js';
import { severityAt } from '../findings/outcome.js';
import type { Span } from '../model/span.js';
import type { Problem } from './policy.js';
import type { PolicyProblem } from './run.js';

/** What turning problems into findings needs besides the problems. */
export interface FindingSource {
  readonly framework: Finding['framework'];
  /** The path that starts the stack. */
  readonly stack: string;
  /** The lines of each file of the stack, by path. */
  readonly lines: (path: string) => LineIndex | undefined;
  readonly overrides: ReadonlyMap<string, Finding['severity']>;
}

/** Problems become findings: severity settled, lines counted, fingerprints unique within the stack. */
export function findingsOf(problems: readonly PolicyProblem[], source: FindingSource): readonly Finding[] {
  const families = new Map<string, string[]>();
  const found = problems.map((one) => {
    const { policy, problem } = one;
    const key = JSON.stringify([policy.id, ownerOf(problem), problem.discriminator ?? '']);
    const family = families.get(key) ?? [];
    families.set(key, family);
    const discriminator = `${problem.discriminator ?? ''}${family.length === 0 ? '' : `#${family.length}`}`;
    const fingerprint = fingerprintOf(policy.id, ownerOf(problem), discriminator);
    family.push(fingerprint);
    return { finding: toFinding(one, fingerprint, source), family };
  });
  return found.map(({ finding, family }) => (family.length === 1 ? finding : { ...finding, alike: family }));
}

function toFinding({ policy, problem }: PolicyProblem, fingerprint: string, source: FindingSource): Finding {
  return {
    policy: policy.id,
    threat: policy.threat,
    severity: source.overrides.get(policy.id) ?? severityAt(problem.at.path, problem.severity ?? policy.severity),
    confidence: problem.confidence ?? 'high',
    ...(problem.isIncident === true && { isIncident: true }),
    message: problem.message,
    resource: problem.about.id,
    framework: source.framework,
    stack: source.stack,
    ...placeOf(problem.at, source),
    fingerprint,
    suppressed: null,
    fix: problem.fix ? { ...problem.fix, verified: false } : null,
    ...(problem.advice !== undefined && { advice: problem.advice }),
    ...(problem.origin && { origin: placeOf(problem.origin, source) }),
    ...(problem.related && { related: problem.related.map((at) => placeOf(at, source)) }),
    ...(problem.side === 'base' && { side: 'left' as const }),
  };
}

function ownerOf({ key, about }: Problem): string {
  return key ?? about.id;
}

function placeOf(at: Span, source: FindingSource): RelatedPlace {
  const lines = source.lines(at.path);
  if (lines === undefined) return { at, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { at, start: positionOf(lines, at.start), end: positionOf(lines, endOf(at, lines)) };
}

/** Values that end with their line break (block texts) end on their last line. */
function endOf(at: { readonly start: number; readonly end: number }, { text }: LineIndex): number {
  let end = Math.max(at.end, at.start);
  while (end > at.start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return end;
}
