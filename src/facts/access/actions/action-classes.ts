import { fresh } from '../patterns/pattern.js';
import type { Statement } from '../statement.js';
import { touchesService } from '../touching.js';
import { type IndexedAction, type IndexedService, indexedService, servicePrefixes } from './action-index.js';
import { type ActionSelection, actionSelection, isWild } from './action-selection.js';

/** Actions that the same statements are about, and that accept the same resources. */
export interface ActionClass {
  readonly actions: readonly IndexedAction[];
  readonly statements: ReadonlySet<Statement>;
}

/** What actions there are: AWS's, or, for other clouds, only those that are written. */
export type Universe = 'indexed' | 'written';

interface Told {
  readonly statement: Statement;
  readonly selection: ActionSelection;
}

/**
 * Every action that some statement may allow and some statement of interest is about, in classes. `isOfInterest` says which
 * statements matter: the changed ones.
 */
export function actionClasses(
  statements: readonly Statement[],
  isOfInterest: (statement: Statement) => boolean,
  universe: Universe,
): readonly ActionClass[] {
  const told = statements.map((statement) => ({ statement, selection: actionSelection(statement.actions) }));
  const allowing = told.filter(({ statement }) => statement.effect === 'allow');
  const setOf = sets(told);
  return servicesOf(allowing, universe).flatMap((service) => {
    const indexed = universe === 'indexed' ? indexedService(service) : undefined;
    const touches = ({ statement }: Told) => indexed === undefined || touchesService(indexed, statement);
    const own = told.filter((one) => one.selection.whole(service) !== false && touches(one));
    if (!own.some(({ statement }) => isOfInterest(statement))) return [];
    if (!own.some(({ statement }) => statement.effect === 'allow')) return [];
    if (indexed !== undefined && own.every(({ selection }) => selection.whole(service) === true)) {
      const statements = setOf(own);
      return byTypes(indexed).map((actions) => ({ actions, statements }));
    }
    return classesIn(actionsOf(service, own, indexed), { told: own, setOf, isOfInterest });
  });
}

const grouped = new WeakMap<IndexedService, readonly (readonly IndexedAction[])[]>();

/** The actions of a service that accept the same resources. */
function byTypes(service: IndexedService): readonly (readonly IndexedAction[])[] {
  const known = grouped.get(service);
  if (known !== undefined) return known;
  const groups = new Map<string, IndexedAction[]>();
  for (const action of service.actions) {
    const key = typesKey(action);
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, [action]);
    else alike.push(action);
  }
  const made = [...groups.values()];
  grouped.set(service, made);
  return made;
}

function typesKey({ types }: IndexedAction): string {
  return types.map((type) => type.key).join();
}

function servicesOf(allowing: readonly Told[], universe: Universe): readonly string[] {
  // A word without a colon is an action of another cloud; AWS refuses it.
  const isAction = ({ name }: { readonly name: string }) => universe === 'written' || name !== '';
  const written = allowing.flatMap(({ selection }) => (selection.services === undefined ? [] : selection.written));
  const named = written.flatMap((one) => (isAction(one) && !isWild(one.service) ? [one.service] : []));
  const isAny = allowing.some(({ selection }) => selection.services === undefined);
  if (universe === 'written') return [...new Set([...named, ...writtenServices(allowing)])];
  return [...new Set([...named, ...(isAny ? servicePrefixes() : [])])];
}

/** Of clouds whose actions are not listed, what is written stands for itself: `*` too. */
function writtenServices(told: readonly Told[]): readonly string[] {
  return told.flatMap(({ selection }) => selection.written.map(({ service }) => concrete(service)));
}

function actionsOf(
  service: string,
  told: readonly Told[],
  indexed: IndexedService | undefined,
): readonly IndexedAction[] {
  const known = new Set(indexed?.actions.map(({ name }) => name.toLowerCase()));
  const written = told.flatMap(({ selection }) => selection.written);
  const unknown = written.filter((one) => {
    if (concrete(one.service) !== service || known.has(one.name)) return false;
    return indexed === undefined || !isWild(one.name);
  });
  const names = new Map(unknown.map(({ name, spelled }) => [name, concrete(spelled)]));
  return [
    ...(indexed?.actions ?? []),
    ...[...names.values()].map((name): IndexedAction => ({ service, name, level: 'unknown', types: [] })),
  ];
}

/** A pattern of unlisted actions as one action, which only patterns match that are at least as wide. */
function concrete(name: string): string {
  return name.replace(/\*+/g, `${fresh}${fresh}`).replaceAll('?', fresh);
}

interface Classing {
  readonly told: readonly Told[];
  readonly setOf: (about: readonly Told[]) => ReadonlySet<Statement>;
  readonly isOfInterest: (statement: Statement) => boolean;
}

function classesIn(actions: readonly IndexedAction[], { told, setOf, isOfInterest }: Classing): readonly ActionClass[] {
  const groups = new Map<ReadonlySet<Statement>, Map<string, IndexedAction[]>>();
  for (const action of actions) {
    const about = told.filter(({ selection }) => selection.has(action.service, action.name.toLowerCase()));
    if (!about.some(({ statement }) => isOfInterest(statement))) continue;
    if (!about.some(({ statement }) => statement.effect === 'allow')) continue;
    const statements = setOf(about);
    const group = groups.get(statements) ?? new Map<string, IndexedAction[]>();
    groups.set(statements, group);
    const key = typesKey(action);
    const alike = group.get(key);
    if (alike === undefined) group.set(key, [action]);
    else alike.push(action);
  }
  return [...groups].flatMap(([statements, group]) =>
    [...group.values()].map((some) => ({ actions: some, statements })),
  );
}

/** The same statements are the same set, whatever service asks: what follows from them is found once. */
function sets(told: readonly Told[]): Classing['setOf'] {
  const places = new Map(told.map((one, at) => [one, at]));
  const known = new Map<string, ReadonlySet<Statement>>();
  return (about) => {
    const key = about.map((one) => places.get(one)).join();
    const statements = known.get(key) ?? new Set(about.map(({ statement }) => statement));
    known.set(key, statements);
    return statements;
  };
}
