import { decisionOf } from './decision.js';
import { type Element, elementsOf, type Reading } from './patterns/pattern.js';
import { findWord } from './patterns/search.js';
import { allStatements, type Documents, type Statement } from './statement.js';
import { type Verdict, verdictOf } from './verdict.js';

/** One class of actions with all that decides about it before and after. */
export interface Cell {
  readonly domain: readonly (readonly Element[])[];
  readonly head: Documents;
  readonly base: Documents;
  /** The verdict on every resource where no statement tells one from another. */
  readonly uniform: Verdict | undefined;
  /** Resources that are worth asking about first, the widest first. */
  readonly probes: () => Iterable<readonly string[]>;
  readonly budget: { left: number };
}

/** Whose statement, whether it denies, and whether it lists exceptions: these decide how its unknown parts are read. */
export interface Role {
  readonly isHead: boolean;
  readonly isDeny: boolean;
  readonly isExcept: boolean;
}

/** The reading by which what head allows is certain, and what base refuses too. */
export function surest({ isHead, isDeny, isExcept }: Role): Reading {
  return (isHead !== isDeny) !== isExcept ? 'surely' : 'possibly';
}

export function isMore(verdict: Verdict): verdict is 'new' | 'looser' {
  return verdict === 'new' || verdict === 'looser';
}

type Hunted =
  | { readonly kind: 'word'; readonly word: readonly string[]; readonly verdict: Verdict }
  | { readonly kind: 'none' | 'unknown' };

export function hunt(cell: Cell, readingFor: (role: Role) => Reading, wanted: (verdict: Verdict) => boolean): Hunted {
  const patterns: (readonly Element[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (text: string, reading: Reading) => {
    const key = `${reading} ${text}`;
    const place = places.get(key) ?? patterns.push(elementsOf(text, reading)) - 1;
    places.set(key, place);
    return place;
  };
  const lay = (documents: Documents, isHead: boolean) =>
    new Map(
      allStatements(documents).map((statement) => {
        const role = { isHead, isDeny: statement.effect === 'deny', isExcept: statement.resources.except };
        return [statement, statement.resources.texts.map((text) => placeOf(text, readingFor(role)))] as const;
      }),
    );
  const verdictFor = verdictsBy(cell, lay(cell.head, true), lay(cell.base, false));
  let verdict: Verdict = 'within';
  const found = findWord({
    domain: cell.domain,
    patterns,
    budget: cell.budget,
    wanted: (matched) => {
      verdict = verdictFor(matched);
      return wanted(verdict);
    },
  });
  return found.kind === 'word' ? { ...found, verdict } : { kind: found.kind };
}

type Laid = ReadonlyMap<Statement, readonly number[]>;

/** The verdict for each set of patterns that a text matches, weighed once. */
function verdictsBy(cell: Cell, head: Laid, base: Laid): (matched: readonly boolean[]) => Verdict {
  const verdicts = new Map<string, Verdict>();
  return (matched) => {
    const key = matched.map(Number).join('');
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = verdictOf(
      decisionOf(cell.head, (one) => isAmong(one, head, matched)),
      decisionOf(cell.base, (one) => isAmong(one, base, matched)),
    );
    verdicts.set(key, verdict);
    return verdict;
  };
}

function isAmong(
  statement: Statement,
  laid: ReadonlyMap<Statement, readonly number[]>,
  matched: readonly boolean[],
): boolean {
  return (laid.get(statement) ?? []).some((place) => matched[place]) !== statement.resources.except;
}
