import { type ActionClass, actionClasses } from './actions/action-classes.js';
import type { AccessLevel, IndexedAction } from './actions/action-index.js';
import { widenedIn } from './cell.js';
import { withUnknownArns } from './doubts.js';
import type { Cell } from './hunting.js';
import { domainFor, hitsIn, isWidest, probesFor } from './probing.js';
import { isWithin } from './sameness.js';
import { allStatements, type Documents, type Statement } from './statement.js';
import { keysAt, type Touched, touchedBy } from './touched.js';
import type { Comparing, Widening } from './widening.js';
import { usualWord, writtenWord } from './witness.js';

/** Places of states that are looked at for one role before the rest cannot be compared. */
const mostPlaces = 120_000;

/** What head allows and base does not. */
export function widenings(base: Documents, head: Documents, comparing: Comparing): readonly Widening[] {
  if (isWithin(head, base)) return [];
  const isOfInterest = interestIn(base, head);
  const all = [...allStatements(base), ...allStatements(head)];
  const sides = { budget: { left: mostPlaces }, touched: touchedBy(base, head) };
  return actionClasses(all, isOfInterest, comparing.universe).flatMap((one) => widening(one, sides, comparing));
}

interface Sides extends Pick<Cell, 'budget'> {
  readonly touched: ReturnType<typeof touchedBy>;
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

function widening({ actions, statements }: ActionClass, sides: Sides, comparing: Comparing): readonly Widening[] {
  const [first] = actions;
  if (first === undefined) return [];
  const touched = sides.touched({ first, statements, isAnywhere: comparing.domain !== undefined });
  if (touched.isWithin || touched.uniform === 'within') return [];
  const domain = withUnknownArns(comparing.domain ?? domainFor(first, touched.coloned), touched.open);
  const { base, head, uniform } = touched;
  const probes = () => probesFor(first, touched, comparing);
  const cell: Cell = { base, head, uniform, domain, budget: sides.budget, probes };
  const answer = widenedIn(cell);
  if (answer.kind === 'same') return [];
  const { answer: told, witness, exceptions, keys } = shown(answer, touched, cell);
  const hits = witness === undefined ? [] : hitsIn(cell, first, comparing);
  const anything = answer.kind === 'more' && isWidest(answer.word, first);
  const { statements: all } = touched;
  return byLevel(actions).map(([level, some]) => {
    return { actions: some, level, answer: told, witness, anything, exceptions, hits, keys, statements: all };
  });
}

type Shown = Pick<Widening, 'answer' | 'witness' | 'exceptions' | 'keys'>;

/** An answer with a resource to show for it; where none can be written, nothing is claimed. */
function shown(answer: Widening['answer'], { uniform, keys, exceptions }: Touched, cell: Cell): Shown {
  if (answer.kind === 'apart') return { answer };
  const { word } = answer;
  const witness = uniform === undefined ? writtenWord(word, cell) : usualWord(word);
  if (witness === undefined) return { answer: { kind: 'apart', because: 'unknown parts' } };
  return {
    answer,
    witness,
    exceptions,
    keys: uniform === undefined ? keysAt(cell, word, answer.verdict) : keys,
  };
}

const leveled = new WeakMap<readonly IndexedAction[], Leveled>();

type Leveled = readonly (readonly [AccessLevel, readonly IndexedAction[]])[];

function byLevel(actions: readonly IndexedAction[]): Leveled {
  const known = leveled.get(actions);
  if (known !== undefined) return known;
  const groups = new Map<AccessLevel, IndexedAction[]>();
  for (const action of actions) {
    const known = groups.get(action.level);
    if (known === undefined) groups.set(action.level, [action]);
    else known.push(action);
  }
  const made = [...groups];
  leveled.set(actions, made);
  return made;
}
