import type { Node } from '@babel/types';
import { isFunction } from './nodes.js';
import { targetsOf } from './patterns.js';
import type { Assignment } from './scopes.js';

/** An assignment before the scope is said. */
export type Written = Omit<Assignment, 'scope'>;

/** What one node gives a value. */
export function writtenBy(node: Node): readonly Written[] {
  if (isFunction(node)) return writtenByFunction(node);
  switch (node.type) {
    case 'VariableDeclarator':
      return node.init ? written(node.id, 'declared', node.init) : [];
    case 'AssignmentExpression':
      return written(node.left, node.operator === '=' ? 'assigned' : 'combined', node.right);
    case 'UpdateExpression':
      return written(node.argument, 'combined', undefined);
    case 'ForOfStatement':
    case 'ForInStatement':
      return written(variableOf(node.left), node.type === 'ForOfStatement' ? 'item' : 'key', node.right);
    case 'CatchClause':
      return node.param ? written(node.param, 'caught', undefined) : [];
    case 'ImportDeclaration':
      return node.specifiers.flatMap((specifier) => written(specifier.local, 'imported', specifier));
    case 'TSImportEqualsDeclaration':
      return written(node.id, 'imported', node);
    default:
      return writtenByClass(node);
  }
}

/** Classes and their fields. */
function writtenByClass(node: Node): readonly Written[] {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? written(node.id, 'declared', node) : [];
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty':
      return node.value ? [{ how: 'declared', target: node, value: node.value, path: [], otherwise: undefined }] : [];
    default:
      return [];
  }
}

function writtenByFunction(node: Extract<Node, { readonly params: readonly Node[] }>): readonly Written[] {
  const named = 'id' in node && node.id ? written(node.id, 'declared', node) : [];
  const parameters = node.params.flatMap((parameter, index) =>
    written(parameter, 'parameter', undefined).map(
      (one): Written => ({ ...one, path: [{ kind: 'item', index }, ...one.path] }),
    ),
  );
  return [...named, ...parameters];
}

/** What a loop gives its values to. */
function variableOf(left: Node): Node {
  return left.type === 'VariableDeclaration' ? (left.declarations[0]?.id ?? left) : left;
}

function written(pattern: Node, how: Assignment['how'], value: Node | undefined): readonly Written[] {
  return targetsOf(pattern).map(({ node, path, otherwise }) => ({ how, target: node, value, path, otherwise }));
}
