import type { ImportStatement } from '../../../../languages/python/syntax/statement.js';
import type { Imported } from '../../program/expression.js';
import { bind } from '../../program/scope.js';
import type { Walk } from './walk.js';

/** Gives the names of an import their meaning: `import a.b as c`, `from a import b as c`. */
export function bindImports(walk: Walk, { imports, at }: ImportStatement): void {
  for (const { module, name = '*', local, binds = module } of imports) {
    if (local === undefined) continue;
    walk.imports.push({ kind: 'imported', module, name, at });
    const meaning: Imported = { kind: 'imported', module: name === '*' ? binds : module, name, at };
    if (!walk.scope.names.has(local)) bind(walk.scope, local, meaning);
  }
}
