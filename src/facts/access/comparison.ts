import { type ActionClass, actionClasses } from './action-classes.js';
import type { AccessLevel, IndexedAction } from './action-index.js';
import { widenedIn } from './cell.js';
import { decisionAt, withUnknownArns } from './doubts.js';
import type { Cell } from './hunting.js';
import { isOpen } from './pattern.js';
import { domainFor, hitsIn, isWidest, probesFor } from './probing.js';
import { allStatements, type Documents, type Statement } from './statement.js';
import { touchingOf } from './touching.js';
import { decidingKeys } from './verdict.js';
import type { Comparing, Widening } from './widening.js';
import { writtenWord } from './witness.js';

/** Places of states that are looked at for one role before the rest cannot be compared. */
const mostPlaces = 120_000;

/** What head allows and base does not. */
export function widenings(base: Documents, head: Documents, comparing: Comparing): readonly Widening[] {
  const isOfInterest = interestIn(base, head);
  const all = [...allStatements(base), ...allStatements(head)];
  const sides = { base, head, budget: { left: mostPlaces }, known: new Map() };
  return actionClasses(all, isOfInterest, comparing.universe).flatMap((one) => widening(one, sides, comparing));
}

interface Sides extends Pick<Cell, 'base' | 'head' | 'budget'> {
  /** Both sides as far as some statements go, which all actions of a service share. */
  readonly known: Map<ReadonlySet<Statement>, Pick<Cell, 'base' | 'head'>>;
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
  const isWhole = comparing.domain !== undefined || isAboutEverything(statements);
  const own = isWhole ? sidesIn(statements, sides) : sidesAbout(touchingOf(first, statements), sides);
  if (isSameIn(own.base, own.head)) return [];
  const plain = comparing.domain ?? domainFor(first);
  const domain = withUnknownArns(plain, statements);
  const { base, head } = own;
  const cell: Cell = { base, head, domain, budget: sides.budget, probes: () => probesFor(first, head, comparing) };
  const answer = widenedIn(cell);
  if (answer.kind === 'same') return [];
  const told = { ...shown(cell, answer, first, comparing), statements: [...statements] };
  return byLevel(actions).map(([level, some]) => ({ actions: some, level, ...told }));
}

/** An answer with a resource to show for it; where none can be written, nothing is claimed. */
function shown(
  cell: Cell,
  answer: Widening['answer'],
  first: IndexedAction,
  comparing: Comparing,
): Omit<Widening, 'actions' | 'level' | 'statements'> {
  if (answer.kind === 'apart') return { answer };
  const { word } = answer;
  const witness = writtenWord(word, cell);
  if (witness === undefined) return { answer: { kind: 'apart', because: 'unknown parts' } };
  return {
    answer,
    witness,
    anything: word.every((letter) => !isOpen(letter)) && isWidest(word, first),
    exceptions: hasExceptions(cell.head),
    keys: decidingKeys(decisionAt(cell.head, word), decisionAt(cell.base, word), answer.verdict),
    hits: hitsIn(cell, first, comparing),
  };
}

/** Resources are named that are left out of what is allowed. */
function hasExceptions(head: Documents): boolean {
  return allStatements(head).some(({ effect, resources: { texts, except } }) => {
    if (effect === 'allow') return except && texts.length > 0;
    return except || texts.some((text) => !/^\*+$/.test(text));
  });
}

function isAboutEverything(statements: ReadonlySet<Statement>): boolean {
  for (const { resources } of statements) {
    if (resources.except || resources.texts.length !== 1 || resources.texts[0] !== '*') return false;
  }
  return true;
}

function sidesIn(statements: ReadonlySet<Statement>, sides: Sides): Pick<Cell, 'base' | 'head'> {
  const known = sides.known.get(statements);
  if (known !== undefined) return known;
  const made = sidesAbout(new Map([...statements].map((one) => [one, one])), sides);
  sides.known.set(statements, made);
  return made;
}

function sidesAbout(touching: ReadonlyMap<Statement, Statement>, { base, head }: Sides): Pick<Cell, 'base' | 'head'> {
  return { base: only(base, touching), head: only(head, touching) };
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
  if (typeof base.boundary !== 'object' || typeof head.boundary !== 'object') {
    return base.boundary === head.boundary && areSame(base.statements, head.statements);
  }
  return areSame(base.boundary, head.boundary) && areSame(base.statements, head.statements);
}

/** Each is among the others, however often it is said. */
function areSame(some: readonly Statement[], others: readonly Statement[]): boolean {
  const areAmong = (list: readonly Statement[], all: readonly Statement[]) => {
    const there = new Set(all);
    return list.every((one) => there.has(one) || all.some((other) => saysTheSame(one, other)));
  };
  return areAmong(some, others) && areAmong(others, some);
}

function saysTheSame(one: Statement, other: Statement): boolean {
  const [own, its] = [one.resources.texts, other.resources.texts];
  return one.key === other.key && own.length === its.length && own.every((text, at) => text === its[at]);
}

function byLevel(actions: readonly IndexedAction[]): readonly (readonly [AccessLevel, readonly IndexedAction[]])[] {
  const groups = new Map<AccessLevel, IndexedAction[]>();
  for (const action of actions) {
    const known = groups.get(action.level);
    if (known === undefined) groups.set(action.level, [action]);
    else known.push(action);
  }
  return [...groups];
}
