import { type IndexedAction, type IndexedService, indexedService, servicePrefixes } from './action-index.js';
import { type ActionSelection, actionSelection, isWild } from './action-selection.js';
import { fresh } from './pattern.js';
import type { Statement } from './statement.js';
import { touchesService } from './touching.js';

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
  return servicesOf(allowing, universe).flatMap((service) => {
    const indexed = universe === 'indexed' ? indexedService(service) : undefined;
    const touches = ({ statement }: Told) => indexed === undefined || touchesService(indexed, statement);
    const own = told.filter((one) => one.selection.whole(service) !== false && touches(one));
    if (!own.some(({ statement }) => isOfInterest(statement))) return [];
    if (!own.some(({ statement }) => statement.effect === 'allow')) return [];
    if (indexed !== undefined && own.every(({ selection }) => selection.whole(service) === true)) {
      const statements = new Set(own.map(({ statement }) => statement));
      return byTypes(indexed).map((actions) => ({ actions, statements }));
    }
    return classesIn(actionsOf(service, own, indexed), own, isOfInterest);
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
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  const made = [...groups.values()];
  grouped.set(service, made);
  return made;
}

function typesKey({ types }: IndexedAction): string {
  return types.map((type) => type.key).join();
}

function servicesOf(allowing: readonly Told[], universe: Universe): readonly string[] {
  const named = allowing.flatMap(({ selection }) => selection.services ?? []).filter((service) => !isWild(service));
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
  const names = new Set(unknown.map(({ name }) => concrete(name)));
  return [
    ...(indexed?.actions ?? []),
    ...[...names].map((name): IndexedAction => ({ service, name, level: 'unknown', types: [] })),
  ];
}

/** A pattern of unlisted actions as one action, which only patterns match that are at least as wide. */
function concrete(name: string): string {
  return name.replace(/\*+/g, `${fresh}${fresh}`).replaceAll('?', fresh);
}

function classesIn(
  actions: readonly IndexedAction[],
  told: readonly Told[],
  isOfInterest: (statement: Statement) => boolean,
): readonly ActionClass[] {
  const groups = new Map<string, { actions: IndexedAction[]; statements: ReadonlySet<Statement> }>();
  for (const action of actions) {
    const about = told.filter(({ selection }) => selection.has(action.service, action.name.toLowerCase()));
    if (!about.some(({ statement }) => isOfInterest(statement))) continue;
    if (!about.some(({ statement }) => statement.effect === 'allow')) continue;
    const key = `${about.map((one) => told.indexOf(one)).join()} ${typesKey(action)}`;
    const group = groups.get(key) ?? { actions: [], statements: new Set(about.map(({ statement }) => statement)) };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()];
}
