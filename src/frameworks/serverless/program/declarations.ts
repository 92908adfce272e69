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

/** One name of another file: `default`, `*` for all of them, or its own. */
export interface Import {
  readonly from: string;
  readonly name: string;
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
  return { constants, exported, named, imports: importsOf(program), passedOn: passedOnBy(program) };
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

type Module = Program['program'];

function importsOf({ body }: Module): ReadonlyMap<string, Import> {
  const imports = new Map<string, Import>();
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const from = statement.source.value;
    for (const specifier of statement.specifiers) {
      const isNamed = specifier.type === 'ImportSpecifier';
      const name = isNamed ? nameOf(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
      imports.set(specifier.local.name, { from, name });
    }
  }
  return imports;
}

function passedOnBy({ body }: Module): ReadonlyMap<string, Import> {
  const passed = new Map<string, Import>();
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.source) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ExportSpecifier') continue;
      passed.set(nameOf(specifier.exported), { from: statement.source.value, name: specifier.local.name });
    }
  }
  return passed;
}

function nameOf(
  node:
    | { readonly type: 'Identifier'; readonly name: string }
    | { readonly type: 'StringLiteral'; readonly value: string },
): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
