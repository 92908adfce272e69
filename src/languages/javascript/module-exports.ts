import type { ExportAllDeclaration, ExportNamedDeclaration, Node, Statement } from '@babel/types';
import { namesOf } from './members.js';
import { nameOf } from './module-imports.js';
import { isExpression } from './nodes.js';
import type { Script } from './parse-script.js';

/** One name that a file gives to others. */
export type Export = ExportedValue | PassedOn;

export interface ExportedValue {
  readonly kind: 'value';
  /** `default`, or `*` for all that the file exports (`module.exports = value`, `export = value`). */
  readonly name: string;
  /** The expression, function or class; for `export { name }` the name itself. */
  readonly value: Node;
  /** Where the name stands. */
  readonly nameNode: Node;
  readonly statement: Statement;
}

/** `export { name } from 'module'`. */
export interface PassedOn {
  readonly kind: 'passed on';
  /** `*` for all that the module exports but its default. */
  readonly name: string;
  readonly module: string;
  /** The module's own name; `*` for the module as a whole. */
  readonly imported: string;
  readonly statement: Statement;
}

/** What the statements at the top of a file export. */
export function exportsIn({ program }: Pick<Script, 'program'>): readonly Export[] {
  return program.body.flatMap(exportsOf);
}

export function exportsOf(statement: Statement): readonly Export[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.source ? passedOn(statement) : namedExports(statement);
    case 'ExportAllDeclaration':
      return passedOn(statement);
    case 'ExportDefaultDeclaration': {
      const { declaration } = statement;
      return [{ kind: 'value', name: 'default', value: declaration, nameNode: declaration, statement }];
    }
    case 'TSExportAssignment': {
      const { expression } = statement;
      return [{ kind: 'value', name: '*', value: expression, nameNode: expression, statement }];
    }
    case 'ExpressionStatement':
      return assignedExport(statement);
    default:
      return [];
  }
}

/** `export ... from`, name by name. */
export function passedOn(statement: ExportNamedDeclaration | ExportAllDeclaration): readonly PassedOn[] {
  const module = statement.source?.value;
  if (module === undefined) return [];
  if (statement.type === 'ExportAllDeclaration')
    return [{ kind: 'passed on', name: '*', module, imported: '*', statement }];
  return statement.specifiers.map((specifier) => ({
    kind: 'passed on',
    name: nameOf(specifier.exported),
    module,
    imported: specifier.type === 'ExportSpecifier' ? specifier.local.name : '*',
    statement,
  }));
}

function namedExports(statement: ExportNamedDeclaration): readonly ExportedValue[] {
  const { declaration, specifiers } = statement;
  const value = (name: string, node: Node, nameNode: Node): ExportedValue => ({
    kind: 'value',
    name,
    value: node,
    nameNode,
    statement,
  });
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init ? [value(id.name, init, id)] : [],
    );
  if ((declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') && declaration.id)
    return [value(declaration.id.name, declaration, declaration.id)];
  return specifiers.flatMap((specifier) =>
    specifier.type === 'ExportSpecifier' ? [value(nameOf(specifier.exported), specifier.local, specifier)] : [],
  );
}

/** `module.exports = value`, `exports.name = value`. */
function assignedExport(statement: Extract<Statement, { type: 'ExpressionStatement' }>): readonly ExportedValue[] {
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return [];
  const { left, right } = expression;
  const names = namesOf(left);
  if (names === undefined || !isExpression(right)) return [];
  const [name = '*', ...deeper] = names.slice(names[0] === 'module' ? 2 : 1);
  const isExport = names[0] === 'exports' || (names[0] === 'module' && names[1] === 'exports');
  if (!isExport || deeper.length > 0 || (names.length === 1 && names[0] === 'exports')) return [];
  return [{ kind: 'value', name, value: right, nameNode: left, statement }];
}
