import type { Comprehension, Expression, Parameter } from '../syntax/expression.js';
import type { Pattern } from '../syntax/pattern.js';
import type { Statement } from '../syntax/statement.js';

type Some = readonly (Expression | undefined)[];

/** The expressions that stand directly in another. */
export function innerExpressions(expression: Expression): readonly Expression[] {
  return given(innerOf(expression));
}

function given(some: Some): readonly Expression[] {
  return some.every(isGiven) ? some : some.filter(isGiven);
}

function isGiven(one: Expression | undefined): one is Expression {
  return one !== undefined;
}

function innerOf(expression: Expression): Some {
  switch (expression.kind) {
    case 'formatted':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'attribute':
      return [expression.of];
    case 'subscript':
      return [expression.of, expression.index];
    case 'slice':
      return [expression.from, expression.to, expression.step];
    case 'call':
      return [expression.callee, ...expression.args.map(({ value }) => value)];
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items;
    case 'dictionary':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'operation':
      return expression.operands;
    case 'conditional':
      return [expression.test, expression.yes, expression.no];
    case 'named':
      return [expression.target, expression.value];
    case 'lambda':
      return [...ofParameters(expression.parameters), expression.body];
    case 'comprehension':
      return ofComprehension(expression);
    case 'starred':
    case 'await':
    case 'yield':
      return [expression.value];
    case 'literal':
    case 'name':
    case 'unread':
      return [];
  }
}

function ofComprehension({ key, element, clauses }: Comprehension): Some {
  const inClauses = clauses.flatMap(({ target, iterable, conditions }) => [target, iterable, ...conditions]);
  return [key, element, ...inClauses];
}

/** What a definition works out where it stands: defaults and annotations. */
export function ofParameters(parameters: readonly Parameter[]): readonly Expression[] {
  return given(parameters.flatMap(({ annotation, otherwise }) => [annotation, otherwise]));
}

/** The expressions that stand directly in a statement, outside of its blocks. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  return given(outermostOf(statement));
}

function outermostOf(statement: Statement): Some {
  switch (statement.kind) {
    case 'expression':
    case 'return':
      return [statement.value];
    case 'assignment':
      return [...statement.targets, statement.annotation, statement.value];
    case 'function':
      return [...statement.decorators, ...ofParameters(statement.parameters), statement.returns];
    case 'class':
      return [...statement.decorators, ...statement.bases.map(({ value }) => value)];
    case 'raise':
      return [statement.value, statement.cause];
    case 'assert':
      return [statement.test, statement.message];
    case 'delete':
      return statement.targets;
    case 'if':
      return statement.branches.map(({ test }) => test);
    case 'for':
      return [statement.target, statement.iterable];
    case 'while':
      return [statement.test];
    case 'with':
      return statement.items.flatMap(({ value, target }) => [value, target]);
    case 'try':
      return statement.handlers.flatMap(({ caught, target }) => [caught, target]);
    case 'match':
      return [
        statement.subject,
        ...statement.cases.flatMap(({ pattern, guard }) => [...expressionsOfPattern(pattern), guard]),
      ];
    default:
      return [];
  }
}

function expressionsOfPattern(pattern: Pattern): readonly Expression[] {
  return patternsIn(pattern).flatMap((one) => {
    if (one.kind === 'value') return [one.value];
    return one.kind === 'class' ? [one.of] : [];
  });
}

/** A pattern and all patterns in it. */
export function patternsIn(pattern: Pattern): readonly Pattern[] {
  const found: Pattern[] = [pattern];
  for (const one of found) found.push(...innerPatterns(one));
  return found;
}

function innerPatterns(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case 'capture':
      return pattern.pattern === undefined ? [] : [pattern.pattern];
    case 'sequence':
      return pattern.items;
    case 'alternative':
      return pattern.options;
    case 'mapping':
      return pattern.entries.map((entry) => entry.pattern);
    case 'class':
      return pattern.fields.map((field) => field.pattern);
    default:
      return [];
  }
}
