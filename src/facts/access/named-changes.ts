import type { AccessChange } from './change.js';
import type { Telling } from './scope.js';
import type { Documents } from './statement.js';
import { plainName, quoted } from './words.js';

/** Policies and roles of which only the name is known: they are told by it. */
export function namedChanges(
  before: Documents,
  after: Documents,
  telling: Omit<Telling, 'direction'>,
): readonly AccessChange[] {
  const { subject, who, isRemote } = telling;
  const only = (some: Documents, others: Documents) => some.unread.filter((name) => !others.unread.includes(name));
  const [come, gone] = [only(after, before), only(before, after)];
  const change = (direction: AccessChange['direction'], sentence: string, name: string): AccessChange => ({
    direction,
    who,
    service: '',
    level: 'unknown',
    actions: [],
    scope: name,
    deed: `use the permissions of ${name}`,
    sentence,
    weight: (direction === 'newly' ? 1_030 : 30) - (isRemote ? 500 : 0),
  });
  const name = plainName(subject);
  const [first, other] = [come[0], gone[0]];
  // One for one, as when `roles/editor` takes the place of `roles/viewer`.
  if (first !== undefined && other !== undefined && come.length === 1 && gone.length === 1) {
    return [
      change('newly', `${name} has the permissions of ${quoted(first)} in place of those of ${quoted(other)}.`, first),
    ];
  }
  return [
    ...come.map((one) => change('newly', `${name} newly has the permissions of ${quoted(one)}.`, one)),
    ...gone.map((one) => change('no longer', `${name} no longer has the permissions of ${quoted(one)}.`, one)),
  ];
}
