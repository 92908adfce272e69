import type { Expression } from '../../expression.js';
import { innerScope } from '../../scope.js';
import { bindParameter } from './bindings.js';
import type { Node, Parameter, Statement } from './nodes.js';
import { walkAll } from './statements.js';
import { say, type Walk } from './walk.js';

interface Called {
  readonly body: Node | Extract<Statement, { type: 'BlockStatement' }>;
  /** Empty for one that has none. */
  readonly name: string;
  readonly exported?: boolean;
}

export function walkFunction(walk: Walk, params: readonly Parameter[], { body, name, exported = false }: Called): void {
  const scope = innerScope(walk.scope);
  const inner = { ...walk, scope, depth: walk.depth + 1, returns: [] as Expression[] };
  for (const param of params) bindParameter(inner, param);
  const parameters = params.map(nameOf);
  if (name !== '') walk.units.push({ name, scope, parameters, returns: inner.returns, exported });
  if (body.type === 'BlockStatement') walkAll(inner, body.body);
  else inner.returns.push(say(inner, body));
}

/** Empty for a parameter that is taken apart or has a default. */
function nameOf(param: Parameter): string {
  return param.type === 'Identifier' ? param.name : '';
}
