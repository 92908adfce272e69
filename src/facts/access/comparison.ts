import { type ActionClass, actionClasses } from './action-classes.js';
import type { AccessLevel, IndexedAction } from './action-index.js';
import { widenedIn } from './cell.js';
import { decisionAt, withUnknownArns } from './doubts.js';
import type { Cell } from './hunting.js';
import { isOpen } from './pattern.js';
import { domainFor, hitsIn, isWidest, probesFor } from './probing.js';
import { decidingKeys } from './side.js';
import { allStatements, type Documents, type Statement } from './statement.js';
import { touchingOf } from './touching.js';
import type { Comparing, Widening } from './widening.js';
import { writtenWord } from './witness.js';

/** Places of states that are looked at for one role before the rest cannot be compared. */
const mostPlaces = 120_000;

/** What head allows and base does not. */
export function widenings(base: Documents, head: Documents, comparing: Comparing): readonly Widening[] {
  const isOfInterest = interestIn(base, head);
  const all = [...allStatements(base), ...allStatements(head)];
  const budget = { left: mostPlaces };
  return actionClasses(all, isOfInterest, comparing.universe).flatMap((one) =>
    widening(one, { base, head, budget }, comparing),
  );
}

/** Only statements that one side has and the other has not make a difference; a boundary that changed makes all of them do. */
function interestIn(base: Documents, head: Documents): (statement: Statement) => boolean {
  const bounds = ({ boundary }: Documents) =>
    JSON.stringify(typeof boundary === 'object' ? boundary.map(({ key }) => key).sort() : boundary);
  if (bounds(base) !== bounds(head)) return () => true;
  const keys = ({ statements }: Documents) => new Set(statements.map(({ key }) => key));
  const [before, after] = [keys(base), keys(head)];
  return ({ key }) => before.has(key) !== after.has(key);
}

function widening(
  { actions, statements }: ActionClass,
  { base, head, budget }: Pick<Cell, 'base' | 'head' | 'budget'>,
  comparing: Comparing,
): readonly Widening[] {
  const [first] = actions;
  if (first === undefined) return [];
  const touching = comparing.domain === undefined ? touchingOf(first, statements) : new Map(same(statements));
  const own = { base: only(base, touching), head: only(head, touching) };
  if (isSameIn(own.base, own.head)) return [];
  const plain = comparing.domain ?? domainFor(first);
  const domain = withUnknownArns(plain, [...statements]);
  const cell: Cell = { ...own, domain, budget, probes: probesFor(first, own.head, comparing) };
  const answer = widenedIn(cell);
  if (answer.kind === 'same') return [];
  const told = [...statements];
  return byLevel(actions).flatMap(([level, some]): readonly Widening[] => {
    if (answer.kind === 'apart') return [{ actions: some, level, answer, statements: told }];
    const witness = writtenWord(answer.word, own);
    if (witness === undefined) {
      return [{ actions: some, level, answer: { kind: 'apart', because: 'unknown parts' }, statements: told }];
    }
    const anything = answer.word.every((letter) => !isOpen(letter)) && isWidest(answer.word, first);
    const keys = decidingKeys(decisionAt(own.head, answer.word), decisionAt(own.base, answer.word), answer.verdict);
    const hits = hitsIn(cell, first, comparing);
    return [{ actions: some, level, answer, witness, anything, hits, keys, statements: told }];
  });
}

function same(statements: ReadonlySet<Statement>): readonly (readonly [Statement, Statement])[] {
  return [...statements].map((one) => [one, one]);
}

function only(documents: Documents, some: ReadonlyMap<Statement, Statement>): Documents {
  const own = (list: readonly Statement[]) => list.flatMap((one) => some.get(one) ?? []);
  const { statements, boundary } = documents;
  return {
    ...documents,
    statements: own(statements),
    boundary: typeof boundary === 'object' ? own(boundary) : boundary,
  };
}

/** Both sides say the same about these resources: of what changed, nothing is about them. */
function isSameIn(base: Documents, head: Documents): boolean {
  if (!head.statements.some(({ effect }) => effect === 'allow')) return true;
  const keys = ({ statements, boundary }: Documents) =>
    JSON.stringify([keysOf(statements), typeof boundary === 'object' ? keysOf(boundary) : boundary]);
  return keys(base) === keys(head);
}

function keysOf(statements: readonly Statement[]): readonly string[] {
  return statements.map(({ key, resources }) => `${resources.texts.join()} ${key}`).sort();
}

function byLevel(actions: readonly IndexedAction[]): readonly (readonly [AccessLevel, readonly IndexedAction[]])[] {
  const groups = new Map<AccessLevel, IndexedAction[]>();
  for (const action of actions) groups.set(action.level, [...(groups.get(action.level) ?? []), action]);
  return [...groups];
}
