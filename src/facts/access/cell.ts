import { isCertain, verdictAt } from './doubts.js';
import { type Cell, hunt, isMore, surest } from './hunting.js';
import { matchesWord } from './patterns/meeting.js';
import { isAboutAll } from './touched.js';

/** A resource on which head allows more, as letters; or that nothing more is allowed; or that it cannot be told. */
export type CellAnswer =
  | { readonly kind: 'more'; readonly verdict: 'new' | 'looser'; readonly word: readonly string[] }
  | { readonly kind: 'same' }
  | { readonly kind: 'apart'; readonly because: 'conditions' | 'unknown parts' | 'too large' };

/** Whether head allows anything in the cell that base does not. */
export function widenedIn(cell: Cell): CellAnswer {
  if (isCovered(cell)) return { kind: 'same' };
  const uniform = uniformAnswer(cell);
  if (uniform !== undefined) return uniform;
  for (const word of cell.probes()) {
    if (!cell.domain.some((own) => matchesWord(own, word))) continue;
    const verdict = verdictAt(cell, word);
    if (isMore(verdict) && isCertain(cell, word)) return { kind: 'more', verdict, word };
  }
  return searched(cell);
}

/** Something that is allowed on everything, always, allows whatever head adds. */
function isCovered({ base, head }: Cell): boolean {
  if (!head.statements.some(({ effect }) => effect === 'allow')) return true;
  if (base.statements.some(({ effect }) => effect === 'deny') || base.boundary !== undefined) return false;
  return base.statements.some((one) => one.effect === 'allow' && one.when.length === 0 && isAboutAll(one));
}

/** The answer where any resource will do. */
function uniformAnswer({ uniform, probes }: Cell): CellAnswer | undefined {
  if (uniform === undefined) return undefined;
  const [word] = probes();
  if (word === undefined) return undefined;
  if (isMore(uniform)) return { kind: 'more', verdict: uniform, word };
  return uniform === 'within' ? { kind: 'same' } : { kind: 'apart', because: 'conditions' };
}

function searched(cell: Cell): CellAnswer {
  const plain = hunt(
    cell,
    () => 'surely',
    (verdict) => verdict !== 'within',
  );
  if (plain.kind === 'none') return withDoubt(cell);
  if (plain.kind !== 'word') return { kind: 'apart', because: 'too large' };
  const found = plain.verdict;
  if (isMore(found) && isCertain(cell, plain.word)) return { kind: 'more', verdict: found, word: plain.word };
  const sure = hunt(cell, surest, isMore);
  if (sure.kind === 'word' && isMore(sure.verdict) && isCertain(cell, sure.word)) {
    return { kind: 'more', verdict: sure.verdict, word: sure.word };
  }
  return { kind: 'apart', because: found === 'apart' ? 'conditions' : 'unknown parts' };
}

/** What is taken away may be less than it looks where a Deny names what only the deployment knows. */
function withDoubt(cell: Cell): CellAnswer {
  const doubtful = cell.base.statements.some(
    ({ effect, resources, key }) =>
      (effect === 'deny' || resources.except) &&
      resources.texts.some((text) => text.includes('${')) &&
      !cell.head.statements.some((one) => one.key === key),
  );
  if (!doubtful) return { kind: 'same' };
  const worst = hunt(cell, (role) => (surest(role) === 'surely' ? 'possibly' : 'surely'), isMore);
  return worst.kind === 'none' ? { kind: 'same' } : { kind: 'apart', because: 'unknown parts' };
}
