import type * as Python from '../../languages/python/syntax/expression.js';
import { innerExpressions } from '../../languages/python/walking/expressions.js';
import type { Argument, Expression, FunctionForm } from '../form.js';
import { parametersOf } from './functions.js';
import { type Lowering, nameExpression } from './lowering.js';
import { operationOf } from './operations.js';
import { assignments } from './targets.js';

/** What an expression of Python says. */
export function expressionOf(lowering: Lowering, written: Python.Expression): Expression {
  const { at } = written;
  const lower = (inner: Python.Expression) => expressionOf(lowering, inner);
  switch (written.kind) {
    case 'literal':
      return { kind: 'constant', value: written.value ?? null, at };
    case 'formatted':
      return {
        kind: 'text',
        parts: written.parts.map((part) =>
          typeof part === 'string' ? { kind: 'constant', value: part, at } : lower(part),
        ),
        at,
      };
    case 'name':
      return nameExpression(lowering, written.name, at);
    case 'attribute':
      return { kind: 'member', object: lower(written.of), name: written.name, at };
    case 'subscript':
      return written.index.kind === 'slice'
        ? lower(written.of)
        : { kind: 'index', object: lower(written.of), key: lower(written.index), at };
    default:
      return composed(lowering, written);
  }
}

function composed(lowering: Lowering, written: Python.Expression): Expression {
  const { at } = written;
  const lower = (inner: Python.Expression) => expressionOf(lowering, inner);
  switch (written.kind) {
    case 'call':
      return callOf(lowering, written);
    case 'list':
    case 'tuple':
    case 'set':
      return sequenceOf(lowering, written);
    case 'dictionary':
      return dictionaryOf(lowering, written);
    case 'comprehension':
      return comprehensionOf(lowering, written);
    case 'lambda':
      return { kind: 'function', function: lambdaOf(lowering, written), at };
    case 'conditional':
      return { kind: 'choice', test: lower(written.test), options: [lower(written.yes), lower(written.no)], at };
    case 'operation':
      return operationOf(written, written.operands.map(lower));
    case 'named':
      return { kind: 'assignment', target: lower(written.target), value: lower(written.value), at };
    case 'yield':
      return yielded(lowering, written);
    case 'await':
    case 'starred':
      return lower(written.value);
    default:
      return { kind: 'unknown', inside: innerExpressions(written).map(lower), at };
  }
}

/** What a generator gives, as in JavaScript: a call of `yield`. */
function yielded(lowering: Lowering, { value, isFrom, at }: Python.Yield): Expression {
  const callee: Expression = { kind: 'global', name: 'yield', at };
  const given = value === undefined ? [] : [{ value: expressionOf(lowering, value), spread: isFrom }];
  return { kind: 'call', callee, arguments: given, creates: false, at };
}

/** What is spread by `**` stands for all names of it. */
function argumentOf(lowering: Lowering, argument: Python.Argument): Argument {
  const value = expressionOf(lowering, argument.value);
  if (argument.kind === 'keyword') return { value, spread: false, name: argument.name };
  return { value, spread: argument.kind === 'spread' };
}

function dictionaryOf(lowering: Lowering, { entries, at }: Python.Dictionary): Expression {
  return {
    kind: 'object',
    entries: entries.map(({ key, value }) => {
      const given = expressionOf(lowering, value);
      if (key === undefined) return { key: undefined, value: given, spread: true };
      if (key.kind === 'literal' && typeof key.value === 'string')
        return { key: key.value, value: given, spread: false };
      return { key: undefined, computedKey: expressionOf(lowering, key), value: given, spread: false };
    }),
    at,
  };
}

function lambdaOf(lowering: Lowering, written: Python.Lambda): FunctionForm {
  const scope = lowering.scopes.of.get(written) ?? lowering.scope;
  const inside = { ...lowering, scope };
  const body = [{ kind: 'return', value: expressionOf(inside, written.body), at: written.body.at }] as const;
  return {
    name: '',
    parameters: parametersOf(inside, written.parameters),
    body,
    self: undefined,
    at: written.at,
    decorators: [],
  };
}

/** `[f(x) for x in items]` is what is made of each item in turn. */
function comprehensionOf(lowering: Lowering, written: Python.Comprehension): Expression {
  const { at, element, clauses } = written;
  const inside = { ...lowering, scope: lowering.scopes.of.get(written) ?? lowering.scope };
  let value = expressionOf(inside, element);
  for (const { target, iterable, conditions } of clauses.toReversed()) {
    const item = { name: '' };
    const named: Expression = { kind: 'variable', variable: item, at: target.at };
    const head = assignments(inside, target, named);
    const test: Expression = { kind: 'all', operands: conditions.map((one) => expressionOf(inside, one)), at };
    const met = [{ kind: 'return', value, at } as const];
    const body = [
      ...head,
      ...(conditions.length === 0 ? met : [{ kind: 'branch', test, met, otherwise: [] } as const]),
    ];
    const form: FunctionForm = {
      name: '',
      parameters: [{ variable: item, rest: false, otherwise: undefined }],
      body,
      self: undefined,
      at,
      decorators: [],
    };
    const object = expressionOf(inside, iterable);
    const callee: Expression = { kind: 'member', object, name: 'map', at };
    value = {
      kind: 'call',
      callee,
      arguments: [{ value: { kind: 'function', function: form, at }, spread: false }],
      creates: false,
      at,
    };
  }
  return value;
}

function callOf(lowering: Lowering, { callee, args, at }: Python.Call): Expression {
  const given = args.map((one) => argumentOf(lowering, one));
  return { kind: 'call', callee: expressionOf(lowering, callee), arguments: given, creates: false, at };
}

function sequenceOf(lowering: Lowering, { items, at }: Python.Sequence): Expression {
  const itemOf = (item: Python.Expression): Argument =>
    item.kind === 'starred'
      ? { value: expressionOf(lowering, item.value), spread: true }
      : { value: expressionOf(lowering, item), spread: false };
  return { kind: 'list', items: items.map(itemOf), at };
}
