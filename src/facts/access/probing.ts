import { type IndexedAction, indexedService } from './actions/action-index.js';
import { domainOf, widestOf } from './domain.js';
import { isCertain, verdictAt } from './doubts.js';
import { type Cell, isMore } from './hunting.js';
import { matchesWord, meetingWord } from './patterns/meeting.js';
import { type Element, elementsOf, fresh, lettersOf } from './patterns/pattern.js';
import type { Documents } from './statement.js';
import type { Touched } from './touched.js';
import type { Comparing } from './widening.js';

/** What accepts no resource is asked about `*`. */
const everywhere: readonly (readonly Element[])[] = [[{ kind: 'letter', letter: '*' }]];
const anywhere: readonly (readonly Element[])[] = [[{ kind: 'many', except: '' }]];

/** What an action's resources look like, where some texts write colons into names. Nothing is known of those of an action that is not listed. */
export function domainFor(
  { types, level, service }: IndexedAction,
  coloned: readonly string[],
): readonly (readonly Element[])[] {
  if (level === 'unknown') return anywhere;
  if (types.length === 0) return everywhere;
  const known = domains.get(types);
  if (known !== undefined && coloned.length === 0) return known;
  const siblings = indexedService(service)?.types ?? [];
  if (coloned.length > 0) return types.map((type) => domainOf(type, siblings, coloned));
  const domain = types.map((type) => domainOf(type, siblings));
  domains.set(types, domain);
  return domain;
}

const domains = new WeakMap<IndexedAction['types'], readonly (readonly Element[])[]>();

/** Any resource of the first type, the stack's own, and what is in what changed. */
export function* probesFor(
  action: IndexedAction,
  { base, head, coloned }: Pick<Touched, 'base' | 'head' | 'coloned'>,
  { own, domain }: Comparing,
): Iterable<readonly string[]> {
  if (domain !== undefined) return;
  yield widest(action);
  if (action.types.length === 0) return;
  for (const arn of ownOf(action.service, own)) yield* within(arn).map(lettersOf);
  const start = `arn:aws:${action.service}:`;
  for (const { resources } of head.statements) {
    if (resources.except) continue;
    for (const text of resources.texts) if (text.startsWith(start) && !/[*?]/.test(text)) yield lettersOf(text);
  }
  yield* changedWords(domainFor(action, coloned), base, head);
}

/** More patterns than these are not tried one by one. */
const mostPatterns = 12;

/** For each pattern that head newly allows, or that base refused, a resource of an action that fits it. */
function changedWords(domains: Cell['domain'], base: Documents, head: Documents): Iterable<readonly string[]> {
  const keys = ({ statements }: Documents) => new Set(statements.map(({ key }) => key));
  const [before, after] = [keys(base), keys(head)];
  const changed = [
    ...head.statements.filter(({ effect, key }) => effect === 'allow' && !before.has(key)),
    ...base.statements.filter(({ effect, key }) => effect === 'deny' && !after.has(key)),
  ];
  const texts = changed.flatMap(({ resources }) => (resources.except ? [] : resources.texts));
  const patterns = texts.filter((one) => /[*?]/.test(one)).slice(0, mostPatterns);
  const words = patterns.flatMap((text) =>
    domains.flatMap((domain) => {
      const word = meetingWord(elementsOf(text, 'surely'), domain);
      return word === undefined ? [] : [word];
    }),
  );
  // What fits as it is written is shorter than what a star has to reach across parts for.
  return words.sort((one, other) => one.length - other.length);
}

/** The stack's own resources on which head allows more, whatever the deployment says. */
export function hitsIn(cell: Cell, action: IndexedAction, { own }: Comparing): readonly string[] {
  const isHit = (text: string) => {
    const word = lettersOf(text);
    return cell.domain.some((one) => matchesWord(one, word)) && isMore(verdictAt(cell, word)) && isCertain(cell, word);
  };
  return ownOf(action.service, own).filter((arn) => within(arn).some(isHit));
}

const owned = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** Those of the stack's own resources that are of a service. */
function ownOf(service: string, own: readonly string[]): readonly string[] {
  const byService = owned.get(own) ?? new Map<string, readonly string[]>();
  owned.set(own, byService);
  const known = byService.get(service) ?? own.filter((arn) => arn.startsWith(`arn:aws:${service}:`));
  byService.set(service, known);
  return known;
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
  if (word === most) return true;
  return word.length === most.length && word.every((letter, at) => letter === most[at]);
}
