import { listed } from '../facts/permissions/wording.js';
import type { Placed } from '../findings/finding.js';
import { type OtherCheck, otherReporters } from '../findings/other-checks.js';
import { link, prose } from './markdown.js';

/** Checks that are named; more are counted. */
const mostNamed = 6;

/** What other analysers made of the same commit, beside our own result. */
export function besideOf(checks: readonly OtherCheck[]): readonly string[] {
  if (checks.length === 0) return [];
  const told = checks.slice(0, mostNamed).map((check) => `${nameOf(check)} ${check.state}`);
  const more = checks.length - told.length;
  return [`On the same commit: ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}

/** That other tools speak of these lines, and who: those have no comment here. */
export function alsoReported(findings: readonly Placed[], checks: readonly OtherCheck[]): readonly string[] {
  const reported = findings.filter((finding) => otherReporters(finding, checks).length > 0);
  if (reported.length === 0) return [];
  const names = new Set(reported.flatMap((finding) => otherReporters(finding, checks)).map(nameOf));
  const [subject, verb] = subjectOf(reported.length, findings.length);
  return [`${subject} ${verb} also reported by ${listed([...names])}.`];
}

function subjectOf(some: number, all: number): readonly [string, string] {
  if (all === 1) return ['This line', 'is'];
  return some === all ? ['These lines', 'are'] : [`${some} of these lines`, some === 1 ? 'is' : 'are'];
}

function nameOf({ tool, url }: OtherCheck): string {
  return url === undefined ? prose(tool) : link(prose(tool), url);
}
