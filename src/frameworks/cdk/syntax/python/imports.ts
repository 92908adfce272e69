import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import type { Imported } from '../../program/expression.js';
import { bind } from '../../program/scope.js';
import { at, partsOf, textOf } from './names.js';
import type { Walk } from './statements.js';

/** Gives the names of an import their meaning: `import a.b as c`, `from a import b as c`. */
export function bindImports(walk: Walk, node: SyntaxNode): void {
  const parts = partsOf(node);
  const isFrom = node.type === 'import_from_statement';
  const module = isFrom ? textOf(walk, parts[0]) : '';
  for (const part of isFrom ? parts.slice(1) : parts) {
    const [written, alias] = part.type === 'aliased_import' ? partsOf(part) : [part];
    const name = textOf(walk, written);
    if (part.type === 'wildcard_import' || name === '') continue;
    const imported: Imported = isFrom
      ? { kind: 'imported', module, name, at: at(walk, node) }
      : { kind: 'imported', module: name, name: '*', at: at(walk, node) };
    walk.imports.push(imported);
    const local = alias === undefined ? name : textOf(walk, alias);
    if (!walk.scope.names.has(local)) bind(walk.scope, local, imported);
  }
}
