import type { PythonModule } from '../../../../languages/python/parse.js';
import { type Assigned, assignedBy } from '../../../../languages/python/scopes/assignments.js';
import { lastNameOf, qualifiedNames } from '../../../../languages/python/scopes/qualified-names.js';
import { bindingsOf, type Scope } from '../../../../languages/python/scopes/scope.js';
import { scopedStatements, scopesOf } from '../../../../languages/python/scopes/scopes.js';
import type { Call, Expression } from '../../../../languages/python/syntax/expression.js';
import type { FunctionDefinition } from '../../../../languages/python/syntax/statement.js';

/** A function, and the calls of a function app or a blueprint that decorate it. */
export interface Decorated {
  readonly calls: readonly Call[];
  readonly definition: FunctionDefinition;
}

export interface Declared {
  /** Calls that make a function app or a blueprint, in the order of the text. */
  readonly apps: readonly Call[];
  readonly decorated: readonly Decorated[];
}

interface App {
  readonly call: Call;
  readonly target: Assigned['target'];
}

/** The apps of a file, and what is decorated by them. */
export function declaredIn(module: PythonModule): Declared {
  const statements = scopedStatements(module, scopesOf(module));
  const apps = statements.flatMap(({ statement, scope }) =>
    assignedBy(statement).flatMap((assigned) => appOf(assigned, scope)),
  );
  const decorated = statements.flatMap(({ statement, scope }): readonly Decorated[] => {
    if (statement.kind !== 'function') return [];
    const calls = statement.decorators.filter((one) => one.kind === 'call').filter((one) => isOf(apps, one, scope));
    return calls.length === 0 ? [] : [{ calls, definition: statement }];
  });
  return { apps: apps.map(({ call }) => call), decorated };
}

const makers = /^(?:(?:Asgi|Wsgi)?FunctionApp|DFApp|Blueprint)$/;

function appOf({ target, meaning, within }: Assigned, scope: Scope): readonly App[] {
  if (meaning.kind !== 'value' || meaning.value.kind !== 'call' || within.length > 0) return [];
  const call = meaning.value;
  return makers.test(lastNameOf(call.callee)) && isAzures(call.callee, scope) ? [{ call, target }] : [];
}

/** Flask has blueprints as well. */
function isAzures(callee: Expression, scope: Scope): boolean {
  if (lastNameOf(callee) !== 'Blueprint') return true;
  return qualifiedNames(scope, callee).some((name) => /^(?:azure\.|\.|Blueprint$)/.test(name));
}

/** `app.route(...)`, where `app` is one of these. */
function isOf(apps: readonly App[], { callee }: Call, scope: Scope): boolean {
  if (callee.kind !== 'attribute') return false;
  const owner = callee.of;
  if (owner.kind !== 'name') return apps.some(({ target }) => dottedName(target) === dottedName(owner));
  const bindings = bindingsOf(scope, owner.name);
  return apps.some(({ target }) => bindings.some(({ at }) => at === target.at));
}

/** `a.b.c`; undefined for what is not only names. */
function dottedName(expression: Expression): string | undefined {
  const names: string[] = [];
  let at = expression;
  for (; at.kind === 'attribute'; at = at.of) names.unshift(at.name);
  return at.kind === 'name' ? [at.name, ...names].join('.') : undefined;
}
