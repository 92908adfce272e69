import { type IndexedAction, indexedService } from './action-index.js';
import { domainOf, widestOf } from './domain.js';
import { isCertain, verdictAt } from './doubts.js';
import { type Cell, isMore } from './hunting.js';
import { matchesWord } from './meeting.js';
import { type Element, fresh, lettersOf } from './pattern.js';
import type { Documents } from './statement.js';
import type { Comparing } from './widening.js';

/** What accepts no resource is asked about `*`. */
const everywhere: readonly (readonly Element[])[] = [[{ kind: 'letter', letter: '*' }]];
const anywhere: readonly (readonly Element[])[] = [[{ kind: 'many', except: '' }]];

/** What an action's resources look like. Nothing is known of those of an action that is not listed. */
export function domainFor({ types, level, service }: IndexedAction): readonly (readonly Element[])[] {
  if (level === 'unknown') return anywhere;
  if (types.length === 0) return everywhere;
  const known = domains.get(types);
  if (known !== undefined) return known;
  const siblings = indexedService(service)?.types ?? [];
  const domain = types.map((type) => domainOf(type, siblings));
  domains.set(types, domain);
  return domain;
}

const domains = new WeakMap<IndexedAction['types'], readonly (readonly Element[])[]>();

/** Any resource of the first type, the stack's own, and what head's statements name. */
export function* probesFor(
  action: IndexedAction,
  head: Documents,
  { own, domain }: Comparing,
): Iterable<readonly string[]> {
  if (domain !== undefined) return;
  yield widest(action);
  if (action.types.length === 0) return;
  const start = `arn:aws:${action.service}:`;
  for (const arn of own) if (arn.startsWith(start)) yield* within(arn).map(lettersOf);
  for (const { resources } of head.statements) {
    if (resources.except) continue;
    for (const text of resources.texts) if (text.startsWith(start) && !/[*?]/.test(text)) yield lettersOf(text);
  }
}

/** The stack's own resources on which head allows more, whatever the deployment says. */
export function hitsIn(cell: Cell, action: IndexedAction, { own }: Comparing): readonly string[] {
  const isHit = (text: string) => {
    const word = lettersOf(text);
    return cell.domain.some((one) => matchesWord(one, word)) && isMore(verdictAt(cell, word)) && isCertain(cell, word);
  };
  const start = `arn:aws:${action.service}:`;
  return own.filter((arn) => arn.startsWith(start) && within(arn).some(isHit));
}

/** A resource and what may be inside it: objects, indexes. */
function within(arn: string): readonly string[] {
  return [arn, `${arn}/${fresh}`, `${arn}/index/${fresh}`];
}

/** A resource of an action's first type of which no part is known. */
function widest({ types, level }: IndexedAction): readonly string[] {
  const [type] = types;
  if (type === undefined) return level === 'unknown' ? [fresh] : ['*'];
  return widestOf(type);
}

export function isWidest(word: readonly string[], action: IndexedAction): boolean {
  const most = widest(action);
  return word.length === most.length && word.every((letter, at) => letter === most[at]);
}
