import type { ArrowFunctionExpression, Class, Function as FunctionNode, Node } from '@babel/types';
import { keyOf } from '../../languages/javascript/literals.js';
import { isMethod } from '../../languages/javascript/nodes.js';
import type { ClassForm, Expression, FunctionForm, Method, Statement, Variable } from '../form.js';
import { expressionOf } from './expressions.js';
import { type Lowering, spanOf } from './lowering.js';
import { parameterOf } from './patterns.js';
import { statementsOf } from './statements.js';

type AnyFunction = FunctionNode | Extract<Node, { type: 'ClassPrivateMethod' }>;

/** A function, method or arrow. `self` is what `this` means in it; an arrow has that of the function around. */
export function functionForm(outer: Lowering, node: AnyFunction, named: Named): FunctionForm {
  const known = outer.functions.get(node);
  if (known) return known;
  const form = newForm(outer, node, named);
  outer.functions.set(node, form);
  return form;
}

function newForm(outer: Lowering, node: AnyFunction, { name = '', self }: Named): FunctionForm {
  const own = node.type === 'ArrowFunctionExpression' ? undefined : (self ?? { name: 'this' });
  const lowering = own === undefined ? outer : { ...outer, self: own };
  const parameters = node.params.map((parameter) => parameterOf(lowering, parameter));
  const body = [...parameters.flatMap(({ head }) => head), ...bodyOf(lowering, node)];
  const decorators = 'decorators' in node ? (node.decorators ?? []) : [];
  return {
    name: 'id' in node && node.id ? node.id.name : name,
    parameters: parameters.map(({ parameter }) => parameter),
    body,
    self: own,
    at: spanOf(outer, node),
    ...('async' in node && node.async === true && { isAsync: true as const }),
    decorators: decorators.map(({ expression }) => expressionOf(outer, expression)),
  };
}

interface Named {
  readonly name?: string;
  readonly self?: Variable;
}

function bodyOf(lowering: Lowering, { body }: AnyFunction | ArrowFunctionExpression): readonly Statement[] {
  if (body.type === 'BlockStatement') return statementsOf(lowering, body.body);
  return [{ kind: 'return', value: expressionOf(lowering, body), at: spanOf(lowering, body) }];
}

export function classForm(outer: Lowering, node: Class): ClassForm {
  const self: Variable = { name: 'this' };
  const lowering = { ...outer, self };
  return {
    name: node.id?.name ?? '',
    parent: node.superClass ? expressionOf(outer, node.superClass) : undefined,
    self,
    methods: node.body.body.flatMap((member) => (isMethod(member) ? [methodOf(lowering, member, self)] : [])),
    fields: node.body.body.flatMap((member) => fieldOf(lowering, member)),
    at: spanOf(outer, node),
    decorators: (node.decorators ?? []).map(({ expression }) => expressionOf(outer, expression)),
  };
}

function methodOf(
  lowering: Lowering,
  node: Extract<Node, { type: 'ClassMethod' | 'ClassPrivateMethod' }>,
  self: Variable,
): Method {
  const name = node.kind === 'constructor' ? 'constructor' : (keyOf(node) ?? '');
  const kind = node.kind === 'get' ? 'getter' : node.kind === 'set' ? 'setter' : node.static ? 'static' : 'method';
  return { name, kind, function: functionForm(lowering, node, { name, self }) };
}

function fieldOf(lowering: Lowering, node: Node): readonly Statement[] {
  if (node.type !== 'ClassProperty' && node.type !== 'ClassPrivateProperty') return [];
  const name = keyOf(node);
  if (name === undefined || !node.value || lowering.self === undefined) return [];
  const at = spanOf(lowering, node);
  const object: Expression = { kind: 'variable', variable: lowering.self, at };
  return [{ kind: 'assign', target: { kind: 'member', object, name, at }, value: expressionOf(lowering, node.value) }];
}
