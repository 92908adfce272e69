import type { ClassMethod, ClassPrivateMethod, Expression, Function as FunctionNode, Node } from '@babel/types';
import type { Span } from '../../model/span.js';

/** Where a node stands in the file that it was parsed from. */
export function spanIn(path: string, { start, end }: Pick<Node, 'start' | 'end'>): Span {
  return { path, start: start ?? 0, end: end ?? 0 };
}

/** True for expressions, as opposed to statements, declarations and what is no node of its own. */
export function isExpression(node: { readonly type: string } | null | undefined): node is Expression {
  return (
    node !== null &&
    node !== undefined &&
    !/(?:Statement|Declaration|Placeholder|Pattern|SpreadElement|PrivateName|Super|Import)$/.test(node.type)
  );
}

/** A node without what says nothing about its value: casts, assertions, parentheses. */
export function bare(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ParenthesizedExpression':
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

export function isFunction(node: Node): node is FunctionNode | ClassPrivateMethod {
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return true;
    default:
      return false;
  }
}

export function isMethod(node: Node): node is ClassMethod | ClassPrivateMethod {
  return node.type === 'ClassMethod' || node.type === 'ClassPrivateMethod';
}

/** The nodes right inside a node, in the order of the parser. Types of TypeScript are left out. */
export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  // Plain loops over the properties: nothing is asked more often.
  for (const key in node) {
    const value: unknown = node[key as keyof Node];
    if (typeof value !== 'object' || value === null || key === 'loc' || key === 'extra') continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) found.push(value);
      continue;
    }
    for (const one of value) if (isNode(one)) found.push(one);
  }
  return found;
}

/** Nodes of TypeScript in which code stands; all others are types. */
const coded = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSParameterProperty',
  'TSEnumDeclaration',
  'TSEnumBody',
  'TSEnumMember',
  'TSModuleDeclaration',
  'TSModuleBlock',
]);

/** True for nodes that hold code; comments and errors are none. */
function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type } = value;
  return typeof type === 'string' && !type.startsWith('Comment') && (!type.startsWith('TS') || coded.has(type));
}
