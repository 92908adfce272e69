import type { Node } from '@babel/types';
import type { Expression } from '../../program/expression.js';
import { innerScope } from '../../program/scope.js';
import { bindParameter, bindPattern } from './bind-patterns.js';
import { say } from './say.js';
import type { Walk } from './walk.js';
import { walkAll } from './walk-statements.js';

interface Called {
  readonly body: Node;
  /** Empty for one that has none. */
  readonly name: string;
  readonly exported?: boolean;
  /** What it is called with, where that is known while it is read. */
  readonly given?: readonly Expression[];
}

export function walkFunction(
  walk: Walk,
  params: readonly Node[],
  { body, name, exported = false, given = [] }: Called,
): void {
  const scope = innerScope(walk.scope);
  const inner = { ...walk, scope, depth: walk.depth + 1, returns: [] as Expression[] };
  const parameters = params.map((param, index) => {
    const value = given[index];
    if (value === undefined) return bindParameter(inner, param);
    bindPattern(inner, param, value, true);
    return '';
  });
  if (name !== '') walk.units.push({ name, scope, parameters, returns: inner.returns, exported });
  if (body.type === 'BlockStatement') walkAll(inner, body.body);
  else inner.returns.push(say(inner, body));
}
