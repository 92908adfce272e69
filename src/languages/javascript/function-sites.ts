import type { Function as FunctionNode, Node } from '@babel/types';
import { type GrowingFunction, type GrowingScope, newScope } from './growing-scope.js';
import { keyOf } from './literals.js';
import { namesOf } from './members.js';

/** A function as it is met, with the scope that it opens. */
export function newFunction(
  node: FunctionNode,
  { parent, scope: outer }: { readonly parent: Node | undefined; readonly scope: GrowingScope },
): GrowingFunction {
  const scope = newScope('function', node, outer);
  const returns = node.body.type === 'BlockStatement' ? [] : [node.body];
  const { params: parameters } = node;
  const site: GrowingFunction = { node, name: nameOf(node, parent), parameters, returns, scope, around: outer.inside };
  scope.inside = site;
  return site;
}

function nameOf(node: FunctionNode, parent: Node | undefined): string {
  if ('id' in node && node.id) return node.id.name;
  if ('key' in node) return keyOf(node) ?? '';
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : '';
    case 'AssignmentExpression':
      return parent.right === node ? (namesOf(parent.left)?.join('.') ?? '') : '';
    case 'ObjectProperty':
    case 'ClassProperty':
    case 'ClassPrivateProperty':
      return parent.value === node ? (keyOf(parent) ?? '') : '';
    default:
      return '';
  }
}
