import type { Node } from '@babel/types';
import type { Assignment, Binding, BindingKind, FunctionSite, Scope } from './scopes.js';

/** A scope while its file is looked through. */
export interface GrowingScope extends Scope {
  readonly around: GrowingScope | undefined;
  readonly bindings: Map<string, GrowingBinding>;
  inside: GrowingFunction | undefined;
}

export interface GrowingBinding extends Binding {
  readonly assignments: Assignment[];
}

export interface GrowingFunction extends FunctionSite {
  readonly returns: Node[];
  readonly scope: GrowingScope;
}

export function newScope(kind: Scope['kind'], node: Node, around?: GrowingScope): GrowingScope {
  return { kind, node, around, bindings: new Map(), inside: around?.inside };
}

/** Makes a name known; the first declaration of several says its kind. */
export function addName(scope: GrowingScope, name: string, kind: BindingKind): GrowingBinding {
  const known = scope.bindings.get(name);
  if (known !== undefined) return known;
  const added: GrowingBinding = { name, kind, scope, assignments: [] };
  scope.bindings.set(name, added);
  return added;
}
