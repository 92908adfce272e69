import { type Binding, bindingsOf, type Scope } from '../../languages/python/scopes/scope.js';
import type { Scopes } from '../../languages/python/scopes/scopes.js';
import type { Span } from '../../model/span.js';
import type { Expression, Variable } from '../form.js';

/** What lowering one file needs to know everywhere in it. */
export interface Lowering {
  readonly scopes: Scopes;
  /** The names at the place that is being lowered. */
  readonly scope: Scope;
  readonly variables: Map<readonly Binding[], Variable>;
}

/** A name: a variable of the file, what it imports, or what the language brings. */
export function nameExpression({ scope, variables, scopes }: Lowering, name: string, at: Span): Expression {
  const bindings = bindingsOf(scope, name);
  if (bindings.length === 0) return { kind: 'global', name, at };
  const imported = bindings.find(({ meaning }) => meaning.kind === 'import')?.meaning;
  if (imported?.kind === 'import') {
    const { module, name: taken, binds } = imported.imported;
    if (taken === undefined) return { kind: 'imported', module: binds ?? module, name: '*', at };
    return /^\.+$/.test(module)
      ? { kind: 'imported', module: `${module}${taken}`, name: '*', at }
      : { kind: 'imported', module, name: taken, at };
  }
  return { kind: 'variable', variable: variableFor({ variables, scopes }, bindings, name), at };
}

function variableFor(
  { variables, scopes }: Pick<Lowering, 'variables' | 'scopes'>,
  bindings: readonly Binding[],
  name: string,
): Variable {
  const known = variables.get(bindings);
  if (known !== undefined) return known;
  const lasts = scopes.module.bindings.get(name) === bindings;
  const variable: Variable = { name, ...(lasts && { lasts }) };
  variables.set(bindings, variable);
  return variable;
}

/** The variable of a name that a scope declares itself. */
export function ownVariable({ variables, scopes }: Lowering, scope: Scope, name: string): Variable {
  const bindings = scope.bindings.get(name);
  return bindings === undefined ? { name } : variableFor({ variables, scopes }, bindings, name);
}
