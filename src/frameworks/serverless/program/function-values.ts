import type { Node } from '@babel/types';
import { isExpression } from '../../../languages/javascript/nodes.js';
import { targetsOf } from '../../../languages/javascript/patterns.js';
import type { Scope } from '../../../languages/javascript/scopes.js';

/**
 * What a function without a program of its own answers: the framework calls what a file exports. Undefined if it does
 * more than answer, or if its parameters hide names of the file.
 */
export function returnedBy(node: Node, file: Scope): Node | undefined {
  if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionExpression') return undefined;
  const named = node.params.flatMap(targetsOf).map(({ node: target }) => target);
  if (named.some((target) => target.type !== 'Identifier' || file.bindings.has(target.name))) return undefined;
  const { body } = node;
  if (body.type !== 'BlockStatement') return body;
  const [only, another] = body.body;
  const answer = another === undefined && only?.type === 'ReturnStatement' ? only.argument : undefined;
  return isExpression(answer) ? answer : undefined;
}
