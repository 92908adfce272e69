import { isNew } from '../diff/introduced.js';
import type { Found, Placed } from '../findings/finding.js';
import type { Profile } from '../findings/outcome.js';
import { identitiesOf } from '../findings/together.js';
import { joinAlike } from './alike.js';
import { gather } from './gather.js';
import { offer, type Together } from './offer.js';
import { byUrgency } from './order.js';
import { canCarry, pathIn } from './placing.js';
import type { Diff, Group, Topic } from './topic.js';

/** What a change caused on its own lines, as the comments that tell it, the most urgent first. */
export function topicsOf(
  findings: readonly Placed[],
  diff: Diff,
  { profile, together }: { readonly profile: Profile; readonly together: Together },
): readonly Topic[] {
  const sayable = findings.filter((finding) => isSayable(finding, diff));
  const groups = joinAlike(gather(sayable, (finding) => pathIn(finding, diff), profile));
  return groups.map((group) => toTopic(group, diff, together)).sort((a, b) => byUrgency(a.findings[0], b.findings[0]));
}

function isSayable(finding: Placed, diff: Diff): boolean {
  return isNew(finding) && finding.suppressed === null && finding.place === 'comment' && canCarry(finding, diff);
}

function toTopic(group: Group, diff: Diff, together: Together): Topic {
  const offered = offer(group, diff, together);
  const beside = fixedBeside(group, offered.fixed, together);
  const edited = [...offered.fixed, ...beside];
  const left = edited.length === 0 ? undefined : together(edited);
  return { ...offered, findings: group, beside, left: left === undefined ? [] : leftOf(group, left) };
}

/** Fixes that stand elsewhere are tried one after the other on top of the suggestion, so many at most. */
const mostBeside = 10;

function fixedBeside(group: Group, fixed: ReadonlySet<Placed>, together: Together): ReadonlySet<Placed> {
  const beside = new Set<Placed>();
  for (const finding of group.filter((one) => !fixed.has(one) && one.fix?.verified === true).slice(0, mostBeside)) {
    if (together([...fixed, ...beside, finding]) !== undefined) beside.add(finding);
  }
  return beside;
}

/** What of a topic is there after its edits, the parts of sums in place of sums that are gone. */
function leftOf(group: Group, left: ReadonlySet<string>): readonly Found[] {
  const isLeft = (finding: Found) => identitiesOf(finding).some((one) => left.has(one));
  const all = group.flatMap((finding): readonly Found[] => (isLeft(finding) ? [finding] : (finding.absorbed ?? [])));
  const told = all.filter((finding) => isLeft(finding) && finding.severity !== 'low');
  return [...new Map(told.map((finding) => [finding.fingerprint, finding])).values()];
}
