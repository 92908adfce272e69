import type { Identifier, ImportSpecifier, Node, ObjectPattern, Statement, StringLiteral } from '@babel/types';
import { requiredModule } from './call-nodes.js';
import { keyOf } from './literals.js';
import type { Script } from './parse-script.js';

/** One name that a file brings in. */
export interface Import {
  /** What the file calls it; empty where a module is imported for its effects. */
  readonly local: string;
  readonly module: string;
  /** `default`, `*` for the whole module, or the module's own name. */
  readonly name: string;
  readonly by: 'import' | 'require' | 'import-equals';
  /** Nothing of it is left when the program runs. */
  readonly isType: boolean;
  readonly statement: Node;
}

/** What the statements at the top of a file bring in. */
export function importsIn({ program }: Pick<Script, 'program'>): readonly Import[] {
  return program.body.flatMap(importsOf);
}

/** What one statement brings in: `import`, `import x = require()`, `const x = require()`. */
export function importsOf(statement: Statement): readonly Import[] {
  switch (statement.type) {
    case 'ImportDeclaration':
      return importedNames(statement);
    case 'TSImportEqualsDeclaration': {
      const { id, moduleReference } = statement;
      if (moduleReference.type !== 'TSExternalModuleReference') return [];
      const module = moduleReference.expression.value;
      return [{ local: id.name, module, name: '*', by: 'import-equals', isType: false, statement }];
    }
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id, init }) => {
        const module = requiredModule(init);
        return module === undefined ? [] : requiredNames(id, module, statement);
      });
    default:
      return [];
  }
}

function importedNames(statement: Extract<Statement, { type: 'ImportDeclaration' }>): readonly Import[] {
  const { source, specifiers, importKind } = statement;
  const shared = { module: source.value, by: 'import', statement } as const;
  if (specifiers.length === 0) return [{ ...shared, local: '', name: '*', isType: importKind === 'type' }];
  return specifiers.map((specifier) => ({
    ...shared,
    local: specifier.local.name,
    name: importedName(specifier),
    isType: importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type'),
  }));
}

function importedName(specifier: ImportSpecifier | { readonly type: string }): string {
  if ('imported' in specifier) return nameOf(specifier.imported);
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

function requiredNames(target: Node, module: string, statement: Node): readonly Import[] {
  const shared = { module, by: 'require', isType: false, statement } as const;
  if (target.type === 'Identifier') return [{ ...shared, local: target.name, name: '*' }];
  return target.type === 'ObjectPattern' ? takenFrom(target).map((taken) => ({ ...shared, ...taken })) : [];
}

/** The names that `{ name, other: local }` takes. */
function takenFrom({ properties }: ObjectPattern): readonly Pick<Import, 'local' | 'name'>[] {
  return properties.flatMap((property) => {
    const name = property.type === 'ObjectProperty' ? keyOf(property) : undefined;
    if (property.type !== 'ObjectProperty' || name === undefined) return [];
    const { value } = property;
    const local = value.type === 'AssignmentPattern' ? value.left : value;
    return local.type === 'Identifier' ? [{ name, local: local.name }] : [];
  });
}

/** Names of modules are identifiers or texts. */
export function nameOf(node: Identifier | StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
