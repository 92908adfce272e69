import { assigned } from '../../languages/python/scopes/assignments.js';
import type * as Python from '../../languages/python/syntax/expression.js';
import type { Expression, Statement, Variable } from '../form.js';
import { expressionOf } from './expressions.js';
import type { Lowering } from './lowering.js';

/** The assignments that a target makes of a value; what is taken apart is named first. */
export function assignments(lowering: Lowering, target: Python.Expression, value: Expression): readonly Statement[] {
  if (target.kind !== 'tuple' && target.kind !== 'list')
    return [{ kind: 'assign', target: expressionOf(lowering, target), value }];
  const variable: Variable = { name: '' };
  const named: Expression = { kind: 'variable', variable, at: value.at };
  const parts = assigned(target, { kind: 'declared' }).map(({ target: part, within }): Statement => {
    const { at } = part;
    let inner: Expression = { ...named, at };
    for (const step of within) {
      if (step === 'rest') continue;
      inner = { kind: 'index', object: inner, key: { kind: 'constant', value: step, at }, at };
    }
    return { kind: 'assign', target: expressionOf(lowering, part), value: inner };
  });
  return [{ kind: 'assign', target: named, value }, ...parts];
}
