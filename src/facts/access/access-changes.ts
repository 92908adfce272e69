import type { Model } from '../../model/model.js';
import type { AccessChange } from './change.js';
import { resourceChanges } from './resource-changes.js';
import { accessSide, roleChanges } from './role-changes.js';
import { isUntouched } from './untouched.js';

/** Who can newly do what in a stack, and who no longer can; the gravest first. `base` goes by head's names. */
export function accessChanges(base: Model | undefined, head: Model): readonly AccessChange[] {
  if (base !== undefined && isUntouched(base, head)) return [];
  const before = base && accessSide(base);
  const after = accessSide(head);
  const changes = [...roleChanges(before, after), ...resourceChanges(before, after)];
  return together(changes).sort(
    (one, other) => other.weight - one.weight || one.sentence.localeCompare(other.sentence),
  );
}

/** What several can alike is one sentence. */
function together(changes: readonly AccessChange[]): AccessChange[] {
  const groups = new Map<string, readonly AccessChange[]>();
  for (const change of changes) {
    const said = change.sentence.replace(/^\S+ (?=can |newly |no longer )/, '');
    const key = said === change.sentence ? change.sentence : JSON.stringify([said, change.actions]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => merged(group) ?? []);
}

function merged([first, ...others]: readonly AccessChange[]): AccessChange | undefined {
  if (first === undefined || others.length === 0) return first;
  const subjects = [first, ...others].map(({ sentence }) => sentence.slice(0, sentence.indexOf(' ')));
  const names = [...new Set(subjects)];
  const shown =
    names.length <= 3
      ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
      : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  const rest = first.sentence.slice(first.sentence.indexOf(' '));
  // `A and B have`, but modal verbs stay as they are.
  const plural = rest.replace(/^ (newly|no longer) has /, ' $1 have ');
  return {
    ...first,
    who: [first, ...others].flatMap(({ who }) => who),
    sentence: names.length === 1 ? first.sentence : `${shown}${plural}`,
    weight: Math.max(first.weight, ...others.map(({ weight }) => weight)),
  };
}
