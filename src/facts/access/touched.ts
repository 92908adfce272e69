import type { IndexedAction } from './actions/action-index.js';
import { isColoned } from './domain.js';
import { decisionAt, verdictAt } from './doubts.js';
import { isWithin } from './sameness.js';
import { allStatements, type Documents, type Statement } from './statement.js';
import { touchingOf } from './touching.js';
import { decidingKeys, type Verdict } from './verdict.js';

interface Sides {
  readonly base: Documents;
  readonly head: Documents;
}

/** Both sides as far as they are about the resources of some actions, and what follows for all of these alike. */
export interface Touched extends Sides {
  /** Of both, wherever they are about. */
  readonly statements: readonly Statement[];
  /** By what is written alone head allows nothing that base does not. */
  readonly isWithin: boolean;
  /** The verdict on every resource where no statement tells one from another. */
  readonly uniform: Verdict | undefined;
  /** What the verdict depends on, where it is the same everywhere. */
  readonly keys: readonly string[];
  /** Resources are named that are left out of what head allows. */
  readonly exceptions: boolean;
  /** Texts with parts that only the deployment knows. */
  readonly open: readonly string[];
  /** Texts that write colons into names. */
  readonly coloned: readonly string[];
}

/** Finds both sides for actions; actions about which the same is said, of whatever service, share them. */
export function touchedBy(base: Documents, head: Documents): (of: Asked) => Touched {
  const known = new Map<ReadonlySet<Statement>, Map<string, Touched>>();
  return ({ first, statements, isAnywhere }) => {
    const byTexts = known.get(statements) ?? new Map<string, Touched>();
    known.set(statements, byTexts);
    const touching = isAnywhere ? wholly(statements) : touchingOf(first, statements);
    const key = keyOf(touching, statements);
    const touched = byTexts.get(key) ?? made({ base: only(base, touching), head: only(head, touching) }, statements);
    byTexts.set(key, touched);
    return touched;
  };
}

interface Asked {
  readonly first: IndexedAction;
  readonly statements: ReadonlySet<Statement>;
  /** Any text may be a resource. */
  readonly isAnywhere: boolean;
}

function wholly(statements: ReadonlySet<Statement>): ReadonlyMap<Statement, Statement> {
  return new Map([...statements].map((one) => [one, one]));
}

/** What is left of each statement. */
function keyOf(touching: ReadonlyMap<Statement, Statement>, statements: ReadonlySet<Statement>): string {
  let key = '';
  for (const one of statements) {
    const left = touching.get(one);
    key += left === one ? '=' : left === undefined ? '-' : `${JSON.stringify(left.resources.texts)}`;
  }
  return key;
}

function made({ base, head }: Sides, statements: ReadonlySet<Statement>): Touched {
  const all = [...allStatements(base), ...allStatements(head)];
  const isUniform = all.every(isAboutAll);
  const uniform = isUniform ? verdictAt({ base, head }, anything) : undefined;
  const texts = all.flatMap(({ resources }) => resources.texts);
  return {
    base,
    head,
    statements: [...statements],
    isWithin: isWithin(head, base),
    uniform,
    keys: uniform === 'new' || uniform === 'looser' ? keysAt({ base, head }, anything, uniform) : [],
    exceptions: hasExceptions(head),
    open: [...new Set(texts.filter((text) => text.includes('${')))],
    coloned: [...new Set(texts.filter(isColoned))],
  };
}

const anything: readonly string[] = ['*'];

/** The condition keys that a difference on one resource depends on. */
export function keysAt({ base, head }: Sides, word: readonly string[], verdict: 'new' | 'looser') {
  return decidingKeys(decisionAt(head, word), decisionAt(base, word), verdict);
}

function hasExceptions(head: Documents): boolean {
  return allStatements(head).some(({ effect, resources: { texts, except } }) => {
    if (effect === 'allow') return except && texts.length > 0;
    return except || texts.some((text) => !/^\*+$/.test(text));
  });
}

/** What it says holds for every resource alike. */
export function isAboutAll({ resources: { texts, except } }: Statement): boolean {
  return except ? texts.length === 0 : texts.some((text) => /^\*+$/.test(text));
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
