import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import { type Expression, opaque } from '../../program/expression.js';
import { bind, innerScope } from '../../program/scope.js';
import { camel } from '../../program/spelling.js';
import { lower } from './expressions.js';
import { at, partsOf, textOf } from './names.js';
import { type Walk, walkAll } from './statements.js';

export function walkClass(walk: Walk, node: SyntaxNode): void {
  const [name, ...rest] = partsOf(node);
  const bases = rest.find(({ type }) => type === 'argument_list');
  const body = rest.find(({ type }) => type === 'block');
  const unit = textOf(walk, name);
  const [first] = bases === undefined ? [] : partsOf(bases);
  const base = first && lower(walk, first);
  walk.classes.push({ name: unit, base, at: at(walk, name ?? node) });
  const scope = innerScope(walk.scope);
  bind(scope, 'this', opaque(at(walk, name ?? node), 'this'));
  if (body) walkAll({ ...walk, scope, unit, base }, body);
}

export function walkFunction(walk: Walk, node: SyntaxNode): void {
  const parts = partsOf(node);
  const name = textOf(walk, parts[0]);
  const scope = innerScope(walk.scope);
  const list = parts.find(({ type }) => type === 'parameters');
  const parameters = list === undefined ? [] : partsOf(list).map((one) => bindParameter({ ...walk, scope }, one));
  const body = parts.find(({ type }) => type === 'block');
  const certainty = name === '__init__' || walk.unit === '' ? walk.certainty : 'many';
  const returns: Expression[] = [];
  walk.units.push({ name: unitName(walk, name), scope, parameters: withoutSelf(parameters), returns, exported: false });
  if (body) walkAll({ ...walk, scope, certainty, unit: walk.unit === '' ? name : walk.unit, returns }, body);
}

/** A class is made with what its `__init__` takes. */
function unitName({ unit }: Walk, name: string): string {
  if (unit === '') return name;
  return name === '__init__' ? unit : `this.${camel(name)}`;
}

function withoutSelf(parameters: readonly string[]): readonly string[] {
  return parameters[0] === 'self' ? parameters.slice(1) : parameters;
}

/** The name of a parameter; empty for one that gathers others or has a default. */
function bindParameter(walk: Walk, parameter: SyntaxNode): string {
  const node =
    parameter.type === 'identifier' ? parameter : partsOf(parameter).find(({ type }) => type === 'identifier');
  const name = textOf(walk, node);
  if (name !== '' && name !== 'self') bind(walk.scope, name, opaque(at(walk, parameter), 'parameter'));
  return /^(?:identifier|typed_parameter)$/.test(parameter.type) && !/^\*/.test(textOf(walk, parameter)) ? name : '';
}
