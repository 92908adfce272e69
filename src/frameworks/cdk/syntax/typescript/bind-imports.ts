import type {
  ExportAllDeclaration,
  ExportNamedDeclaration,
  ImportDeclaration,
  TSImportEqualsDeclaration,
} from '@babel/types';
import { passedOn } from '../../../../languages/javascript/module-exports.js';
import { importsOf } from '../../../../languages/javascript/module-imports.js';
import { spanIn } from '../../../../languages/javascript/nodes.js';
import type { Source } from '../../../../notation/source.js';
import type { Expression, Imported, Passed, Scope } from '../../program/expression.js';
import { bind } from '../../program/scope.js';

interface Into {
  readonly source: Source;
  readonly scope: Scope;
  readonly imports: Imported[];
}

/** Gives the names of an import their meaning. The default of a module is the module itself. */
export function bindImports(
  { source, scope, imports }: Into,
  node: ImportDeclaration | TSImportEqualsDeclaration,
): void {
  const at = spanIn(source.path, node);
  if (node.type === 'TSImportEqualsDeclaration') bindAlias(scope, node, at);
  for (const { local, module, name } of importsOf(node)) {
    const imported: Imported = { kind: 'imported', module, name: name === 'default' ? '*' : name, at };
    imports.push(imported);
    if (local !== '') bind(scope, local, imported);
  }
}

/** `import lambda = cdk.aws_lambda`. */
function bindAlias(scope: Scope, { id, moduleReference }: TSImportEqualsDeclaration, at: Imported['at']): void {
  const names: string[] = [];
  let part: TSImportEqualsDeclaration['moduleReference'] | { type: 'ThisExpression' } = moduleReference;
  for (; part.type === 'TSQualifiedName'; part = part.left) names.unshift(part.right.name);
  if (part.type !== 'Identifier' || names.length > longestName) return;
  let value: Expression = { kind: 'name', name: part.name, scope, at };
  for (const name of names) value = { kind: 'member', of: value, name, at };
  bind(scope, id.name, value);
}

const longestName = 12;

/** `export * from './stacks'`, `export { Orders } from './orders'`. */
export function passOn(
  { source, passed }: { readonly source: Source; readonly passed: Passed[] },
  node: ExportNamedDeclaration | ExportAllDeclaration,
): void {
  const at = spanIn(source.path, node);
  for (const { name, module, imported } of passedOn(node))
    passed.push({ name, from: { kind: 'imported', module, name: imported, at } });
}
