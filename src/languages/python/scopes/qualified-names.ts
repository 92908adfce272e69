import type { Expression } from '../syntax/expression.js';
import { bindingsOf, type Scope } from './scope.js';

/**
 * What a name or an attribute is called in the module that it comes from: `boto3.client`, `.helpers.load`. Several if
 * imports differ, as in `try` and `except`; the name itself if the language or `from x import *` brings it; none for
 * what is made in the file.
 */
export function qualifiedNames(scope: Scope, expression: Expression): readonly string[] {
  const attributes: string[] = [];
  let at = expression;
  for (; at.kind === 'attribute'; at = at.of) attributes.unshift(at.name);
  if (at.kind !== 'name') return [];
  const bindings = bindingsOf(scope, at.name);
  const names = bindings.flatMap(({ meaning }) => (meaning.kind === 'import' ? (meaning.imported.binds ?? []) : []));
  const all = bindings.length === 0 ? [at.name] : names;
  return [...new Set(all)].map((name) => [name, ...attributes].join('.'));
}

/** The last part of what is named: `c` of `a.b.c`. */
export function lastNameOf(expression: Expression): string {
  return expression.kind === 'name' || expression.kind === 'attribute' ? expression.name : '';
}
