import type { MemberExpression, OptionalMemberExpression } from '@babel/types';
import { memberOf } from '../../../../languages/javascript/members.js';
import { type Expression, overriding } from '../../program/expression.js';
import { setProperty } from '../../program/mutations.js';
import { at, lower } from './lower-expression.js';
import { loweringIn } from './say.js';
import type { Walk } from './walk.js';

/** Something is set on an object after it was made: what it says is then not known whole. */
export function sayOverride(walk: Walk, left: MemberExpression | OptionalMemberExpression, value: Expression): void {
  const lowering = loweringIn(walk);
  const name = memberOf(left)?.name;
  if (left.object.type !== 'Super')
    setProperty(name === undefined ? { ...walk, certainty: 'maybe' } : walk, lower(lowering, left.object), {
      key: name ?? '',
      keyAt: at(lowering, left.property),
      value,
    });
  const call = overriding(lower(lowering, left), value, at(lowering, left));
  walk.steps.push({ value: call, certainty: walk.certainty, unit: walk.unit });
}
