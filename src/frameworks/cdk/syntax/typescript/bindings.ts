import { type Expression, opaque, overriding } from '../../expression.js';
import { bind } from '../../scope.js';
import { at, lower } from './expressions.js';
import type { Node, Parameter, Pattern } from './nodes.js';
import { loweringIn, type Walk } from './walk.js';

/** Something is set on an object after it was made: what it says is then not known whole. */
export function sayOverride(walk: Walk, left: Extract<Node, { type: 'MemberExpression' }>, value: Expression): void {
  const lowering = loweringIn(walk);
  const call = overriding(lower(lowering, left), value, at(lowering, left));
  walk.steps.push({ value: call, certainty: walk.certainty, unit: walk.unit });
}

export function bindPattern(walk: Walk, id: Pattern | Parameter, value: Expression, isGiven: boolean): void {
  if (id.type === 'Identifier') {
    if (isGiven) bind(walk.scope, id.name, value);
    return;
  }
  if (id.type !== 'ObjectPattern') return;
  for (const property of id.properties) {
    if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier') continue;
    const name = property.key.type === 'Identifier' ? property.key.name : undefined;
    const span = at(loweringIn(walk), property);
    if (name !== undefined) bind(walk.scope, property.value.name, { kind: 'member', of: value, name, at: span });
  }
}

export function bindParameter(walk: Walk, param: Parameter): void {
  const span = at(loweringIn(walk), param);
  const unknown = opaque(span, 'parameter');
  if (param.type === 'AssignmentPattern') {
    bindParameter(walk, param.left as Parameter);
    return;
  }
  if (param.type === 'Identifier' || param.type === 'ObjectPattern') bindPattern(walk, param, unknown, true);
}
