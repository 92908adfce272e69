import type { Group } from './topic.js';

/** So many files of which one comment would say the same share one: some more where each has its own edit, or may fail the check. */
const fewest = { usual: 2, edited: 3, serious: 5 } as const;

/** One group in place of those of many files that are led by the same policy. */
export function joinAlike(groups: readonly Group[]): readonly Group[] {
  const byPolicy = new Map<string, Group[]>();
  for (const group of groups) {
    const known = byPolicy.get(group[0].policy);
    if (known === undefined) byPolicy.set(group[0].policy, [group]);
    else known.push(group);
  }
  return [...byPolicy.values()].flatMap((own) => (areMany(own) ? [joined(own)] : own));
}

function areMany(groups: readonly Group[]): boolean {
  const isSerious = groups.some(([{ severity }]) => severity === 'critical' || severity === 'high');
  const isEdited = groups.some((group) => group.some(({ fix }) => fix?.verified === true));
  return groups.length >= (isSerious ? fewest.serious : isEdited ? fewest.edited : fewest.usual);
}

/** The leads before what goes with them. */
function joined(groups: readonly Group[]): Group {
  const [first = [], ...others] = groups;
  const all = [...first, ...others.flat()];
  const [lead] = all;
  if (lead === undefined) throw new Error('A group has no finding.');
  const isLike = ({ policy }: Group[0]) => policy === lead.policy;
  return [lead, ...all.slice(1).filter(isLike), ...all.slice(1).filter((one) => !isLike(one))];
}
