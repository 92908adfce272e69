import type { ClassForm, Expression, FunctionForm, ModuleForm, Statement } from './form.js';

export interface Visitor {
  readonly expression: (expression: Expression) => void;
  readonly assignment?: (target: Expression, value: Expression) => void;
}

/** Visits every expression of a file, whether it is ever reached or not. What stands around comes before what stands inside. */
export function walkForm(form: ModuleForm, visitor: Visitor): void {
  const statements: Statement[] = [...form.body];
  const expressions: Expression[] = form.exports.map(({ value }) => value);
  while (statements.length > 0 || expressions.length > 0) {
    const expression = expressions.pop();
    if (expression !== undefined) {
      visitor.expression(expression);
      if (expression.kind === 'assignment') visitor.assignment?.(expression.target, expression.value);
      pushInside(expression, expressions, statements);
      continue;
    }
    const statement = statements.pop();
    if (statement?.kind === 'assign') visitor.assignment?.(statement.target, statement.value);
    if (statement) pushOf(statement, expressions, statements);
  }
}

function pushOf(statement: Statement, expressions: Expression[], statements: Statement[]): void {
  const add = (expression: Expression | undefined) => {
    if (expression) expressions.push(expression);
  };
  switch (statement.kind) {
    case 'evaluate':
    case 'return':
    case 'throw':
      add(statement.value);
      return;
    case 'assign':
      expressions.push(statement.target, statement.value);
      return;
    case 'leave':
      return;
    case 'branch':
      expressions.push(statement.test);
      statements.push(...statement.met, ...statement.otherwise);
      return;
    case 'loop':
      add(statement.item?.of);
      add(statement.test);
      statements.push(...statement.body);
      return;
    case 'try':
      statements.push(...statement.body, ...statement.handler, ...statement.last);
  }
}

function pushFunction(fn: FunctionForm, expressions: Expression[], statements: Statement[]): void {
  expressions.push(...fn.decorators);
  for (const { otherwise, decorators = [] } of fn.parameters)
    expressions.push(...(otherwise ? [otherwise] : []), ...decorators);
  statements.push(...fn.body);
}

function pushClass(form: ClassForm, expressions: Expression[], statements: Statement[]): void {
  if (form.parent) expressions.push(form.parent);
  expressions.push(...(form.decorators ?? []));
  statements.push(...form.fields);
  for (const { function: method } of form.methods) pushFunction(method, expressions, statements);
}

function pushInside(expression: Expression, expressions: Expression[], statements: Statement[]): void {
  if (expression.kind === 'function') pushFunction(expression.function, expressions, statements);
  else if (expression.kind === 'class') pushClass(expression.class, expressions, statements);
  else expressions.push(...partsOf(expression));
}

/** The expressions that stand directly in one; none of a function's or class's. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'member':
      return [expression.object];
    case 'index':
      return [expression.object, expression.key];
    case 'call':
      return [expression.callee, ...expression.arguments.map(({ value }) => value)];
    case 'text':
      return expression.parts;
    case 'object':
      return expression.entries.flatMap(({ computedKey, value }) => (computedKey ? [computedKey, value] : [value]));
    case 'list':
      return expression.items.map(({ value }) => value);
    case 'choice':
      return expression.test ? [expression.test, ...expression.options] : expression.options;
    case 'all':
    case 'any':
    case 'computed':
      return expression.operands;
    case 'not':
      return [expression.operand];
    case 'compare':
      return [expression.left, expression.right];
    case 'assignment':
      return [expression.target, expression.value];
    case 'unknown':
      return expression.inside;
    default:
      return [];
  }
}
