import { type Decision, decisionOf } from './decision.js';
import { type Cell, isMore } from './hunting.js';
import { canMeet, matchesWord, mayMatch } from './patterns/meeting.js';
import { type Element, elementsOf, lettersOf } from './patterns/pattern.js';
import { allStatements, type Documents, type Statement } from './statement.js';
import { type Verdict, verdictOf } from './verdict.js';

/** The verdict on one resource. */
export function verdictAt({ head, base }: Pick<Cell, 'head' | 'base'>, word: readonly string[]): Verdict {
  return verdictOf(decisionAt(head, word), decisionAt(base, word));
}

/** The decision on one resource; `doubted` are texts that count as matching although they only may. */
export function decisionAt(
  documents: Documents,
  word: readonly string[],
  doubted: ReadonlySet<string> = new Set(),
): Decision {
  const matches = ({ resources }: Statement) =>
    resources.texts.some((text) => doubted.has(text) || matchesWord(elementsOf(text, 'surely'), word)) !==
    resources.except;
  return decisionOf(documents, matches);
}

/** More texts than these that may or may not match are not weighed. */
const mostDoubts = 5;

/** True if head allows more on a resource whatever the deployment says of what it alone knows. */
export function isCertain(cell: Cell, word: readonly string[]): boolean {
  const ways = waysOf(doubtsOf([...allStatements(cell.head), ...allStatements(cell.base)], word));
  return (
    ways?.every((so) => isMore(verdictOf(decisionAt(cell.head, word, so), decisionAt(cell.base, word, so)))) ?? false
  );
}

/** Every way in which doubtful texts may match or not; undefined if there are too many. */
export function waysOf(doubts: readonly string[]): readonly ReadonlySet<string>[] | undefined {
  if (doubts.length > mostDoubts) return undefined;
  return Array.from(
    { length: 1 << doubts.length },
    (_, choice) => new Set(doubts.filter((_doubt, at) => (choice & (1 << at)) !== 0)),
  );
}

/** Texts that do not match a resource as they are written, but may. */
export function doubtsOf(statements: readonly Statement[], word: readonly string[]): readonly string[] {
  const texts = new Set(statements.flatMap(({ resources }) => resources.texts));
  const isOpenWord = word.some((letter) => letter.length > 1);
  return [...texts].filter((text) => {
    if (!isOpenWord && !text.includes('${')) return false;
    if (matchesWord(elementsOf(text, 'surely'), word)) return false;
    return mayMatch(elementsOf(text, 'possibly'), word);
  });
}

/** What a letter of a pattern could stand for. The name of one of the stack's own things is one name: a bucket is no object in it. */
function looseOf(letter: string, at: number): Element {
  if (letter.length === 1) return /^[*?]$/.test(letter) ? { kind: 'many', except: '' } : { kind: 'letter', letter };
  const isName = at > 0 && (letter.startsWith('${!') || letter.endsWith(' name}'));
  return { kind: 'many', except: isName ? '/:' : '' };
}

/** What is inside of something has a name: `bucket/` is no object. */
function named(text: string): readonly Element[] {
  const elements = elementsOf(text, 'surely');
  const isInside = /[/:]\*$/.test(text);
  return isInside
    ? [...elements.slice(0, -1), { kind: 'one', except: '', tokens: true }, ...elements.slice(-1)]
    : elements;
}

/** A pattern that begins where the deployment decides can be a resource of any type: its own text is then part of the domain. */
export function withUnknownArns(
  domain: readonly (readonly Element[])[],
  open: readonly string[],
): readonly (readonly Element[])[] {
  if (open.length === 0) return domain;
  const extra = open.filter((text) => {
    const loose = lettersOf(text).map(looseOf);
    return domain.some((own) => canMeet(loose, own));
  });
  return [...domain, ...extra.map(named)];
}
