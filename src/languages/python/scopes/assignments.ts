import type { Attribute, Expression, Name, Subscript } from '../syntax/expression.js';
import type { Match, Statement } from '../syntax/statement.js';
import { patternsIn } from '../walking/expressions.js';
import type { Meaning, Step } from './scope.js';

/** One thing that a statement gives a value. */
export interface Assigned {
  readonly target: Name | Attribute | Subscript;
  readonly meaning: Meaning;
  /** The way to the value, where a target takes it apart. */
  readonly within: readonly Step[];
}

/** All that one statement gives a value, without the blocks in it: names, attributes and items. */
export function assignedBy(statement: Statement): readonly Assigned[] {
  switch (statement.kind) {
    case 'assignment':
      return statement.targets.flatMap((target) => assigned(target, meaningOf(statement)));
    case 'for':
      return assigned(statement.target, { kind: 'item', of: statement.iterable });
    case 'with':
      return statement.items.flatMap(({ value, target }) =>
        target === undefined ? [] : assigned(target, { kind: 'entered', of: value }),
      );
    case 'try':
      return statement.handlers.flatMap(({ caught, target }) =>
        target === undefined ? [] : assigned(target, { kind: 'caught', of: caught }),
      );
    case 'match':
      return captured(statement);
    case 'delete':
      return statement.targets.flatMap((target) => assigned(target, { kind: 'deleted' }));
    default:
      return [];
  }
}

function meaningOf({ value, operator }: Extract<Statement, { kind: 'assignment' }>): Meaning {
  if (value === undefined) return { kind: 'declared' };
  return operator === undefined ? { kind: 'value', value } : { kind: 'update', operator, value };
}

function captured({ subject, cases }: Match): readonly Assigned[] {
  return cases.flatMap((one) =>
    patternsIn(one.pattern).flatMap((pattern): readonly Assigned[] => {
      if (pattern.kind !== 'capture' || pattern.name === undefined) return [];
      return [{ target: pattern.name, meaning: { kind: 'matched', of: subject, by: one.pattern }, within: [] }];
    }),
  );
}

/** A target, taken apart where it is a sequence of targets. */
export function assigned(target: Expression, meaning: Meaning, within: readonly Step[] = []): readonly Assigned[] {
  switch (target.kind) {
    case 'name':
    case 'attribute':
    case 'subscript':
      return [{ target, meaning, within }];
    case 'starred':
      return assigned(target.value, meaning, within);
    case 'list':
    case 'tuple': {
      const { items } = target;
      const starred = items.findIndex(({ kind }) => kind === 'starred');
      return items.flatMap((item, index) => assigned(item, meaning, [...within, stepTo(index, starred, items.length)]));
    }
    default:
      return [];
  }
}

/** What stands after `*rest` is counted from the end: the last is -1. */
function stepTo(index: number, starred: number, count: number): Step {
  if (index === starred) return 'rest';
  return starred !== -1 && index > starred ? index - count : index;
}
