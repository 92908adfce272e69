import type { Notice } from '../../findings/notice.js';
import { parsePython } from '../../languages/python/parse.js';
import { scopesOf } from '../../languages/python/scopes/scopes.js';
import { statementsIn } from '../../languages/python/walking/statements.js';
import { refusalOf, type Source, unread } from '../../notation/source.js';
import type { ModuleForm } from '../form.js';
import { type Lowering, nameExpression } from './lowering.js';
import { statementsOf } from './statements.js';

/** A file of Python as the form, or the notice that says why it has none. What could not be parsed of it is left out. */
export function lowerPython(source: Source): ModuleForm | Notice {
  const refusal = refusalOf(source);
  if (refusal !== undefined) return refusal;
  const parsed = parsePython(source);
  if (parsed === undefined) return unread(source, 0, 'could not be parsed and was not reviewed');
  const scopes = scopesOf(parsed);
  const lowering: Lowering = { scopes, scope: scopes.module, variables: new Map() };
  const at = { path: source.path, start: 0, end: 0 };
  const imports = statementsIn(parsed.body).flatMap((one) => (one.kind === 'import' ? one.imports : []));
  const names = [...scopes.module.bindings.keys()];
  const { brokenAt } = parsed;
  return {
    path: source.path,
    ...(brokenAt !== undefined && {
      notice: unread(source, brokenAt, 'could not be parsed whole; what stands here was not reviewed'),
    }),
    body: statementsOf(lowering, parsed.body),
    exports: names.map((name) => ({ name, value: nameExpression(lowering, name, at) })),
    passedOn: imports.flatMap(({ name, module }) => (name === '*' ? [{ name: '*', module, imported: '*' }] : [])),
    modules: [
      ...new Set(
        imports.flatMap(({ module, name }) => [
          module,
          ...(name === undefined || name === '*' ? [] : [submodule(module, name)]),
        ]),
      ),
    ],
  };
}

/** `from package import module` may name a file of the package. */
function submodule(module: string, name: string): string {
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
}
