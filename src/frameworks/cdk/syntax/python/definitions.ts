import type { Parameter } from '../../../../languages/python/syntax/expression.js';
import type { ClassDefinition, FunctionDefinition } from '../../../../languages/python/syntax/statement.js';
import { type Expression, opaque } from '../../program/expression.js';
import { bind, innerScope } from '../../program/scope.js';
import { camel } from '../../program/spelling.js';
import { lower } from './expressions.js';
import type { Walk } from './walk.js';

/** Notes a class; what is returned is where its body stands. */
export function enterClass(walk: Walk, { name: unit, nameAt, bases }: ClassDefinition): Walk {
  const [first] = bases;
  const base = first && lower(walk, first.value);
  walk.classes.push({ name: unit, base, at: nameAt });
  const scope = innerScope(walk.scope);
  bind(scope, 'this', opaque(nameAt, 'this'));
  return { ...walk, scope, unit, base };
}

/** Notes a function; what is returned is where its body stands. */
export function enterFunction(walk: Walk, { name, parameters }: FunctionDefinition): Walk {
  const scope = innerScope(walk.scope);
  for (const parameter of parameters) {
    if (parameter.name !== 'self') bind(scope, parameter.name, opaque(parameter.at, 'parameter'));
  }
  const certainty = name === '__init__' || walk.unit === '' ? walk.certainty : 'many';
  const returns: Expression[] = [];
  const taken = withoutSelf(takenNames(parameters));
  walk.units.push({ name: unitName(walk, name), scope, parameters: taken, returns, exported: false });
  return { ...walk, scope, certainty, unit: walk.unit === '' ? name : walk.unit, returns };
}

/** A class is made with what its `__init__` takes. */
function unitName({ unit }: Walk, name: string): string {
  if (unit === '') return name;
  return name === '__init__' ? unit : `this.${camel(name)}`;
}

function withoutSelf(parameters: readonly string[]): readonly string[] {
  return parameters[0] === 'self' ? parameters.slice(1) : parameters;
}

/** Names that a call gives, in their places; `*`, `*rest` and what has a default are places without a name. */
function takenNames(parameters: readonly Parameter[]): readonly string[] {
  return parameters.flatMap(({ name, form, otherwise, isKeywordOnly }, index) => {
    const before = parameters[index - 1];
    const isFirstAfterStar = isKeywordOnly && before?.isKeywordOnly !== true && before?.form !== 'rest';
    const taken = form === 'plain' && otherwise === undefined ? name : '';
    return isFirstAfterStar ? ['', taken] : [taken];
  });
}
