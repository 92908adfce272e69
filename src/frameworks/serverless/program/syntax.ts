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

/** The constants of a program by name, and what it exports. */
export interface Declarations {
  readonly constants: ReadonlyMap<string, Expression>;
  readonly exported: Expression | undefined;
  /** `exports.name = ...` and `export const name = ...`. */
  readonly named: ReadonlyMap<string, Expression>;
}

export function declarationsOf({ program }: Program): Declarations {
  const constants = new Map<string, Expression>();
  const named = new Map<string, Expression>();
  let exported: Expression | undefined;
  for (const statement of program.body) {
    for (const [name, value] of constantsOf(statement)) {
      constants.set(name, value);
      if (statement.type === 'ExportNamedDeclaration') named.set(name, value);
    }
    exported = exportOf(statement) ?? exported;
    const assigned = namedExportOf(statement);
    if (assigned !== undefined) named.set(...assigned);
  }
  return { constants, exported, named };
}

function constantsOf(statement: Statement): readonly (readonly [string, Expression])[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init !== null && init !== undefined ? [[id.name, init] as const] : [],
  );
}

function exportOf(statement: Statement): Expression | undefined {
  if (statement.type === 'ExportDefaultDeclaration' && isExpression(statement.declaration))
    return statement.declaration;
  if (statement.type === 'TSExportAssignment') return statement.expression;
  const [target, value] = assignmentOf(statement);
  return target === 'module.exports' ? value : undefined;
}

function namedExportOf(statement: Statement): [string, Expression] | undefined {
  const [target = '', value] = assignmentOf(statement);
  const [, name] = /^(?:module\.)?exports\.([\w$]+)$/.exec(target) ?? [];
  return name === undefined || value === undefined ? undefined : [name, value];
}

function assignmentOf(statement: Statement): readonly [(string | undefined)?, Expression?] {
  if (statement.type !== 'ExpressionStatement') return [];
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return [];
  return [dotted(expression.left), expression.right];
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
