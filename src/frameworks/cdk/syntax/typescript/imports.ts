import type { Span } from '../../../../model/span.js';
import type { Source } from '../../../../notation/source.js';
import type { Expression, Imported, Passed, Scope } from '../../program/expression.js';
import { bind } from '../../program/scope.js';
import { spanOf } from '../source-span.js';
import type { Statement } from './nodes.js';

interface Into {
  readonly source: Source;
  readonly scope: Scope;
  readonly imports: Imported[];
}

type Import = Extract<Statement, { type: 'ImportDeclaration' }>;
type ImportEquals = Extract<Statement, { type: 'TSImportEqualsDeclaration' }>;

/** Gives the names of an import their meaning. */
export function bindImports(into: Into, node: Import | ImportEquals): void {
  const span = spanOf(into.source.path, node.start ?? 0, node.end ?? 0);
  if (node.type === 'TSImportEqualsDeclaration') {
    bindEqual(into, node, span);
    return;
  }
  const module = node.source.value;
  if (node.specifiers.length === 0) into.imports.push({ kind: 'imported', module, name: '*', at: span });
  for (const specifier of node.specifiers) {
    const imported: Imported = { kind: 'imported', module, name: importedName(specifier), at: span };
    into.imports.push(imported);
    bind(into.scope, specifier.local.name, imported);
  }
}

/** `import lambda = require('@aws-cdk/aws-lambda')`, and `import lambda = cdk.aws_lambda`. */
function bindEqual(into: Into, { id, moduleReference }: ImportEquals, at: Span): void {
  if (moduleReference.type === 'TSExternalModuleReference') {
    const imported: Imported = { kind: 'imported', module: moduleReference.expression.value, name: '*', at };
    into.imports.push(imported);
    bind(into.scope, id.name, imported);
    return;
  }
  const names: string[] = [];
  let part: ImportEquals['moduleReference'] | { type: 'ThisExpression' } = moduleReference;
  for (; part.type === 'TSQualifiedName'; part = part.left) names.unshift(part.right.name);
  if (part.type !== 'Identifier' || names.length > longestName) return;
  const first: Expression = { kind: 'name', name: part.name, scope: into.scope, at };
  bind(
    into.scope,
    id.name,
    names.reduce<Expression>((of, name) => ({ kind: 'member', of, name, at }), first),
  );
}

const longestName = 12;

type Export = Extract<Statement, { type: 'ExportNamedDeclaration' | 'ExportAllDeclaration' }>;

/** `export * from './stacks'`, `export { Orders } from './orders'`. */
export function passOn({ source, passed }: Into & { readonly passed: Passed[] }, node: Export): void {
  const module = node.source?.value;
  if (module === undefined) return;
  const at = spanOf(source.path, node.start ?? 0, node.end ?? 0);
  if (node.type === 'ExportAllDeclaration')
    passed.push({ name: '*', from: { kind: 'imported', module, name: '*', at } });
  else
    for (const specifier of node.specifiers) {
      const exported = specifier.exported.type === 'Identifier' ? specifier.exported.name : specifier.exported.value;
      const name = specifier.type === 'ExportSpecifier' ? specifier.local.name : '*';
      passed.push({ name: exported, from: { kind: 'imported', module, name, at } });
    }
}

function importedName(specifier: Import['specifiers'][number]): string {
  if (specifier.type !== 'ImportSpecifier') return '*';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}
