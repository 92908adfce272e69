import { type Expression, opaque, overriding } from '../../program/expression.js';
import { setProperty } from '../../program/mutations.js';
import { assign, bind } from '../../program/scope.js';
import { at, lower } from './expressions.js';
import type { Node, Parameter, Pattern } from './nodes.js';
import { loweringIn, type Walk } from './walk.js';

/** Something is set on an object after it was made: what it says is then not known whole. */
export function sayOverride(walk: Walk, left: Extract<Node, { type: 'MemberExpression' }>, value: Expression): void {
  const lowering = loweringIn(walk);
  const { property } = left;
  const name = property.type === 'StringLiteral' ? property.value : property.type === 'Identifier' ? property.name : '';
  const isNamed = name !== '' && (property.type === 'StringLiteral' || !left.computed);
  if (left.object.type !== 'Super')
    setProperty(isNamed ? walk : { ...walk, certainty: 'maybe' }, lower(lowering, left.object), {
      key: name,
      keyAt: at(lowering, property),
      value,
    });
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

/** Binds a parameter, and says by which name it is known inside. */
export function bindParameter(walk: Walk, param: Parameter): string {
  const span = at(loweringIn(walk), param);
  if (param.type === 'AssignmentPattern') return bindParameter(walk, param.left as Parameter);
  if (param.type === 'Identifier') {
    bind(walk.scope, param.name, opaque(span, 'parameter'));
    return param.name;
  }
  if (param.type === 'TSParameterProperty') {
    const name = bindParameter(walk, param.parameter as Parameter);
    assign(walk.scope, `this.${name}`, { kind: 'name', name, scope: walk.scope, at: span });
    return name;
  }
  if (param.type !== 'ObjectPattern') return '';
  const name = `{${span.start}}`;
  bind(walk.scope, name, opaque(span, 'parameter'));
  bindPattern(walk, param, { kind: 'name', name, scope: walk.scope, at: span }, true);
  return name;
}
