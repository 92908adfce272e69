import type { Node } from '@babel/types';
import type { CallNode } from './call-nodes.js';
import type { PathStep } from './patterns.js';

/** The names that a file, function, class or block knows, besides those around it. */
export interface Scope {
  readonly kind: 'file' | 'function' | 'class' | 'block';
  /** What opens it. */
  readonly node: Node;
  readonly around: Scope | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
  /** The function that it stands in. */
  readonly inside: FunctionSite | undefined;
}

/** How a name is declared; `global` for one that is given a value and declared nowhere. */
export type BindingKind =
  | 'const'
  | 'let'
  | 'var'
  | 'function'
  | 'class'
  | 'parameter'
  | 'import'
  | 'caught'
  | 'enum'
  | 'namespace'
  | 'global';

/** One name, with every value that it is ever given. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly scope: Scope;
  readonly assignments: readonly Assignment[];
}

/** One place that gives a name or a member a value. */
export interface Assignment {
  /**
   * `declared`: where it is declared. `assigned`: `=`. `combined`: `+=`, `??=`, `++`, of which what was there before is a
   * part. `item`, `key`: in turn, by `for ... of` and `for ... in`. The value of a `parameter`, a `caught` and an
   * `imported` name comes from elsewhere.
   */
  readonly how: 'declared' | 'assigned' | 'combined' | 'item' | 'key' | 'parameter' | 'caught' | 'imported';
  /** The name, the member, or the field of a class. */
  readonly target: Node;
  /** What the value is taken from: an expression, function, class or import. */
  readonly value: Node | undefined;
  /** The way from that value to what the target is given; a parameter's begins with its position. */
  readonly path: readonly PathStep[];
  /** What is given in place of `undefined`. */
  readonly otherwise: Node | undefined;
  readonly scope: Scope;
}

/** A function, method or accessor of the file. */
export interface FunctionSite {
  readonly node: Node;
  /** What it is declared, assigned or listed as; empty for one that has no name. */
  readonly name: string;
  readonly parameters: readonly Node[];
  /** The expressions that it gives back. */
  readonly returns: readonly Node[];
  /** Its own names: parameters, and what its body declares. */
  readonly scope: Scope;
  readonly around: FunctionSite | undefined;
}

/** A call, and where it stands. */
export interface CallSite {
  readonly node: CallNode;
  readonly scope: Scope;
}

/** All that one file declares, assigns and calls, each in the order of the text. */
export interface Survey {
  readonly file: Scope;
  readonly functions: readonly FunctionSite[];
  readonly calls: readonly CallSite[];
  /** Of names and of members (`a.b = c`, `this.x = y`). */
  readonly assignments: readonly Assignment[];
  /** The scope that a name is written in; undefined for keys, labels and types. */
  readonly scopeOf: (name: Node) => Scope | undefined;
}

interface Names<B> {
  readonly around: Names<B> | undefined;
  readonly bindings: ReadonlyMap<string, B>;
}

/** What a name means in a scope; undefined for one that the file does not declare. */
export function lookUp<B>(scope: Names<B> | undefined, name: string): B | undefined {
  for (let at = scope; at !== undefined; at = at.around) {
    const found = at.bindings.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
