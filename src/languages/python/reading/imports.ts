import type { Source } from '../../../notation/source.js';
import type { SyntaxNode } from '../../../notation/tree-sitter/syntax-tree.js';
import type { Import, ImportStatement } from '../syntax/statement.js';
import { partOf, partsOf, spanOf, textOf } from './nodes.js';

/** `import a.b as c`, `from ..a import b as c`. */
export function readImports(source: Source, node: SyntaxNode): ImportStatement {
  const parts = partsOf(node);
  const [first, ...others] = parts;
  const imports =
    node.type === 'import_from_statement'
      ? others.map((part) => importFrom(source, textOf(source, first).replaceAll(/\s/g, ''), part))
      : parts.map((part) => importWhole(source, part));
  return { kind: 'import', imports, at: spanOf(source, node) };
}

function importWhole(source: Source, part: SyntaxNode): Import {
  const { written, alias } = namesOf(source, part);
  const at = spanOf(source, part);
  const [top] = written.split('.');
  if (alias !== undefined) return { module: written, name: undefined, local: alias, binds: written, at };
  return { module: written, name: undefined, local: top, binds: top, at };
}

function importFrom(source: Source, module: string, part: SyntaxNode): Import {
  const at = spanOf(source, part);
  if (part.type === 'wildcard_import') return { module, name: '*', local: undefined, binds: undefined, at };
  const { written, alias } = namesOf(source, part);
  const binds = module.endsWith('.') ? `${module}${written}` : `${module}.${written}`;
  return { module, name: written, local: alias ?? written, binds, at };
}

function namesOf(source: Source, part: SyntaxNode): { readonly written: string; readonly alias: string | undefined } {
  const named = part.type === 'aliased_import' ? partOf(part, 'dotted_name') : part;
  const alias = part.type === 'aliased_import' ? partOf(part, 'identifier') : undefined;
  return { written: textOf(source, named).replaceAll(/\s/g, ''), alias: alias && textOf(source, alias) };
}
