import type { Found } from '../findings/finding.js';
import { byWeight } from '../findings/outcome.js';
import { holds, type Trial } from './verify.js';

/** More groups than this are not looked at once nothing new is tried: those of a text that was tried already still hold. */
const mostKnown = 200;

/** A fix is tried by itself, and later once more beside those that stand near. */
const triesEach = 2;

/**
 * The findings with their fixes tried; a fix that does not hold is taken away. Each is tried by itself while that is
 * affordable. Of more than that, those that hold together are tried together, the worst findings first.
 */
export function withTriedFixes<F extends Found>(findings: readonly F[], trial: Trial): readonly F[] {
  const fixable = findings.filter(({ fix }) => fix !== null).sort(byWeight);
  const isAffordable = fixable.length * triesEach <= trial.affordable;
  const groups = isAffordable ? fixable.map((finding) => [finding]) : [fixable];
  const held = new Set<Found>();
  let known = 0;
  for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
    if (trial.isSpent?.() === true) known += 1;
    if (known > mostKnown) break;
    const edits = group.flatMap(({ fix }) => fix?.edits ?? []);
    if (holds(group, edits, trial)) for (const finding of group) held.add(finding);
    else if (group.length > 1) groups.push(...halves(group));
  }
  return findings.map((finding) => {
    if (finding.fix === null) return finding;
    return { ...finding, fix: held.has(finding) ? { ...finding.fix, verified: true } : null };
  });
}

function halves<F>(group: readonly F[]): [F[], F[]] {
  const middle = Math.ceil(group.length / 2);
  return [group.slice(0, middle), group.slice(middle)];
}
