import type * as python from '../../../../languages/python/syntax/expression.js';
import type { Assignment } from '../../../../languages/python/syntax/statement.js';
import { type Expression, opaque, overriding } from '../../program/expression.js';
import { setProperty } from '../../program/mutations.js';
import { assign, bind } from '../../program/scope.js';
import { camel } from '../../program/spelling.js';
import { lower } from './expressions.js';
import type { Walk } from './walk.js';

/** An expression that is carried out by itself. */
export function say(walk: Walk, expression: python.Expression): Expression {
  const value = lower(walk, expression);
  walk.steps.push({ value, certainty: walk.certainty, unit: walk.unit });
  return value;
}

export function walkAssignment(walk: Walk, { targets, value: given, operator }: Assignment): void {
  if (given === undefined) return;
  const value = say(walk, given);
  const isSure = walk.certainty !== 'maybe' && operator === undefined;
  const meaning = isSure ? value : opaque(value.at, 'assigned conditionally');
  for (const target of targets) {
    if (target.kind === 'name') bind(walk.scope, target.name, meaning);
    else if (target.kind === 'subscript') setItem(walk, target, value);
    else if (target.kind === 'attribute') setAttribute(walk, target, { value, meaning });
  }
}

/** `environment["NAME"] = value`. */
function setItem(walk: Walk, { of, index }: python.Subscript, value: Expression): void {
  const key = lower(walk, index);
  const isNamed = key.kind === 'literal';
  const property = { key: isNamed ? String(key.value) : '', keyAt: index.at, value };
  setProperty(isNamed ? walk : { ...walk, certainty: 'maybe' }, lower(walk, of), property);
}

interface Assigned {
  readonly value: Expression;
  readonly meaning: Expression;
}

/** Something is set on an object after it was made: what it says is then not known whole. */
function setAttribute(walk: Walk, target: python.Attribute, { value, meaning }: Assigned): void {
  if (target.of.kind === 'name' && target.of.name === 'self') {
    assign(walk.scope, `this.${camel(target.name)}`, meaning);
    return;
  }
  const call = overriding(lower(walk, target), value, target.at);
  walk.steps.push({ value: call, certainty: walk.certainty, unit: walk.unit });
}
