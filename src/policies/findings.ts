import type { Found, Meaning } from '../findings/finding.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import type { LinesOf } from '../findings/lines.js';
import { severityAt } from '../findings/outcome.js';
import { milder, type Severity } from '../findings/severity.js';
import type { Thing } from '../model/thing.js';
import type { Policy, Problem } from './definition.js';
import { placesOf } from './places.js';
import type { PolicyProblem } from './run.js';

/** What turning problems into findings needs besides the problems. */
export interface FindingSource {
  readonly framework: Found['framework'];
  /** The path that starts the stack. */
  readonly stack: string;
  /** The lines of each file that problems stand in, in the version that they mean. */
  readonly lines: Readonly<Record<'base' | 'head', LinesOf>>;
  readonly overrides: ReadonlyMap<string, Severity>;
  /** The thing of the author that a problem about a resource is about. */
  readonly thingOf: (resource: string) => Thing;
  /** Writes names as the base had them, so that what was only renamed keeps its fingerprint. */
  readonly formerly?: (text: string) => string;
  /** The words by which an author would call what a problem is about. */
  readonly namesOf: (problem: Problem) => readonly string[];
}

/** Problems become findings, in their order: severity settled, lines counted, fingerprints unique within either version of the stack. */
export function findingsOf(problems: readonly PolicyProblem[], source: FindingSource): readonly Found[] {
  const { formerly = (text: string) => text } = source;
  const families = new Map<string, string[]>();
  const found = problems.map((one) => {
    const { policy, problem } = one;
    const key = JSON.stringify([versionOf(problem), policy.id, ownerOf(problem), problem.discriminator ?? '']);
    const family = families.get(key) ?? [];
    families.set(key, family);
    const discriminator = `${problem.discriminator ?? ''}${family.length === 0 ? '' : `#${family.length}`}`;
    const fingerprint = fingerprintOf(policy.id, formerly(ownerOf(problem)), formerly(discriminator));
    family.push(fingerprint);
    return { finding: toFinding(one, fingerprint, source), family };
  });
  return found.map(({ finding, family }) => (family.length === 1 ? finding : { ...finding, alike: family }));
}

function toFinding({ policy, problem }: PolicyProblem, fingerprint: string, source: FindingSource): Found {
  const { fix, ...places } = placesOf(problem, source.lines[versionOf(problem)]);
  const former = source.formerly?.(problem.about.id) ?? problem.about.id;
  return {
    policy: policy.id,
    threat: policy.threat,
    severity: severityOf({ policy, problem }, source),
    confidence: problem.confidence ?? 'high',
    ...meaningOf({ policy, problem }),
    ...(problem.rank !== undefined && { rank: problem.rank }),
    message: problem.message,
    resource: problem.about.id,
    thing: source.thingOf(problem.about.id),
    ...(problem.hinges && { hinges: problem.hinges }),
    ...(former !== problem.about.id && { formerly: former }),
    names: firstTold(source.namesOf(problem), problem.about.id),
    framework: source.framework,
    stack: source.stack,
    ...places,
    side: problem.side === 'base' ? 'left' : 'right',
    fingerprint,
    suppressed: null,
    fix: fix ? { ...fix, verified: false } : null,
    ...(problem.advice !== undefined && { advice: problem.advice }),
  };
}

/** The settings decide; otherwise the problem, where it stands and how sure it is. An incident is one wherever it stands. */
function severityOf({ policy, problem }: PolicyProblem, { overrides, stack }: FindingSource): Severity {
  const own = severityAt([problem.at.path, stack], problem.severity ?? policy.severity);
  const isSure = problem.isIncident === true || (problem.confidence ?? 'high') === 'high';
  return overrides.get(policy.id) ?? (isSure ? own : milder(own, 'medium'));
}

/** What a problem of a policy means to others. Where it may be wrong, a policy that always fails is judged by its severity. */
export function meaningOf({ policy, problem }: { readonly policy: Policy; readonly problem?: Problem }): Meaning {
  const isIncident = problem?.isIncident === true;
  const isDoubtful = policy.fails === 'always' && (problem?.confidence ?? 'high') !== 'high';
  const byPolicy = isDoubtful ? 'by-severity' : (policy.fails ?? 'by-severity');
  return {
    fails: isIncident ? 'always' : byPolicy,
    isSecret: policy.isSecret === true,
    strictOnly: policy.strictOnly === true || problem?.strictOnly === true,
    everywhere: policy.everywhere === true || isIncident,
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
