import type { Node, VariableDeclaration } from '@babel/types';
import { addName, type GrowingScope } from './growing-scope.js';
import { isFunction } from './nodes.js';
import { targetsOf } from './patterns.js';
import type { BindingKind } from './scopes.js';

interface Scopes {
  /** The scope that the node stands in. */
  readonly outer: GrowingScope;
  /** The one that it opens, if it does; otherwise the same. */
  readonly inner: GrowingScope;
}

/** Makes the names known that a node declares. */
export function declare(node: Node, { outer, inner }: Scopes): void {
  if (isFunction(node)) for (const parameter of node.params) declareTargets(inner, parameter, 'parameter');
  switch (node.type) {
    case 'VariableDeclaration':
      for (const { id } of node.declarations)
        declareTargets(node.kind === 'var' ? hoisting(outer) : outer, id, kindOf(node));
      return;
    case 'FunctionDeclaration':
      declareTargets(outer, node.id, 'function');
      return;
    case 'FunctionExpression':
      declareTargets(inner, node.id, 'function');
      return;
    case 'ClassDeclaration':
      declareTargets(outer, node.id, 'class');
      return;
    case 'ClassExpression':
      declareTargets(inner, node.id, 'class');
      return;
    case 'CatchClause':
      declareTargets(inner, node.param, 'caught');
      return;
    default:
      declareOthers(node, outer);
  }
}

function declareOthers(node: Node, scope: GrowingScope): void {
  switch (node.type) {
    case 'ImportDeclaration':
      for (const { local } of node.specifiers) declareTargets(scope, local, 'import');
      return;
    case 'TSImportEqualsDeclaration':
      declareTargets(scope, node.id, 'import');
      return;
    case 'TSEnumDeclaration':
      declareTargets(scope, node.id, 'enum');
      return;
    case 'TSModuleDeclaration':
      declareTargets(scope, node.id, 'namespace');
      return;
    default:
      return;
  }
}

function kindOf({ kind }: VariableDeclaration): BindingKind {
  return kind === 'var' || kind === 'let' ? kind : 'const';
}

/** `var` belongs to the function or the file around. */
function hoisting(scope: GrowingScope): GrowingScope {
  return scope.inside?.scope ?? fileOf(scope);
}

function fileOf(scope: GrowingScope): GrowingScope {
  let at = scope;
  while (at.around !== undefined) at = at.around;
  return at;
}

function declareTargets(scope: GrowingScope, pattern: Node | null | undefined, kind: BindingKind): void {
  if (pattern === null || pattern === undefined) return;
  for (const { node } of targetsOf(pattern)) if (node.type === 'Identifier') addName(scope, node.name, kind);
}
