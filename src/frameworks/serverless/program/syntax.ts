import type { parse } from '@babel/parser';

/** A parsed program. */
export type Program = ReturnType<typeof parse>;
export type Statement = Program['program']['body'][number];
export type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression'];
export type ObjectExpression = Extract<Expression, { type: 'ObjectExpression' }>;
export type ArrayExpression = Extract<Expression, { type: 'ArrayExpression' }>;
export type Property = ObjectExpression['properties'][number];

type Anything = { readonly type: string };

/** True if a node is one of the expressions that are lowered; everything else is unknown. */
export function isExpression(node: Anything | null | undefined): node is Expression {
  return node !== null && node !== undefined && !node.type.endsWith('Statement') && !node.type.endsWith('Declaration');
}

/** An expression without casts and parentheses. */
export function bare(expression: Expression): Expression {
  let inner = expression;
  while (
    inner.type === 'TSAsExpression' ||
    inner.type === 'TSSatisfiesExpression' ||
    inner.type === 'TSNonNullExpression' ||
    inner.type === 'ParenthesizedExpression'
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** `a.b.c` as text; undefined for anything else. */
export function dotted(node: Anything): string | undefined {
  const names: string[] = [];
  let inner: unknown = node;
  for (let step = 0; step < 10; step += 1) {
    if (!isExpression(inner as Anything)) return undefined;
    const expression = inner as Expression;
    if (expression.type === 'Identifier') return [expression.name, ...names].join('.');
    if (expression.type !== 'MemberExpression' || expression.computed) return undefined;
    if (expression.property.type !== 'Identifier') return undefined;
    names.unshift(expression.property.name);
    inner = expression.object;
  }
  return undefined;
}
