import { innerScope } from '../../scope.js';
import { bindParameter } from './bindings.js';
import type { Node, Parameter, Statement } from './nodes.js';
import { walkAll } from './statements.js';
import { say, type Walk } from './walk.js';

export function walkFunction(
  walk: Walk,
  params: readonly Parameter[],
  body: Node | Extract<Statement, { type: 'BlockStatement' }>,
): void {
  const scope = innerScope(walk.scope);
  const inner = { ...walk, scope, depth: walk.depth + 1 };
  for (const param of params) bindParameter(inner, param);
  if (body.type === 'BlockStatement') walkAll(inner, body.body);
  else say(inner, body);
}
