import type * as Python from '../../languages/python/syntax/expression.js';
import type { Block, ClassDefinition, FunctionDefinition } from '../../languages/python/syntax/statement.js';
import type { ClassForm, Expression, FunctionForm, Method, Parameter, Statement, Variable } from '../form.js';
import { expressionOf } from './expressions.js';
import { type Lowering, ownVariable } from './lowering.js';
import { statementsOf } from './statements.js';

/** What a function takes. */
export function parametersOf(lowering: Lowering, parameters: readonly Python.Parameter[]): readonly Parameter[] {
  return parameters.map(({ name, form, otherwise, annotation }) => ({
    variable: ownVariable(lowering, lowering.scope, name),
    rest: form === 'rest',
    ...(form === 'keywords' && { gathers: true as const }),
    otherwise: otherwise && expressionOf(lowering, otherwise),
    ...(annotation && { type: expressionOf(lowering, annotation) }),
  }));
}

/** A function; `self`: what the first parameter of a method is. */
export function functionForm(outer: Lowering, written: FunctionDefinition, self?: Variable): FunctionForm {
  const scope = outer.scopes.of.get(written) ?? outer.scope;
  const lowering = { ...outer, scope };
  const [first, ...others] = written.parameters;
  const isMethod = self !== undefined && first !== undefined && !written.decorators.some(isStatic);
  const bindings = first && scope.bindings.get(first.name);
  if (isMethod && bindings) lowering.variables.set(bindings, self);
  return {
    name: written.name,
    parameters: parametersOf(lowering, isMethod ? others : written.parameters),
    body: statementsOf(lowering, written.body),
    self: isMethod ? self : undefined,
    at: written.at,
    decorators: [],
  };
}

function isStatic(decorator: Python.Expression): boolean {
  return decorator.kind === 'name' && decorator.name === 'staticmethod';
}

const plain = new Set(['staticmethod', 'classmethod', 'property', 'dataclass', 'abstractmethod', 'override']);

/** A function or class as its decorators leave it: each is called with what stands below it. */
export function decorated(lowering: Lowering, decorators: readonly Python.Expression[], value: Expression): Expression {
  let whole = value;
  for (const decorator of decorators.toReversed()) {
    if (decorator.kind === 'name' && plain.has(decorator.name)) continue;
    const callee = expressionOf(lowering, decorator);
    whole = { kind: 'call', callee, arguments: [{ value: whole, spread: false }], creates: false, at: decorator.at };
  }
  return whole;
}

export function classForm(outer: Lowering, written: ClassDefinition): ClassForm {
  const self: Variable = { name: 'self' };
  const scope = outer.scopes.of.get(written) ?? outer.scope;
  const lowering = { ...outer, scope };
  const parent = written.bases.find(({ kind }) => kind === 'positional')?.value;
  return {
    name: written.name,
    parent: parent && expressionOf(outer, parent),
    self,
    methods: written.body.flatMap((one) => (one.kind === 'function' ? [methodOf(lowering, one, self)] : [])),
    fields: fieldsOf(lowering, written.body, self),
    at: written.at,
  };
}

function methodOf(lowering: Lowering, written: FunctionDefinition, self: Variable): Method {
  const named = (name: string) => written.decorators.some((one) => one.kind === 'name' && one.name === name);
  const kind = named('property') ? 'getter' : named('staticmethod') || named('classmethod') ? 'static' : 'method';
  const name = written.name === '__init__' ? 'constructor' : written.name;
  return { name, kind, function: functionForm(lowering, written, self) };
}

function fieldsOf(lowering: Lowering, body: Block, self: Variable): readonly Statement[] {
  return statementsOf(
    lowering,
    body.filter(({ kind }) => kind === 'assignment'),
  ).map((statement) => {
    if (statement.kind !== 'assign' || statement.target.kind !== 'variable') return statement;
    const { at, variable } = statement.target;
    const object: Expression = { kind: 'variable', variable: self, at };
    return { ...statement, target: { kind: 'member', object, name: variable.name, at } };
  });
}
