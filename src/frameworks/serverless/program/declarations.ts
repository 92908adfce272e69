import { type Import, importsOf, passedOnBy, requiredBy } from './imports.js';
import { dotted, type Expression, isExpression, type Program, type Statement } from './syntax.js';

/** The constants of a program by name, and what it exports. */
export interface Declarations {
  readonly constants: ReadonlyMap<string, Expression>;
  readonly exported: Expression | undefined;
  /** `exports.name = ...` and `export const name = ...`. */
  readonly named: ReadonlyMap<string, Expression>;
  /** What local names stand for in other files. */
  readonly imports: ReadonlyMap<string, Import>;
  /** Names that are passed on from other files. */
  readonly passedOn: ReadonlyMap<string, Import>;
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
  return {
    constants,
    exported,
    named,
    imports: new Map([...importsOf(program), ...requiredBy(program)]),
    passedOn: passedOnBy(program),
  };
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
