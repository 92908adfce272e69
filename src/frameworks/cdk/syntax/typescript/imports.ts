import type { Source } from '../../../reading/source.js';
import type { Imported } from '../../expression.js';
import { bind, type Scope } from '../../scope.js';
import { spanOf } from '../source-span.js';
import type { Statement } from './nodes.js';

interface Into {
  readonly source: Source;
  readonly scope: Scope;
  readonly imports: Imported[];
}

/** Gives the names of an import their meaning. */
export function bindImports(into: Into, node: Extract<Statement, { type: 'ImportDeclaration' }>): void {
  const module = node.source.value;
  const span = spanOf(into.source.path, node.start ?? 0, node.end ?? 0);
  if (node.specifiers.length === 0) into.imports.push({ kind: 'imported', module, name: '*', at: span });
  for (const specifier of node.specifiers) {
    const imported: Imported = { kind: 'imported', module, name: importedName(specifier), at: span };
    into.imports.push(imported);
    bind(into.scope, specifier.local.name, imported);
  }
}

function importedName(specifier: Extract<Statement, { type: 'ImportDeclaration' }>['specifiers'][number]): string {
  if (specifier.type !== 'ImportSpecifier') return '*';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}
